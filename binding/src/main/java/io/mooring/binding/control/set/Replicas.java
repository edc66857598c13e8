package io.mooring.binding.control.set;

import io.mooring.binding.control.part.PodLimit;
import io.mooring.binding.finding.ReplicaFinding;
import io.mooring.binding.finding.ReplicaFinding.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/** The replicas that a set wants, upwards, as far as a sync of the set goes. */
final class Replicas {
    private static final int LARGEST_BATCH = 500;

    private final SetView view;
    private final PrimitiveIterator.OfInt ordinals;
    private final List<Replica> found = new ArrayList<>();

    private Replicas(SetView view, IntStream ordinals) {
        this.view = view;
        this.ordinals = ordinals.iterator();
    }

    static Replicas of(SetView view) {
        Optional<String> refusal = PodLimit.refusal(view.cluster(), view.missingAtLeast());
        Replicas replicas = new Replicas(view, refusal.isEmpty() ? wanted(view) : existing(view));
        if (view.isInOrder()) {
            replicas.findInOrder();
        } else {
            replicas.findTogether();
        }
        refusal.filter(why -> replicas.letGoOn())
                .ifPresent(why -> replicas.found.add(Replica.tooMany(view, firstMissing(view), why)));
        return replicas;
    }

    /** Those that may need something. */
    private static IntStream wanted(SetView view) {
        return view.ownsItsClaims() && view.set().spec().minReadySeconds() == 0
                ? view.pods().unsettled(view.start(), view.end())
                : IntStream.range(view.start(), view.end());
    }

    /** Those that have a pod. */
    private static IntStream existing(SetView view) {
        return view.pods().ordinals().stream()
                .mapToInt(Integer::intValue)
                .filter(ordinal -> ordinal >= view.start() && ordinal < view.end());
    }

    private static int firstMissing(SetView view) {
        return IntStream.range(view.start(), view.end())
                .filter(ordinal -> !view.pods().ordinals().contains(ordinal))
                .findFirst()
                .orElseThrow();
    }

    /** Those that are not as they should be. */
    List<Replica> found() {
        return found;
    }

    /** Whether the sync of the set goes on after them. */
    boolean letGoOn() {
        return found.stream().map(replica -> replica.finding().effect()).noneMatch(this::stops);
    }

    private boolean stops(Effect effect) {
        return view.isInOrder() ? effect != Effect.NONE : effect == Effect.FAILS;
    }

    private void findInOrder() {
        while (ordinals.hasNext() && !stops(find(ordinals.nextInt()))) {
            // This one does not hold up the next.
        }
    }

    /** In batches of 1, 2, 4, ... ordinals; after one in which something fails, none follows. Models {@code slowStartBatch}. */
    private void findTogether() {
        long end = view.start();
        int size = 1;
        boolean hasFailed = false;
        while (ordinals.hasNext()) {
            int ordinal = ordinals.nextInt();
            if (ordinal >= end && hasFailed) {
                return;
            }
            while (ordinal >= end) {
                end += size;
                size = Math.min(2 * size, LARGEST_BATCH);
            }
            hasFailed |= stops(find(ordinal));
        }
    }

    private Effect find(int ordinal) {
        Replica replica = Replica.of(view, ordinal);
        if (!(replica.finding() instanceof ReplicaFinding.Ready)) {
            found.add(replica);
        }
        return replica.finding().effect();
    }
}
