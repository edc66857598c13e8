package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.finding.VolumeReclaimFinding;
import io.mooring.binding.finding.VolumeReclaimFinding.LeftToProvisioner;
import io.mooring.binding.finding.VolumeReclaimFinding.NoRecycler;
import io.mooring.binding.finding.VolumeReclaimFinding.Recycled;
import io.mooring.binding.finding.VolumeReclaimFinding.RecyclerAtWork;
import io.mooring.binding.finding.VolumeReclaimFinding.RecyclerNameTaken;
import io.mooring.binding.finding.VolumeReclaimFinding.RecyclerPaused;
import io.mooring.binding.finding.VolumeReclaimFinding.RecyclerWanted;
import io.mooring.binding.finding.VolumeReclaimFinding.RecyclingFailed;
import io.mooring.binding.finding.VolumeReclaimFinding.UsedByPods;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
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
 * what became of the volume. Upstream's recycler repeats the pod's events on the volume; here they are made from the pod,
 * about which the scheduler emits the same.
 */
public final class Recycler {
    /** How long upstream leaves a volume alone that it failed to recycle: its resync. */
    static final Duration RETRY = Duration.ofSeconds(15);

    private Recycler() {}

    /** Whether there is a plugin that can have the volume scrubbed: host path and NFS. */
    public static boolean canRecycle(PersistentVolume volume) {
        return RecyclerPod.nameFor(volume).isPresent();
    }

    /** What became of the attempt so far; {@link RecyclerWrites} has what is to be done next. */
    static VolumeReclaimFinding recycle(Cluster cluster, PersistentVolume volume) {
        if (CsiMigration.migratedTo(volume).isPresent()) {
            return new LeftToProvisioner(volume.ref());
        }
        List<Ref<Pod>> users = users(cluster, volume);
        if (!users.isEmpty()) {
            return new UsedByPods(volume.ref(), users);
        }
        Optional<Ref<Pod>> recycler = RecyclerPod.nameFor(volume);
        if (recycler.isEmpty()) {
            return new NoRecycler(volume.ref());
        }
        return cluster.get(recycler.get())
                .map(pod -> attempt(volume, pod))
                .orElseGet(() -> hasJustFailed(cluster, volume)
                        ? new RecyclerPaused(volume.ref(), recycler.get())
                        : new RecyclerWanted(volume.ref(), recycler.get()));
    }

    /**
     * The pods that use the claim which is gone, unless a new one has its name: then they use that one. Models
     * {@code isVolumeUsed} and the check after it.
     */
    private static List<Ref<Pod>> users(Cluster cluster, PersistentVolume volume) {
        Ref<PersistentVolumeClaim> claim = volume.claim().orElseThrow();
        if (cluster.get(claim).isPresent()) {
            return List.of();
        }
        return VolumeIndexes.PODS_BY_CLAIM
                .find(cluster, claim)
                .filter(pod -> !pod.isTerminated())
                .map(Pod::ref)
                .toList();
    }

    /** Models {@code waitForPod}, and what upstream does where the name is taken before. */
    private static VolumeReclaimFinding attempt(PersistentVolume volume, Pod pod) {
        if (!RecyclerPod.isRecycler(pod)) {
            return new RecyclerNameTaken(volume.ref(), pod.ref());
        }
        if (pod.isIn(PodPhase.SUCCEEDED)) {
            return new Recycled(volume.ref(), pod.ref());
        }
        return pod.hasEnded()
                ? new RecyclingFailed(volume.ref(), pod.ref(), statusMessage(pod))
                : new RecyclerAtWork(volume.ref(), pod.ref());
    }

    /**
     * Whether recycling this volume failed a moment ago, so that the next attempt has to wait: it would fail for ever
     * without pause. A volume that failed for another reason does not wait. Upstream remembers failed operations likewise.
     */
    private static boolean hasJustFailed(Cluster cluster, PersistentVolume volume) {
        return cluster.finding(volume.ref())
                        .filter(finding -> finding instanceof RecyclingFailed || finding instanceof RecyclerNameTaken)
                        .isPresent()
                && volume.isIn(VolumePhase.FAILED)
                && volume.status()
                        .lastPhaseTransitionTime()
                        .filter(time -> cluster.now().isBefore(time.plus(RETRY)))
                        .isPresent();
    }

    /** The events on the volume about its recycler pod. */
    static Stream<Write> events(PersistentVolume volume, Pod pod) {
        if (pod.isPlaced()) {
            return Stream.of(Write.normal(
                    volume,
                    "RecyclerPod",
                    "Recycler pod: Successfully assigned " + pod.ref().qualifiedName() + " to "
                            + pod.spec().nodeName()));
        }
        return pod.condition("PodScheduled").stream()
                .filter(condition -> condition.status().equals("False"))
                .map(PodCondition::message)
                .map(message -> Write.warning(volume, "RecyclerPod", "Recycler pod: " + message));
    }

    private static String statusMessage(Pod pod) {
        return pod.status()
                .rest()
                .get("message")
                .filter(JsonString.class::isInstance)
                .map(message -> ((JsonString) message).value())
                .filter(message -> !message.isEmpty())
                .orElse("pod failed, pod.Status.Message unknown");
    }

    /**
     * What is written while the volume is not to be recycled any more, since somebody changed it meanwhile: its recycler goes on
     * until it ends, with the same events, but what comes of it no longer matters to the volume.
     */
    static List<Write> abandon(Cluster cluster, PersistentVolume volume) {
        return volume.hasReclaimPolicy(ReclaimPolicy.RECYCLE)
                ? find(cluster, volume.metadata().name())
                        .map(pod -> eventsAndDeletion(volume, pod))
                        .orElse(List.of())
                : List.of();
    }

    private static List<Write> eventsAndDeletion(PersistentVolume volume, Pod pod) {
        List<Write> writes = new ArrayList<>(events(volume, pod).toList());
        if (pod.isIn(PodPhase.SUCCEEDED)) {
            VolumeEventTexts.of(new Recycled(volume.ref(), pod.ref()))
                    .ifPresent(report -> writes.add(report.about(volume)));
        }
        writes.addAll(deleteIfEnded(pod));
        return writes;
    }

    /** The volume is gone: its recycler, once it ended, goes too. */
    static List<Write> deleteIfEnded(Cluster cluster, Ref<PersistentVolume> volume) {
        return find(cluster, volume.name()).map(Recycler::deleteIfEnded).orElse(List.of());
    }

    private static List<Write> deleteIfEnded(Pod pod) {
        return pod.hasEnded() ? List.of(Write.delete(pod.ref())) : List.of();
    }

    private static Optional<Pod> find(Cluster cluster, String volumeName) {
        return cluster.pod(RecyclerPod.NAMESPACE, RecyclerPod.NAME_PREFIX + volumeName)
                .filter(RecyclerPod::isRecycler);
    }

    /** The volume that this pod recycles, if it is a recycler. */
    static Optional<Ref<PersistentVolume>> volumeOf(Pod pod) {
        return RecyclerPod.isRecycler(pod)
                ? Optional.of(PersistentVolume.ref(pod.metadata().name().substring(RecyclerPod.NAME_PREFIX.length())))
                : Optional.empty();
    }
}
