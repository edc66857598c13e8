package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.Report;
import io.mooring.binding.control.volume.VolumeAnnotations;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.lifecycle.VolumeEvent;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumePhase;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import io.mooring.workload.PodPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Has the storage of a volume scrubbed by a pod. Models {@code recycleVolumeOperation} and {@code recyclerclient}.
 *
 * <p>Upstream waits for its pod in a thread of its own; here the pod is the memory: absent, it is made; ended, its end is
 * what became of the volume. Upstream's recycler tells the pod's events again; here they are read off the pod, which the
 * scheduler tells the same.
 */
final class Recycler {
    /** How long upstream leaves a volume alone that it failed to recycle: its resync. */
    private static final Duration RETRY = Duration.ofSeconds(15);

    private Recycler() {}

    static VolumeSighting recycle(Cluster world, PersistentVolume volume) {
        if (volume.metadata().annotations().containsKey(VolumeAnnotations.MIGRATED_TO)) {
            return VolumeSighting.of(VolumeEvent.LEFT_TO_PROVISIONER);
        }
        List<String> users = users(world, volume);
        if (!users.isEmpty()) {
            return VolumeSighting.of(VolumeEvent.STORAGE_IN_USE)
                    .after(List.of(Write.normal(
                            volume, "VolumeFailedRecycle", "Volume is used by pods: " + String.join(",", users))));
        }
        Optional<Pod> template = RecyclerPod.forVolume(volume);
        if (template.isEmpty()) {
            return VolumeSighting.of(
                    VolumeEvent.RECYCLING_FAILED,
                    Report.warning("VolumeFailedRecycle", "No recycler plugin found for the volume!"));
        }
        return world.pod(RecyclerPod.NAMESPACE, template.get().metadata().name())
                .map(pod -> watch(volume, pod))
                .orElseGet(() -> start(world, volume, template.get()));
    }

    /**
     * The pods that use the claim which is gone, unless a new one has its name: then they use that one. Models
     * {@code isVolumeUsed} and the check after it.
     */
    private static List<String> users(Cluster world, PersistentVolume volume) {
        ObjectReference claimRef = volume.spec().claimRef().orElseThrow();
        if (world.claim(claimRef.namespace(), claimRef.name()).isPresent()) {
            return List.of();
        }
        return VolumeIndexes.PODS_BY_CLAIM
                .find(world, VolumeIndexes.claim(claimRef))
                .filter(pod -> !pod.isTerminated())
                .map(pod -> pod.ref().qualifiedName())
                .toList();
    }

    /** A volume that failed is tried again after a while, or else it would fail for ever without pause. */
    private static VolumeSighting start(Cluster world, PersistentVolume volume, Pod pod) {
        boolean hasJustFailed =
                volume.status().phase().filter(VolumePhase.FAILED::equals).isPresent()
                        && volume.status()
                                .lastPhaseTransitionTime()
                                .filter(time -> world.now().isBefore(time.plus(RETRY)))
                                .isPresent();
        Write write = hasJustFailed ? new Write.LookAgain(RETRY) : new Write.Create(pod);
        return VolumeSighting.of(VolumeEvent.STORAGE_IN_USE).after(List.of(write));
    }

    /** Models {@code waitForPod}. */
    private static VolumeSighting watch(PersistentVolume volume, Pod pod) {
        List<Write> writes = new ArrayList<>(tell(volume, pod).toList());
        if (hasSucceeded(pod)) {
            writes.add(Write.delete(pod.ref()));
            return VolumeSighting.of(VolumeEvent.RECYCLED).after(writes);
        }
        if (pod.hasEnded()) {
            writes.add(Write.delete(pod.ref()));
            writes.add(new Write.LookAgain(RETRY));
            return VolumeSighting.of(
                            VolumeEvent.RECYCLING_FAILED,
                            Report.warning(
                                    "VolumeFailedRecycle",
                                    "Recycle failed: failed to recycle volume: " + whyFailed(pod)))
                    .after(writes);
        }
        return VolumeSighting.of(VolumeEvent.STORAGE_IN_USE).after(writes);
    }

    private static boolean hasSucceeded(Pod pod) {
        return pod.status().phase().filter(PodPhase.SUCCEEDED::equals).isPresent();
    }

    private static Stream<Write> tell(PersistentVolume volume, Pod pod) {
        if (pod.isPlaced()) {
            return Stream.of(Write.normal(
                    volume,
                    "RecyclerPod",
                    "Recycler pod: Successfully assigned " + pod.ref().qualifiedName() + " to "
                            + pod.spec().nodeName()));
        }
        return pod.status().conditions().stream()
                .filter(condition -> condition.type().equals("PodScheduled"))
                .filter(condition -> condition.status().equals("False"))
                .map(PodCondition::message)
                .map(message -> Write.warning(volume, "RecyclerPod", "Recycler pod: " + message));
    }

    private static String whyFailed(Pod pod) {
        return pod.status()
                .rest()
                .get("message")
                .filter(JsonString.class::isInstance)
                .map(message -> ((JsonString) message).value())
                .filter(message -> !message.isEmpty())
                .orElse("pod failed, pod.Status.Message unknown");
    }

    /** Whether it may be waiting for pods to go. */
    static boolean mayWait(PersistentVolume volume) {
        return volume.spec()
                .persistentVolumeReclaimPolicy()
                .filter(ReclaimPolicy.RECYCLE::equals)
                .isPresent();
    }

    /**
     * A recycler that nobody needs any more goes on until it ends, and is told of as before; but what it did is no longer
     * done to the volume, which somebody else changed meanwhile.
     */
    static List<Write> abandon(Cluster world, PersistentVolume volume) {
        return mayWait(volume)
                ? find(world, volume.metadata().name())
                        .map(pod -> farewell(volume, pod))
                        .orElse(List.of())
                : List.of();
    }

    private static List<Write> farewell(PersistentVolume volume, Pod pod) {
        List<Write> writes = new ArrayList<>(tell(volume, pod).toList());
        if (hasSucceeded(pod)) {
            writes.add(Write.normal(volume, "VolumeRecycled", "Volume recycled"));
        }
        writes.addAll(dismiss(pod));
        return writes;
    }

    /** The volume is gone: its recycler, once it ended, goes too. */
    static List<Write> dismiss(Cluster world, Ref<PersistentVolume> volume) {
        return find(world, volume.name()).map(Recycler::dismiss).orElse(List.of());
    }

    private static List<Write> dismiss(Pod pod) {
        return pod.hasEnded() ? List.of(Write.delete(pod.ref())) : List.of();
    }

    private static Optional<Pod> find(Cluster world, String volumeName) {
        return world.pod(RecyclerPod.NAMESPACE, RecyclerPod.NAME_PREFIX + volumeName)
                .filter(RecyclerPod::isRecycler);
    }

    /** The volume that this pod recycles, if it is a recycler. */
    static Optional<Ref<PersistentVolume>> volumeOf(Pod pod) {
        return RecyclerPod.isRecycler(pod)
                ? Optional.of(PersistentVolume.ref(pod.metadata().name().substring(RecyclerPod.NAME_PREFIX.length())))
                : Optional.empty();
    }
}
