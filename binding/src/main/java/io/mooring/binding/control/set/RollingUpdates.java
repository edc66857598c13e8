package io.mooring.binding.control.set;

import io.mooring.release.Behaviour;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Pod;
import io.mooring.workload.RollingUpdate;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Deletes the pods that are not made of the set's template any more, downwards, down to the partition; they are made anew
 * from it. Models the last steps of {@code updateStatefulSet}.
 */
record RollingUpdates(SetView view, Work work) {

    void run() {
        if (outdated().findFirst().isEmpty()) {
            return;
        }
        if (view.world().semantics().has(Behaviour.STATEFUL_SET_MAX_UNAVAILABLE)) {
            replaceUpToMaxUnavailable();
        } else {
            replaceNext();
        }
    }

    /** Models {@code updateStatefulSetAfterInvariantEstablished}. */
    private void replaceUpToMaxUnavailable() {
        int budget = maxUnavailable() - unavailable();
        if (view.isInOrder()) {
            outdated().limit(Math.max(budget, 0)).forEach(this::delete);
            return;
        }
        // Those that serve nobody go whatever the budget, or one that can never become ready would block its own cure.
        outdated().filter(ordinal -> view.isUnavailable(pod(ordinal))).forEach(this::delete);
        outdated()
                .filter(ordinal -> !view.isUnavailable(pod(ordinal)))
                .limit(Math.max(budget, 0))
                .forEach(this::delete);
    }

    /** One at a time, once all pods after it serve; those before it are not looked at. */
    private void replaceNext() {
        int next = outdated().findFirst().orElseThrow();
        if (suspects(next + 1).noneMatch(this::isUnavailable)) {
            delete(next);
        }
    }

    private boolean isUnavailable(int ordinal) {
        return view.member(ordinal).map(view::isUnavailable).orElse(true);
    }

    private void delete(int ordinal) {
        work.delete(pod(ordinal));
    }

    private Pod pod(int ordinal) {
        return view.member(ordinal).orElseThrow();
    }

    private IntStream outdated() {
        int first = view.start() + rolling().flatMap(RollingUpdate::partition).orElse(0);
        return view.members().notOf(view.revisions().update().name(), first, view.end());
    }

    private int unavailable() {
        return (int) suspects(view.start()).filter(this::isUnavailable).count();
    }

    /** The ordinals from this one on whose pods may be unavailable. */
    private IntStream suspects(int first) {
        return view.set().spec().minReadySeconds() > 0
                ? IntStream.range(first, view.end())
                : view.members().unsettled(first, view.end());
    }

    /** One unless the set says otherwise, and never less; a share is rounded down. */
    private int maxUnavailable() {
        return Math.max(
                1,
                rolling()
                        .flatMap(RollingUpdate::maxUnavailable)
                        .map(this::count)
                        .orElse(1));
    }

    private int count(JsonValue maxUnavailable) {
        if (maxUnavailable instanceof JsonNumber number) {
            return (int) Math.min(number.toLong().orElse(1), Integer.MAX_VALUE);
        }
        String share = maxUnavailable instanceof JsonString text ? text.value() : "";
        if (!share.endsWith("%")) {
            return 1;
        }
        long replicas = (long) view.end() - view.start();
        return (int) (replicas * Integer.parseInt(share.substring(0, share.length() - 1)) / 100);
    }

    private Optional<RollingUpdate> rolling() {
        return view.set().spec().updateStrategy().rollingUpdate();
    }
}
