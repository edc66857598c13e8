/**
 * Claims that bind in tests with fabric8's client: Mooring as the API server and the controllers behind fabric8's mock server, and as
 * the controllers beside an API server that has none.
 *
 * <pre>{@code
 * @MooringCluster(nodes = 3, provisioners = "csi.example.com")
 * class OperatorTest {
 *     KubernetesClient client;
 *     MockCluster cluster;
 *
 *     @Test
 *     void theDatabaseComesUp() {
 *         operator.reconcile(new Database("db", 3));
 *         client.apps().statefulSets().inNamespace("test").withName("db").waitUntilReady(1, SECONDS);
 *     }
 * }
 * }</pre>
 *
 * <table>
 * <caption>Front doors</caption>
 * <tr><td>{@link io.mooring.testkit.fabric8.MooringCluster}</td><td>a JUnit test on the mock server</td></tr>
 * <tr><td>{@link io.mooring.testkit.fabric8.MockCluster}</td><td>the same without JUnit, and the hold on it: time, steps, faults, why</td></tr>
 * <tr><td>{@link io.mooring.testkit.fabric8.AttachedControlPlane}</td><td>the controllers beside any API server</td></tr>
 * </table>
 *
 * <p>Runs with fabric8 7.9 and 8, which are the caller's own. What is not covered: watches without WebSockets, lists in pages,
 * conversion between versions, webhooks, definitions' schemas, {@code managedFields}.
 */
@NullMarked
package io.mooring.testkit.fabric8;

import org.jspecify.annotations.NullMarked;
