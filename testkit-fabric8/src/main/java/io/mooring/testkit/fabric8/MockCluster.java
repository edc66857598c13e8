package io.mooring.testkit.fabric8;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import io.mooring.Answers;
import io.mooring.Mooring;
import io.mooring.Refusal;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.ExplanationGroup;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.release.Release;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A cluster in which claims bind, behind fabric8's mock server, and the hold on it. {@link MooringCluster} makes one for each test;
 * without JUnit:
 *
 * <pre>{@code
 * try (MockCluster cluster = MockCluster.setup().withProvisioners("csi.example.com").start()) {
 *     KubernetesClient client = cluster.client();
 *     client.resource(claim).create();                      // answered Pending, as the API server does
 *     client.resource(claim).get().getStatus().getPhase();  // Bound
 * }
 * }</pre>
 *
 * <p>Unless it is {@linkplain #pause paused}, the controllers act after each request until none wants to write, before the next
 * request is answered; so a test need not wait. Watches see each write of theirs. Time stands still but for a second with each write.
 *
 * <p>Objects of kinds that Mooring does not interpret, custom resources among them, live in the same cluster: they have versions,
 * finalizers and owners as the others have. Where no definition was created or {@linkplain
 * KubernetesMockServer#expectCustomResource expected}, their status is written like the rest of them.
 *
 * <p>The controllers' events are listed and watched; those of a settling come after its writes.
 *
 * <p>Thread-safe: one request or call is done before the next begins.
 */
public final class MockCluster implements AutoCloseable {
    private final World world;
    private final KubernetesMockServer server;
    private final NamespacedKubernetesClient client;

    private MockCluster(Setup setup) {
        Resources resources = new Resources();
        this.world = new World(setup.mooring(), setup.isStepwise);
        Map<ServerRequest, Queue<ServerResponse>> expected = new HashMap<>();
        ApiServer api = new ApiServer(world, resources, Setup.HOME);
        this.server = new MooringMockServer(
                new MockWebServer(), expected, new MooringDispatcher(expected, world, resources, api));
        server.init();
        this.client = server.createClient();
    }

    /** An empty cluster of one node, to be set up. */
    public static Setup setup() {
        return new Setup(List.of(), "", 1, List.of(), Release.DEFAULT, false);
    }

    /** How a cluster begins. Immutable; each method gives another one. */
    public static final class Setup {
        private static final String HOME = "test";
        private static final String PLACEHOLDER = "no-node";

        private final List<Path> paths;
        private final String manifests;
        private final int nodes;
        private final List<String> provisioners;
        private final Release release;
        private final boolean isStepwise;

        private Setup(
                List<Path> paths,
                String manifests,
                int nodes,
                List<String> provisioners,
                Release release,
                boolean isStepwise) {
            this.paths = List.copyOf(paths);
            this.manifests = manifests;
            this.nodes = nodes;
            this.provisioners = List.copyOf(provisioners);
            this.release = release;
            this.isStepwise = isStepwise;
        }

        /** With the objects of these files and folders; the provisioners of their classes run. */
        public Setup load(Path... more) {
            return new Setup(List.of(more), manifests, nodes, provisioners, release, isStepwise);
        }

        /** With the objects of this text of YAML or JSON. */
        public Setup read(String text) {
            return new Setup(paths, text, nodes, provisioners, release, isStepwise);
        }

        /** With so many nodes {@code node-1}, {@code node-2} ... that have room for everything, beside those that are loaded. */
        public Setup withNodes(int count) {
            return new Setup(paths, manifests, count, provisioners, release, isStepwise);
        }

        /** With provisioners of these names that make and delete every volume at once; see {@link MockCluster#assuming}. */
        public Setup withProvisioners(String... names) {
            return new Setup(paths, manifests, nodes, List.of(names), release, isStepwise);
        }

        /** As this release of Kubernetes. */
        public Setup withRelease(Release other) {
            return new Setup(paths, manifests, nodes, provisioners, other, isStepwise);
        }

        /** Paused from the start: the controllers act when the test says so. */
        public Setup stepwise() {
            return new Setup(paths, manifests, nodes, provisioners, release, true);
        }

        /**
         * The cluster, with its server and a client.
         *
         * @throws IllegalArgumentException if something cannot be read, or the API server refuses it
         */
        public MockCluster start() {
            return new MockCluster(this);
        }

        private Mooring mooring() {
            byte[] text = (nodes() + "---\n" + manifests).getBytes(StandardCharsets.UTF_8);
            List<Path> all = new ArrayList<>(paths);
            all.add(Path.of("-"));
            Mooring loaded = Mooring.loader()
                    .withRelease(release)
                    .withInput(new ByteArrayInputStream(text))
                    .load(all);
            if (!loaded.refusals().isEmpty()) {
                throw new IllegalArgumentException(
                        loaded.refusals().stream().map(Refusal::text).collect(Collectors.joining("\n")));
            }
            if (nodes == 0) {
                loaded =
                        loaded.in(loaded.cluster().delete(Node.ref(PLACEHOLDER)).orThrow());
            }
            for (String name : provisioners) {
                loaded = loaded.assuming(name, Answers.succeed());
            }
            return isStepwise ? loaded : loaded.settle();
        }

        /** Where manifests have no node at all, one stands in; a placeholder keeps it away, and goes. */
        private String nodes() {
            return nodes == 0
                    ? node(PLACEHOLDER)
                    : IntStream.rangeClosed(1, nodes)
                            .mapToObj(number -> node("node-" + number))
                            .collect(Collectors.joining());
        }

        private static String node(String name) {
            return """
                    ---
                    apiVersion: v1
                    kind: Node
                    metadata:
                      name: %1$s
                      labels: {kubernetes.io/hostname: %1$s}
                    status:
                      capacity: {cpu: 1k, memory: 1Pi, pods: 100k}
                      allocatable: {cpu: 1k, memory: 1Pi, pods: 100k}
                      conditions: [{type: Ready, status: "True"}]
                    """.formatted(name);
        }
    }

    /** A client of the mock server, in the namespace {@code test}. */
    public KubernetesClient client() {
        return client;
    }

    /** fabric8's mock server: requests that were {@linkplain KubernetesMockServer#expect expected} are answered as the test says. */
    public KubernetesMockServer server() {
        return server;
    }

    /** The cluster as it is now: a value, which stays as it is. */
    public Cluster world() {
        return mooring().cluster();
    }

    /** The front door to the cluster as it is now. */
    public Mooring mooring() {
        synchronized (world) {
            return world.mooring();
        }
    }

    /** Lets the time pass, and the controllers act that waited for it, unless they are paused. */
    public void advance(Duration time) {
        synchronized (world) {
            world.become(world.mooring().in(world.cluster().advance(time)));
        }
    }

    /** From now on the controllers act only when the test says so. */
    public void pause() {
        synchronized (world) {
            world.setPaused(true);
        }
    }

    /** From now on the controllers act after each request. */
    public void resume() {
        synchronized (world) {
            world.setPaused(false);
            world.settle();
        }
    }

    /** Lets the controllers act until one of them has written an object; empty if none wants to. */
    public Optional<Change<?>> step() {
        synchronized (world) {
            return world.step();
        }
    }

    /** Lets the controllers act until none of them wants to write. */
    public void settle() {
        synchronized (world) {
            world.settle();
        }
    }

    /** From now on requests go wrong that this fault is about. */
    public void fail(Fault fault) {
        synchronized (world) {
            world.faults().add(fault);
        }
    }

    /** From now on all goes well. */
    public void clearFaults() {
        synchronized (world) {
            world.faults().clear();
        }
    }

    /**
     * From now on the provisioner of this name, and who attaches its volumes, does this.
     *
     * <pre>{@code
     * cluster.assuming("csi.example.com", Answers.fail("array is full"));
     * }</pre>
     */
    public void assuming(String provisioner, Answers answers) {
        synchronized (world) {
            world.become(world.mooring().assuming(provisioner, answers));
        }
    }

    /** From now on the controllers go in an order that this seed says, where Kubernetes leaves it open. */
    public void order(long seed) {
        synchronized (world) {
            world.setOrder(Optional.of(new Random(seed)));
        }
    }

    /** Why an object stands as it does, and what would help: {@code data-0}, {@code test/data-0}, {@code sts/web}. */
    public Explanation why(String name) {
        return mooring().why(name);
    }

    /** What does not stand as it is to stand, and why, for people; empty if all does. */
    public String explain() {
        return String.join(
                "\n", new ArrayList<>(ExplanationGroup.texts(mooring().notFine())));
    }

    @Override
    public void close() {
        client.close();
        server.destroy();
    }
}
