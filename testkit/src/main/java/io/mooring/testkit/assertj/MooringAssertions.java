package io.mooring.testkit.assertj;

import io.mooring.Mooring;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;

/**
 * Assertions on clusters in AssertJ's manner. What fails says why the object stands as it does, and what would help.
 *
 * <pre>{@code
 * import static io.mooring.testkit.assertj.MooringAssertions.assertThat;
 *
 * assertThat(cluster).claim("default/data-0").isBoundTo("pv-1");
 * assertThat(cluster).statefulSet("web").hasReadyReplicas(3);
 * assertThat(cluster.create(volume)).isRefused().withMessageContaining("spec.accessModes: Required value");
 * }</pre>
 *
 * <p>Names are {@code namespace/name}, or a name alone in {@code default}. AssertJ's own {@code assertThat} can be imported beside
 * this one.
 */
public final class MooringAssertions {
    private MooringAssertions() {}

    /** On a cluster and what is in it. */
    public static ClusterAssert assertThat(Cluster cluster) {
        return new ClusterAssert(cluster);
    }

    /** On what manifests or a dump gave: the cluster, and what was refused. */
    public static MooringAssert assertThat(Mooring mooring) {
        return new MooringAssert(mooring);
    }

    /** On the API server's answer to a call. */
    public static OutcomeAssert assertThat(Outcome outcome) {
        return new OutcomeAssert(outcome);
    }
}
