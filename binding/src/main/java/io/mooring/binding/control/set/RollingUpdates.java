package io.mooring.binding.control.set;

import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Pod;
import io.mooring.workload.RollingUpdate;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Deletes the pods that are not made of the set's template any more, downwards, down to the partition; they are made anew
 * from it. Models {@code updateStatefulSetAfterInvariantEstablished}.
 */
record RollingUpdates(SetView view, Work work) {

    void run() {
        if (outdated().findFirst().isEmpty()) {
            return;
        }
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
        IntStream suspects = view.set().spec().minReadySeconds() > 0
                ? IntStream.range(view.start(), view.end())
                : view.members().unsettled(view.start(), view.end());
        return (int) suspects.filter(
                        ordinal -> view.member(ordinal).map(view::isUnavailable).orElse(true))
                .count();
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
