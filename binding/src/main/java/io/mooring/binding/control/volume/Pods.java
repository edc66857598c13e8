package io.mooring.binding.control.volume;

import io.mooring.binding.world.Change;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import io.mooring.workload.PodVolume;
import java.util.Optional;
import java.util.stream.Stream;

/** What the controllers of volumes ask of pods. */
public final class Pods {
    private Pods() {}

    /** Models {@code IsPodTerminated}: it ended, or it is being deleted and none of its containers runs. */
    public static boolean isTerminated(Pod pod) {
        return hasEnded(pod)
                || (pod.metadata().isBeingDeleted() && containerStates(pod).noneMatch(Pods::isRunning));
    }

    /** Whether it runs and is ready. Models {@code isRunningAndReady}. */
    public static boolean isReady(Pod pod) {
        return pod.status().phase().equals(Optional.of(PodPhase.RUNNING))
                && pod.status().conditions().stream()
                        .anyMatch(condition -> condition.type().equals("Ready")
                                && condition.status().equals("True"));
    }

    /** Whether it succeeded or failed. */
    public static boolean hasEnded(Pod pod) {
        Optional<PodPhase> phase = pod.status().phase();
        return phase.filter(PodPhase.SUCCEEDED::equals).isPresent()
                || phase.filter(PodPhase.FAILED::equals).isPresent();
    }

    /**
     * Whether a change of a pod may matter to its claims and volumes: it came or went, was placed, ended, or is being
     * deleted otherwise than before. That it runs or is ready is no news to them.
     */
    public static boolean isNews(Change change) {
        return change.isCreation()
                || change.isRemoval()
                || isNews((Pod) change.before().orElseThrow(), (Pod)
                        change.after().orElseThrow());
    }

    private static boolean isNews(Pod before, Pod after) {
        return !before.spec().equals(after.spec())
                || hasEnded(before) != hasEnded(after)
                || isTerminated(before) != isTerminated(after)
                || before.metadata().isBeingDeleted() != after.metadata().isBeingDeleted()
                || !before.metadata()
                        .deletionGracePeriodSeconds()
                        .equals(after.metadata().deletionGracePeriodSeconds());
    }

    public static boolean isScheduled(Pod pod) {
        return !pod.spec().nodeName().isEmpty();
    }

    /** The claims that its volumes use, ephemeral ones included. */
    public static Stream<Ref<PersistentVolumeClaim>> claims(Pod pod) {
        return claimNames(pod).map(name -> PersistentVolumeClaim.ref(pod.metadata().namespace(), name));
    }

    /** The names of the claims that its volumes name, ephemeral ones included. */
    public static Stream<String> claimNames(Pod pod) {
        return pod.spec().volumes().stream().flatMap(volume -> claimName(pod, volume).stream());
    }

    public static Optional<String> claimName(Pod pod, PodVolume volume) {
        return volume.persistentVolumeClaim()
                .map(source -> source.claimName())
                .or(() -> volume.ephemeral().map(source -> ephemeralClaimName(pod, volume)));
    }

    /** Models {@code ephemeral.VolumeClaimName}. */
    public static String ephemeralClaimName(Pod pod, PodVolume volume) {
        return pod.metadata().name() + "-" + volume.name();
    }

    private static Stream<JsonObject> containerStates(Pod pod) {
        Optional<JsonValue> statuses = pod.status().rest().get("containerStatuses");
        return statuses.filter(JsonArray.class::isInstance)
                .map(found -> ((JsonArray) found).items().stream())
                .orElse(Stream.empty())
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast);
    }

    private static boolean isRunning(JsonObject containerStatus) {
        return containerStatus.at("state", "running").isPresent();
    }
}
