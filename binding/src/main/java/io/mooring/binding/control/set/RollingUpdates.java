package io.mooring.binding.control.set;

import io.mooring.binding.claims.StatefulPods;
import io.mooring.binding.control.workload.Share;
import io.mooring.binding.finding.UpdateFinding;
import io.mooring.meta.Ref;
import io.mooring.release.Behaviour;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Pod;
import io.mooring.workload.RollingUpdate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The pods that are not made of the set's template any more: they are deleted downwards, down to the partition, and made
 * anew from it.
 */
record RollingUpdates(SetView view) {

    UpdateFinding find() {
        int outdated = outdatedAnywhere();
        if (outdated == 0) {
            return new UpdateFinding.UpToDate();
        }
        if (view.isOnDelete()) {
            return new UpdateFinding.LeftToTheUser(outdated);
        }
        if (view.recreates()) {
            return recreated(outdated);
        }
        if (outdated().findFirst().isEmpty()) {
            return new UpdateFinding.BelowThePartition(outdated, view.partition());
        }
        return view.cluster().semantics().has(Behaviour.STATEFUL_SET_MAX_UNAVAILABLE)
                ? findUpToMaxUnavailable(outdated)
                : findNext(outdated);
    }

    /** All at once, upwards, those beyond the replicas included. Models {@code recreateDeleteAndWait}. */
    private UpdateFinding recreated(int outdated) {
        List<Ref<Pod>> pods = view.pods().ordinals().stream()
                .flatMap(ordinal -> view.pod(ordinal).stream())
                .filter(pod -> !StatefulPods.revisionOf(pod)
                        .equals(view.revisions().update().name()))
                .filter(pod -> !pod.metadata().isBeingDeleted())
                .map(Pod::ref)
                .toList();
        return pods.isEmpty() ? new UpdateFinding.HeldUp(outdated) : new UpdateFinding.Replacing(pods);
    }

    /** Whether pods of an earlier template are to go before anything else is done. */
    boolean comesFirst() {
        return view.recreates() && outdatedAnywhere() > 0;
    }

    /** What is found when the sync of the set does not get as far as the update. */
    UpdateFinding findHeldUp() {
        int outdated = outdatedAnywhere();
        return outdated == 0 ? new UpdateFinding.UpToDate() : new UpdateFinding.HeldUp(outdated);
    }

    private int outdatedAnywhere() {
        return view.pods().otherThan(view.revisions().update().name());
    }

    /**
     * Models {@code updateStatefulSetAfterInvariantEstablished}. Under Parallel, pods that are unavailable are replaced whatever
     * the budget, in releases that know better: one that can never become ready keeps itself from being replaced otherwise.
     */
    private UpdateFinding findUpToMaxUnavailable(int outdated) {
        int unavailable =
                (int) suspects(view.start()).filter(this::isUnavailable).count();
        int budget = Math.max(maxUnavailable() - unavailable, 0);
        boolean isBounded = view.isInOrder()
                || !view.cluster().semantics().has(Behaviour.PARALLEL_ROLLOUT_REPLACES_UNAVAILABLE_PODS);
        IntStream replaced = isBounded
                ? outdated().limit(budget)
                : IntStream.concat(
                        outdated().filter(this::isUnavailable),
                        outdated().filter(ordinal -> !isUnavailable(ordinal)).limit(budget));
        return found(replaced, new UpdateFinding.Waiting(outdated, unavailable, maxUnavailable()));
    }

    /** One at a time, once all pods after it serve; those before it are not looked at. */
    private UpdateFinding findNext(int outdated) {
        int next = outdated().findFirst().orElseThrow();
        int unavailable = (int) suspects(next + 1).filter(this::isUnavailable).count();
        return found(
                unavailable == 0 ? IntStream.of(next) : IntStream.empty(),
                new UpdateFinding.Waiting(outdated, unavailable, 1));
    }

    private UpdateFinding found(IntStream replaced, UpdateFinding otherwise) {
        List<Pod> pods = replaced.mapToObj(this::pod).toList();
        return pods.isEmpty()
                ? otherwise
                : new UpdateFinding.Replacing(pods.stream().map(Pod::ref).toList());
    }

    private boolean isUnavailable(int ordinal) {
        return view.pod(ordinal).map(view::isUnavailable).orElse(true);
    }

    private Pod pod(int ordinal) {
        return view.pod(ordinal).orElseThrow();
    }

    private IntStream outdated() {
        return view.pods().notOf(view.revisions().update().name(), view.fromStart(view.partition()), view.end());
    }

    /** The ordinals from this one on whose pods may be unavailable. */
    private IntStream suspects(int first) {
        return view.set().spec().minReadySeconds() > 0
                ? IntStream.range(first, view.end())
                : view.pods().unsettled(first, view.end());
    }

    /** One unless the set says otherwise, and never less; a share is rounded down. */
    private int maxUnavailable() {
        Optional<JsonValue> share =
                view.set().spec().updateStrategy().rollingUpdate().flatMap(RollingUpdate::maxUnavailable);
        return Math.max(1, Share.roundedDown(share, view.end() - view.start()));
    }
}
