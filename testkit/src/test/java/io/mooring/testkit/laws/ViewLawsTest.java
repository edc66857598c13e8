package io.mooring.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.View;
import io.mooring.meta.KubernetesObject;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.jqwik.MooringArbitraries;
import io.mooring.testkit.story.Step;
import io.mooring.testkit.story.StepSource;
import io.mooring.testkit.story.Stories;
import io.mooring.testkit.story.Story;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.StatefulSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;

/** What a view keeps change by change is what is counted from the beginning. */
@AddLifecycleHook(KeptSeed.class)
class ViewLawsTest {
    /** By the first controller that brings it, and its place there. */
    private static final Map<View<?>, String> VIEWS = views();

    @Property(tries = 100)
    void whatIsKeptIsWhatIsCounted(@ForAll("stories") Story story) {
        story.check(passage -> {
            passage.taken().forEach(taken -> assertKept(taken.after()));
            assertKept(passage.after());
        });
        for (String name : VIEWS.values()) {
            Statistics.label(name).coverage(coverage -> coverage.check("filled").count(count -> count >= 10));
        }
    }

    private static void assertKept(Cluster cluster) {
        VIEWS.keySet().forEach(view -> assertKept(cluster, view));
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
    Arbitrary<Story> stories() {
        return MooringArbitraries.of(Stories.any().and(RARE));
    }

    /** What people seldom do: owners that are no controllers, pods and revisions that are left behind, attachments made by hand, claims with attributes. */
    private static final StepSource RARE = new StepSource() {
        @Override
        public int weight(Cluster cluster) {
            return 12;
        }

        @Override
        public Step draw(Cluster cluster, Choices choices) {
            List<KubernetesObject> keepers = Stream.<Stream<? extends KubernetesObject>>of(
                            cluster.list(StatefulSet.KIND), cluster.list(Deployment.KIND), cluster.list(DaemonSet.KIND))
                    .<KubernetesObject>flatMap(all -> all)
                    .toList();
            if (!keepers.isEmpty() && choices.chance(40)) {
                return new Step.Delete(choices.pick(keepers).ref(), Deletion.DEFAULT.with(Deletion.Propagation.ORPHAN));
            }
            List<Step> made = Step.create(choices.pick(RARELY_MADE));
            return made.get(0);
        }
    };

    private static final List<String> RARELY_MADE = List.of("""
            {apiVersion: v1, kind: Pod, metadata: {name: owned, ownerReferences: [
             {apiVersion: example.com/v1, kind: Backup, name: b, uid: b-uid}]}, spec: {containers: [{name: c, image: x}]}}
            """, """
            {apiVersion: storage.k8s.io/v1, kind: VolumeAttachment, metadata: {name: at}, spec: {
             attacher: csi.example.com, nodeName: node-1, source: {persistentVolumeName: pv-a}}}
            """, """
            {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: usual, annotations: {
             storageclass.kubernetes.io/is-default-class: "true"}}, provisioner: csi.example.com}
            """, """
            {apiVersion: v1, kind: Pod, metadata: {name: large}, spec: {
             containers: [{name: c, image: x, resources: {requests: {cpu: "9"}}}]}}
            """, """
            {apiVersion: v1, kind: Pod, metadata: {name: on-port}, spec: {
             containers: [{name: c, image: x, ports: [{containerPort: 80, hostPort: 80}]}]}}
            """, """
            {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: with-attributes}, spec: {
             accessModes: [ReadWriteOnce], storageClassName: fast, volumeAttributesClassName: gold,
             resources: {requests: {storage: 1Gi}}}}
            """);
}
