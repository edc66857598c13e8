package io.mooring.binding.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.workload.Workloads;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.View;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.quota.ResourceQuotaSpec;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Pod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** What a view keeps change by change is what is counted from the beginning. */
class ViewLawsTest {
    /** By the first controller that brings it, and its place there. */
    private static final Map<View<?>, String> VIEWS = views();

    @Property(tries = 150)
    void whatIsKeptIsWhatIsCounted(@ForAll("stories") List<Action> story) {
        Cluster cluster = withAttachedVolume();
        for (Action action : story) {
            Cluster acted = action.on(cluster).cluster();
            cluster = acted.settle();
            for (View<?> view : VIEWS.keySet()) {
                assertKept(acted, view);
                assertKept(cluster, view);
            }
        }
        for (String name : VIEWS.values()) {
            Statistics.label(name).coverage(coverage -> coverage.check("filled").count(count -> count >= 10));
        }
    }

    /** A volume for the pods {@code x8} and {@code x9} on nodes of their own, which the scheduler leaves alone. */
    private static Cluster withAttachedVolume() {
        return Given.cluster()
                .create(apart("node-8"))
                .orThrow()
                .create(apart("node-9"))
                .orThrow()
                .create(Given.reservedFor("x", Given.volume("x", "1Gi", "manual")))
                .orThrow()
                .create(Given.claim("x", "1Gi", "manual"))
                .orThrow()
                .settle();
    }

    private static Node apart(String name) {
        Node node = Given.managed(Given.node(name, "8"));
        return node.withSpec(node.spec().withUnschedulable(true));
    }

    private static <V> void assertKept(Cluster cluster, View<V> view) {
        V kept = cluster.view(view);
        assertThat(kept).as(VIEWS.get(view)).isEqualTo(view.count(cluster));
        Statistics.label(VIEWS.get(view)).collect(kept.equals(view.start()) ? "empty" : "filled");
    }

    private static Map<View<?>, String> views() {
        Map<View<?>, String> views = new LinkedHashMap<>();
        for (Controller<?> controller : ControlPlane.DEFAULT.controllers().all()) {
            for (int i = 0; i < controller.views().size(); i++) {
                views.putIfAbsent(controller.views().get(i), controller.name() + " " + i);
            }
        }
        return views;
    }

    @Provide
    static Arbitrary<List<Action>> stories() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Action.any()), Tuple.of(2, whatTheOthersLeaveOut()), Tuple.of(2, demands()))
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }

    /** A quota, an attributes class, a default class, room that runs out, a Deployment, pods that outlive their set or have another owner. */
    private static Arbitrary<Action> whatTheOthersLeaveOut() {
        StorageClass byDefault = Given.storageClass("usual");
        Ref<DaemonSet> agent = DaemonSet.ref(Given.NAMESPACE, "agent");
        Ref<Deployment> app = Deployment.ref(Given.NAMESPACE, "app");
        PersistentVolumeClaim gold = Given.claim("gold", "1Gi", "manual");
        PersistentVolume goldVolume = Given.volume("gold", "1Gi", "manual");
        return Arbitraries.of(
                new Action.Create(quota()),
                new Action.Patch(quota().ref(), labelled("tier", "gold")),
                new Action.Delete(quota().ref(), Deletion.DEFAULT),
                new Action.Create(gold.withSpec(gold.spec().withVolumeAttributesClassName("gold"))),
                new Action.Create(goldVolume.withSpec(goldVolume.spec().withVolumeAttributesClassName("gold"))),
                new Action.Delete(gold.ref(), Deletion.DEFAULT),
                new Action.Create(byDefault.withMetadata(byDefault
                        .metadata()
                        .withAnnotations(Map.of("storageclass.kubernetes.io/is-default-class", "true")))),
                new Action.Create(Given.asking(Given.pod("asking"), "1")),
                new Action.Create(Given.asking(Given.pod("p0"), "9")),
                new Action.Delete(Given.podKey("asking"), Deletion.DEFAULT),
                new Action.Create(ownedByABackup(Given.pod("owned"))),
                new Action.Delete(Given.podKey("owned"), Deletion.DEFAULT),
                new Action.Create(Given.node("node-1", "8")),
                new Action.Create(Workloads.deployment("app", 2, "c0")),
                new Action.Patch(app, Workloads.version("2")),
                new Action.Patch(app, Workloads.replicas(1)),
                new Action.Delete(app, Deletion.DEFAULT.with(Deletion.Propagation.ORPHAN)),
                new Action.Create(Workloads.replicaSet("other", 1)),
                new Action.Create(Given.on("node-8", Given.pod("x8", "x"))),
                new Action.Create(Given.on("node-9", Given.pod("x9", "x"))),
                new Action.Delete(Given.podKey("x8"), Deletion.DEFAULT),
                new Action.Create(Workloads.daemonSet("agent")),
                new Action.Delete(agent, Deletion.DEFAULT.with(Deletion.Propagation.ORPHAN)),
                new Action.Create(Given.set("web", 2, "1Gi", "manual")),
                new Action.Delete(Given.setKey("web"), Deletion.DEFAULT.with(Deletion.Propagation.ORPHAN)));
    }

    /** Pods that demand something of other pods, and what such demands depend on. */
    private static Arbitrary<Action> demands() {
        String host = "kubernetes.io/hostname";
        Pod web = Demands.labelled(Given.pod("web"), "app", "web");
        Pod other = Demands.labelled(Given.pod("other"), "app", "web");
        return Arbitraries.of(
                new Action.Create(onNode(Demands.onPort(web, 80))),
                new Action.Create(Demands.apart(web, "web", host)),
                new Action.Create(Demands.important(web, 7)),
                new Action.Create(Demands.apart(Demands.near(other, "db", "zone"), "web", host)),
                new Action.Create(Demands.apartInNamespaces(other, "web", "zone", "team", "a")),
                new Action.Create(Demands.spread(other, "web", "zone", 1)),
                new Action.Create(onNode(Demands.labelled(Given.pod("db", "c0"), "app", "db"))),
                new Action.Create(onNode(Demands.onPort(Given.pod("db", "c0"), 80))),
                new Action.Delete(web.ref(), Deletion.DEFAULT),
                new Action.Delete(other.ref(), Deletion.DEFAULT),
                new Action.Delete(Given.podKey("db"), Deletion.DEFAULT),
                new Action.Patch(web.ref(), labelled("app", "db")),
                new Action.Patch(Node.ref("node-1"), labelled("zone", "a")),
                new Action.Patch(Node.ref("node-1"), labelled("zone", "b")),
                new Action.Create(Demands.namespace(Given.NAMESPACE, "team", "b")),
                new Action.Patch(Demands.namespace(Given.NAMESPACE, "team", "b").ref(), labelled("team", "a")),
                new Action.Create(Demands.attachment("at", "csi.example.com", "v0", "node-1")),
                new Action.Create(Demands.attachment("at-too", "csi.example.com", "v1", "node-1")));
    }

    private static Pod onNode(Pod pod) {
        return pod.withSpec(pod.spec().withNodeName("node-1"));
    }

    private static Pod ownedByABackup(Pod pod) {
        OwnerReference backup = OwnerReference.builder()
                .apiVersion("example.com/v1")
                .kind("Backup")
                .name("b")
                .uid("b-uid")
                .build();
        return pod.withMetadata(pod.metadata().withOwnerReferences(backup));
    }

    private static ResourceQuota quota() {
        return ResourceQuota.builder()
                .metadata(ObjectMeta.builder()
                        .name("q")
                        .namespace(Given.NAMESPACE)
                        .build())
                .spec(ResourceQuotaSpec.builder()
                        .putHard("requests.storage", Quantity.parse("20Gi"))
                        .putHard("persistentvolumeclaims", Quantity.parse("9"))
                        .build())
                .build();
    }

    private static JsonObject labelled(String key, String value) {
        return JsonObject.of("metadata", JsonObject.of("labels", JsonObject.of(key, new JsonString(value))));
    }
}
