package io.mooring.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.explain.FixResult;
import io.mooring.binding.explain.Fixes;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumePhase;
import io.mooring.testkit.jqwik.MooringArbitraries;
import io.mooring.testkit.story.StepSource;
import io.mooring.testkit.story.Steps;
import io.mooring.testkit.story.Stories;
import io.mooring.testkit.story.Story;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;

/** What holds of everything that is proposed, in whatever cluster. */
@AddLifecycleHook(KeptSeed.class)
class FixLawsTest {
    /** A pod that runs, and a volume that is Released. */
    private static final Cluster START = Stories.any().parse("""
                    kubectl create -f - <<'EOF'
                    {apiVersion: v1, kind: Node, metadata: {name: node-1}, status: {allocatable: {cpu: "8", pods: "9"}}}
                    ---
                    {apiVersion: v1, kind: PersistentVolume, metadata: {name: pv-0}, spec: {capacity: {storage: 1Gi},
                     accessModes: [ReadWriteOnce], csi: {driver: csi.example.com, volumeHandle: a}, storageClassName: manual}}
                    ---
                    {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data-0}, spec: {storageClassName: manual,
                     accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}
                    ---
                    {apiVersion: v1, kind: Pod, metadata: {name: pod-0}, spec: {containers: [{name: c, image: x}],
                     volumes: [{name: data, persistentVolumeClaim: {claimName: data-0}}]}}
                    ---
                    {apiVersion: v1, kind: PersistentVolume, metadata: {name: kept}, spec: {capacity: {storage: 1Gi},
                     accessModes: [ReadWriteOnce], csi: {driver: csi.example.com, volumeHandle: b}, storageClassName: manual,
                     claimRef: {name: gone, namespace: default}}}
                    ---
                    {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: gone}, spec: {storageClassName: manual,
                     accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}
                    EOF
                    # the controllers settle
                    kubectl delete pvc gone
                    """).end();

    /** With all nodes answering: where one does not, no pod becomes ready, whatever is changed. */
    @Provide
    Arbitrary<Story> stories() {
        StepSource[] steps = Stream.of(Steps.values())
                .filter(step -> step != Steps.SILENT_NODE)
                .toArray(StepSource[]::new);
        return MooringArbitraries.of(Stories.any().of(steps).from(START).ofAtMost(25));
    }

    @Property(tries = 50)
    void everyFixHelpsAndTakesNothingFromAnybodyElse(@ForAll("stories") Story story) {
        Cluster cluster = story.end();
        for (KubernetesObject object : cluster.all().filter(FixLawsTest::isTold).toList()) {
            FixResult result = Fixes.of(cluster, object.ref());
            String kind = object.kind().name() + (object.metadata().isBeingDeleted() ? " terminating" : "");
            Statistics.label("result").collect(kind + " " + result.getClass().getSimpleName());
            assertThat(result instanceof FixResult.NotNeeded)
                    .as("%s %s", object.ref(), result)
                    .isEqualTo(stands(cluster, object));
            for (Fix fix : result.fixes()) {
                fix.edits()
                        .forEach(edit -> Statistics.label("edits")
                                .collect(edit.getClass().getSimpleName()));
                Statistics.label("size").collect(fix.edits().size());
                assertHelps(cluster, object, fix);
                assertIsSmallest(cluster, object, fix);
            }
            assertThat(result.fixes()).isSortedAccordingTo(Comparator.comparing(Fix::cost));
            assertThat(result.fixes()).doesNotHaveDuplicates();
        }
        Statistics.label("edits").coverage(coverage -> {
            coverage.check("Patch").count(count -> count >= 3);
            coverage.check("Create").count(count -> count >= 20);
            coverage.check("Replace").count(count -> count >= 1);
            coverage.check("Delete").count(count -> count >= 1);
        });
        Statistics.label("size").coverage(coverage -> {
            coverage.check(1).count(count -> count >= 20);
            coverage.check(2).count(count -> count >= 5);
        });
        Statistics.label("result").coverage(coverage -> {
            coverage.check("PersistentVolumeClaim Helped").count(count -> count >= 20);
            coverage.check("PersistentVolumeClaim terminating Helped").count(count -> count >= 5);
            coverage.check("PersistentVolume Helped").count(count -> count >= 5);
            coverage.check("Pod Helped").count(count -> count >= 5);
            coverage.check("StatefulSet Helped").count(count -> count >= 1);
        });
    }

    private static boolean isTold(KubernetesObject object) {
        return object instanceof PersistentVolumeClaim
                || object instanceof PersistentVolume
                || object instanceof Pod
                || object instanceof StatefulSet;
    }

    private static Cluster after(Cluster cluster, List<Edit> edits) {
        Cluster changed = cluster;
        for (Edit edit : edits) {
            changed = edit.on(changed).orThrow().settle();
        }
        return changed;
    }

    /** Whether it stands as it is to stand; told anew here. */
    private static boolean stands(Cluster cluster, KubernetesObject object) {
        Optional<? extends KubernetesObject> now = cluster.get(object.ref());
        if (object.metadata().isBeingDeleted()) {
            return now.filter(found ->
                            found.metadata().uid().equals(object.metadata().uid()))
                    .isEmpty();
        }
        return now.filter(found -> runs(cluster, found)).isPresent();
    }

    private static boolean runs(Cluster cluster, KubernetesObject object) {
        if (object instanceof PersistentVolumeClaim claim) {
            return claim.isBound();
        }
        if (object instanceof PersistentVolume volume) {
            return volume.isIn(VolumePhase.AVAILABLE) || volume.isIn(VolumePhase.BOUND);
        }
        if (object instanceof Pod pod) {
            return pod.isReady() || pod.hasEnded();
        }
        StatefulSet set = (StatefulSet) object;
        int wanted = set.spec().replicas().orElse(1);
        List<Pod> pods = cluster.list(Pod.KIND)
                .filter(pod -> pod.metadata().isControlledBy(set.metadata()))
                .toList();
        return pods.size() == wanted && pods.stream().allMatch(pod -> runs(cluster, pod));
    }

    /** One of several alike gives way to them. */
    private static boolean isReplaced(Cluster cluster, KubernetesObject object) {
        String app = object.metadata().labels().getOrDefault("app", "");
        return object instanceof Pod pod
                && pod.metadata().controller().isPresent()
                && cluster.get(pod.ref())
                        .filter(now -> !now.metadata().isBeingDeleted())
                        .isEmpty()
                && cluster.list(Pod.KIND)
                        .filter(other -> other.metadata()
                                .namespace()
                                .equals(pod.metadata().namespace()))
                        .filter(other -> other.metadata().controller().isPresent())
                        .filter(other -> app.equals(other.metadata().labels().get("app")))
                        .allMatch(other -> runs(cluster, other));
    }

    private static void assertHelps(Cluster cluster, KubernetesObject object, Fix fix) {
        Cluster changed = after(cluster, fix.edits());
        assertThat(stands(changed, object) || isReplaced(changed, object))
                .as("%s %s", object.ref(), fix)
                .isTrue();
        assertNobodyLoses(cluster, changed, object, fix.edits());
        Cluster atOnce = cluster;
        for (Edit edit : fix.edits()) {
            atOnce = edit.on(atOnce).orThrow();
        }
        Cluster end = atOnce.settle();
        assertThat(stands(end, object) || isReplaced(end, object))
                .as("%s %s", object.ref(), fix)
                .isTrue();
    }

    private static void assertNobodyLoses(Cluster before, Cluster after, KubernetesObject object, List<Edit> edits) {
        Set<Ref<?>> named = edits.stream()
                .filter(edit -> !(edit instanceof Edit.Patch))
                .flatMap(edit -> edit.changed().stream())
                .collect(Collectors.toSet());
        Set<Ref<?>> patched = edits.stream()
                .filter(Edit.Patch.class::isInstance)
                .flatMap(edit -> edit.changed().stream())
                .collect(Collectors.toSet());
        before.list(PersistentVolumeClaim.KIND)
                .filter(claim -> !claim.ref().equals(object.ref()) && !named.contains(claim.ref()))
                .filter(claim -> !claim.metadata().isBeingDeleted())
                .filter(claim -> !isOf(claim, object))
                .forEach(claim -> assertKeepsItsVolume(claim, after.get(claim.ref())));
        before.list(PersistentVolume.KIND)
                .filter(volume ->
                        !volume.ref().equals(object.ref()) || !object.metadata().isBeingDeleted())
                .filter(volume -> !(object.metadata().isBeingDeleted() && isOf(volume, object)))
                .forEach(volume -> assertKeepsItsData(before, volume, after, patched.contains(volume.ref())));
        before.list(Pod.KIND)
                .filter(pod -> !pod.ref().equals(object.ref()) && !named.contains(pod.ref()))
                .filter(pod ->
                        pod.isPlaced() && !pod.hasEnded() && !pod.metadata().isBeingDeleted())
                .filter(pod -> !pod.metadata().isControlledBy(object.metadata()))
                .forEach(pod -> {
                    Pod now = after.get(pod.ref()).orElseThrow();
                    assertThat(now.metadata().uid()).isEqualTo(pod.metadata().uid());
                    assertThat(now.spec().nodeName()).isEqualTo(pod.spec().nodeName());
                    assertThat(now.isReady() || !pod.isReady()).isTrue();
                });
    }

    /** Whether one of them holds the other. */
    private static boolean isOf(KubernetesObject one, KubernetesObject other) {
        return (one instanceof PersistentVolume volume
                        && other instanceof PersistentVolumeClaim claim
                        && volume.isHeldBy(claim))
                || (other instanceof PersistentVolume held
                        && one instanceof PersistentVolumeClaim holder
                        && holder.metadata().isBeingDeleted()
                        && held.isHeldBy(holder));
    }

    private static void assertKeepsItsVolume(PersistentVolumeClaim before, Optional<PersistentVolumeClaim> after) {
        assertThat(after).as(before.ref().toString()).isPresent();
        assertThat(after.get().metadata().uid()).isEqualTo(before.metadata().uid());
        if (!before.spec().volumeName().isEmpty()) {
            assertThat(after.get().spec().volumeName()).isEqualTo(before.spec().volumeName());
            assertThat(after.get().isBound() || !before.isBound()).isTrue();
        }
    }

    /** It is there, is kept for whom it was kept, or was nobody's any more; and its data are not about to be deleted. */
    private static void assertKeepsItsData(Cluster cluster, PersistentVolume before, Cluster after, boolean isPatched) {
        Optional<PersistentVolume> now = after.get(before.ref());
        assertThat(now).as(before.ref().toString()).isPresent();
        assertThat(now.get().metadata().isBeingDeleted() && !before.metadata().isBeingDeleted())
                .isFalse();
        if (before.isBound() && !now.get().isBound()) {
            assertThat(now.get().spec().persistentVolumeReclaimPolicy()).hasValue(ReclaimPolicy.RETAIN);
        }
        Optional<ObjectReference> reserved = before.spec().claimRef();
        Optional<ObjectReference> kept = now.get().spec().claimRef();
        boolean isTheSame = reserved.isEmpty()
                || kept.filter(reference -> isFor(reserved.get(), reference)).isPresent();
        assertThat(isTheSame || (isPatched && isNobodys(cluster, reserved.get())))
                .isTrue();
    }

    private static boolean isFor(ObjectReference reserved, ObjectReference kept) {
        return kept.namespace().equals(reserved.namespace())
                && kept.name().equals(reserved.name())
                && (reserved.uid().isEmpty() || reserved.uid().equals(kept.uid()));
    }

    private static boolean isNobodys(Cluster cluster, ObjectReference claimRef) {
        return !claimRef.uid().isEmpty()
                && cluster.claim(claimRef.namespace(), claimRef.name())
                        .filter(claim -> claim.metadata().uid().equals(claimRef.uid()))
                        .isEmpty();
    }

    /**
     * Without any one of its edits it is refused, is not enough (with time between them or without), or takes something; what a
     * node has comes with the node.
     */
    private static void assertIsSmallest(Cluster cluster, KubernetesObject object, Fix fix) {
        for (int i = 0; i < fix.edits().size() && fix.edits().size() > 1; i++) {
            List<Edit> fewer = new ArrayList<>(fix.edits());
            Edit left = fewer.remove(i);
            if (left instanceof Edit.Create create && isKind("CSINode", create)) {
                continue;
            }
            assertThat(suffices(cluster, object, fewer) && sufficesAtOnce(cluster, object, fewer))
                    .as(fix.purpose() + " without " + i)
                    .isFalse();
        }
    }

    private static boolean isKind(String kind, Edit.Create create) {
        return create.object().get("kind").filter(new JsonString(kind)::equals).isPresent();
    }

    private static boolean sufficesAtOnce(Cluster cluster, KubernetesObject object, List<Edit> edits) {
        Cluster changed = cluster;
        for (Edit edit : edits) {
            Outcome outcome = edit.on(changed);
            if (!outcome.answer().isAccepted()) {
                return false;
            }
            changed = outcome.cluster();
        }
        return isHelped(cluster, changed.settle(), object, edits);
    }

    private static boolean suffices(Cluster cluster, KubernetesObject object, List<Edit> edits) {
        Cluster changed = cluster;
        for (Edit edit : edits) {
            Outcome outcome = edit.on(changed);
            if (!outcome.answer().isAccepted()) {
                return false;
            }
            changed = outcome.cluster().settle();
        }
        return isHelped(cluster, changed, object, edits);
    }

    private static boolean isHelped(Cluster before, Cluster end, KubernetesObject object, List<Edit> edits) {
        return (stands(end, object) || isReplaced(end, object)) && !isAnythingLost(before, end, object, edits);
    }

    private static boolean isAnythingLost(Cluster before, Cluster after, KubernetesObject object, List<Edit> edits) {
        try {
            assertNobodyLoses(before, after, object, edits);
            return false;
        } catch (AssertionError lost) {
            return true;
        }
    }
}
