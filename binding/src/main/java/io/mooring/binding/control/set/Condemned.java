package io.mooring.binding.control.set;

import io.mooring.binding.finding.ScaleDownFinding;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The pods beyond the set's ordinals, downwards. Models {@code processCondemned}. */
record Condemned(SetView view) {

    /** Under OrderedReady the first, since each waits until the one above it is gone. */
    List<ScaleDownFinding> find() {
        if (!view.isInOrder()) {
            return ordinals().mapToObj(this::find).toList();
        }
        OptionalInt highest = ordinals().findFirst();
        return highest.isEmpty() ? List.of() : List.of(findInOrder(highest.getAsInt()));
    }

    private ScaleDownFinding find(int ordinal) {
        Pod pod = pod(ordinal);
        return pod.metadata().isBeingDeleted()
                ? new ScaleDownFinding.Terminating(pod.ref())
                : new ScaleDownFinding.Condemned(pod.ref());
    }

    private ScaleDownFinding findInOrder(int highest) {
        Pod pod = pod(highest);
        Optional<Ref<Pod>> other = view.isAvailable(pod) ? Optional.empty() : lowestUnavailable(highest);
        return pod.metadata().isBeingDeleted() || other.isEmpty()
                ? find(highest)
                : new ScaleDownFinding.HeldBack(pod.ref(), other.get());
    }

    private Optional<Ref<Pod>> lowestUnavailable(int highest) {
        return ordinals()
                .filter(ordinal -> ordinal < highest)
                .mapToObj(this::pod)
                .filter(view::isUnavailable)
                .reduce((higher, lower) -> lower)
                .map(Pod::ref);
    }

    /**
     * Their claims are handed over as the retention policy wants. Upwards, so that the highest pod, which is looked at
     * first, tells whether all claims were handed over.
     */
    void giveOwners(SetWrites writes) {
        OptionalInt highest = ordinals().findFirst();
        if (highest.isEmpty() || claims(highest.getAsInt()).haveOwners()) {
            return;
        }
        int[] upwards = ordinals().sorted().toArray();
        for (int ordinal : upwards) {
            ReplicaClaims claims = claims(ordinal);
            if (!claims.haveOwners()) {
                claims.giveOwners(writes);
            }
        }
    }

    private IntStream ordinals() {
        return view.pods().outside(view.start(), view.end());
    }

    private ReplicaClaims claims(int ordinal) {
        return ReplicaClaims.of(view, ordinal, pod(ordinal).metadata());
    }

    private Pod pod(int ordinal) {
        return view.pod(ordinal).orElseThrow();
    }
}
