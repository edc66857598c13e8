package io.mooring.binding.explain.fix;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Loss;
import io.mooring.binding.finding.VolumeHolder;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who has less with a change than without it: every claim keeps its volume, every volume its data and whom it is kept for,
 * every pod its node. What an edit names it changes on purpose: a claim or pod that it replaces or deletes, a volume whose
 * {@code claimRef} it changes.
 */
record Losses(Cluster without, Target target) {

    List<Loss> of(Cluster with, List<Edit> edits) {
        return with.changesSince(without).stream()
                .filter(change -> change.before()
                        .filter(before -> !target.mayLose(before) && !isEdited(change.ref(), edits))
                        .isPresent())
                .flatMap(change -> Stream.of(claim(change), volume(change, edits), pod(change)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether the object is replaced or deleted on purpose. */
    private static boolean isEdited(Ref<?> object, List<Edit> edits) {
        return edits.stream()
                .filter(edit -> !(edit instanceof Edit.Patch))
                .anyMatch(edit -> edit.changed().filter(object::equals).isPresent());
    }

    private Optional<Loss> claim(Change<?> change) {
        return change.as(PersistentVolumeClaim.KIND)
                .filter(claim -> !claim.ref().equals(target.object()))
                .flatMap(claim ->
                        kind(claim.before().orElseThrow(), claim.after()).map(kind -> new Loss(claim.ref(), kind)));
    }

    /** A claim that had no volume may have got one. */
    private static Optional<Loss.Kind> kind(PersistentVolumeClaim before, Optional<PersistentVolumeClaim> after) {
        if (isTakenAway(before, after)) {
            return Optional.of(Loss.Kind.CLAIM);
        }
        return after.filter(found -> before.volume().isPresent() && !hasTheSame(before, found))
                .map(found -> Loss.Kind.VOLUME);
    }

    private static boolean hasTheSame(PersistentVolumeClaim before, PersistentVolumeClaim after) {
        return after.volume().equals(before.volume())
                && (after.isBound()
                        || after.status().phase().equals(before.status().phase()));
    }

    private static boolean isTakenAway(KubernetesObject before, Optional<? extends KubernetesObject> after) {
        return !before.metadata().isBeingDeleted()
                && after.filter(found -> !found.metadata().isBeingDeleted()
                                && found.metadata()
                                        .uid()
                                        .equals(before.metadata().uid()))
                        .isEmpty();
    }

    private static Optional<Loss> volume(Change<?> change, List<Edit> edits) {
        return change.as(PersistentVolume.KIND)
                .flatMap(volume -> kind(volume.before().orElseThrow(), volume.after(), isGivenAway(volume.ref(), edits))
                        .map(kind -> new Loss(volume.ref(), kind)));
    }

    private static Optional<Loss.Kind> kind(
            PersistentVolume before, Optional<PersistentVolume> after, boolean isGivenAway) {
        if (after.isEmpty() || isTakenAway(before, after) || isReleasedForGood(before, after.get())) {
            return Optional.of(Loss.Kind.DATA);
        }
        return isGivenAway || isKeptForTheSame(before, after.get())
                ? Optional.empty()
                : Optional.of(Loss.Kind.RESERVATION);
    }

    private static boolean isReleasedForGood(PersistentVolume before, PersistentVolume after) {
        return before.isBound() && !after.isBound() && !after.hasReclaimPolicy(ReclaimPolicy.RETAIN);
    }

    private static boolean isGivenAway(Ref<?> volume, List<Edit> edits) {
        return edits.stream()
                .anyMatch(edit -> edit instanceof Edit.Patch patch
                        && patch.object().equals(volume)
                        && patch.patch()
                                .get("spec")
                                .filter(spec -> spec instanceof JsonObject fields && fields.has("claimRef"))
                                .isPresent());
    }

    /** A volume that nobody had may have been taken. */
    private static boolean isKeptForTheSame(PersistentVolume before, PersistentVolume after) {
        Optional<VolumeHolder> holder = before.spec().claimRef().map(VolumeHolder::of);
        Optional<VolumeHolder> now = after.spec().claimRef().map(VolumeHolder::of);
        return holder.isEmpty() || now.filter(holder.get()::includes).isPresent();
    }

    private static Optional<Loss> pod(Change<?> change) {
        return change.as(Pod.KIND)
                .filter(pod -> {
                    Pod before = pod.before().orElseThrow();
                    return !before.hasEnded() && (isTakenAway(before, pod.after()) || isStopped(before, pod.after()));
                })
                .map(pod -> new Loss(pod.ref(), Loss.Kind.POD));
    }

    private static boolean isStopped(Pod before, Optional<Pod> after) {
        return after.filter(found -> (before.isPlaced() && !found.isPlaced()) || (before.isReady() && !found.isReady()))
                .isPresent();
    }
}
