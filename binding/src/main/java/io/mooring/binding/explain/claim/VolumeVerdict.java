package io.mooring.binding.explain.claim;

import io.mooring.binding.match.MatchRule;
import io.mooring.binding.match.Mismatch;
import io.mooring.binding.match.NamedVolumeRule;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a volume does for a claim.
 *
 * @param mismatches every reason why it does not do, wherever the pod goes
 * @param reach from where it can be reached, where the pod's node matters
 */
record VolumeVerdict(PersistentVolume volume, List<Mismatch> mismatches, Optional<Reach> reach) {
    VolumeVerdict {
        mismatches = List.copyOf(mismatches);
    }

    /**
     * From where a volume can be reached.
     *
     * @param nodes those that reach it, by name
     * @param looked how many nodes were looked at
     * @param unreached why it cannot be reached from the others, said of the first of them
     */
    record Reach(List<Ref<Node>> nodes, int looked, Optional<Mismatch.NotReachable> unreached) {
        Reach {
            nodes = List.copyOf(nodes);
        }
    }

    /** Of a volume that the claim names: it must meet other rules than one that the claim looks for. */
    static VolumeVerdict named(PersistentVolumeClaim claim, PersistentVolume volume, Semantics semantics) {
        Stream<Mismatch> taken = volume.isReservedFor(claim)
                ? Stream.empty()
                : volume.spec().claimRef().stream().map(Mismatch.TakenBy::new);
        Stream<Mismatch> unfit =
                Stream.of(NamedVolumeRule.values()).flatMap(rule -> rule.check(claim, volume, semantics).stream());
        return new VolumeVerdict(volume, Stream.concat(taken, unfit).toList(), Optional.empty());
    }

    Ref<PersistentVolume> ref() {
        return volume.ref();
    }

    /** Whether nodes were looked at and none reaches it. */
    boolean isOutOfReach() {
        return reach.filter(it -> it.looked() > 0 && it.nodes().isEmpty()).isPresent();
    }

    /** What speaks against it apart from reach; that a taken volume is not Available either is not worth a word. */
    List<Mismatch> reasons() {
        boolean isTaken = mismatches.stream().anyMatch(each -> each.rule() == MatchRule.NOT_ANOTHER_CLAIMS);
        return isTaken
                ? mismatches.stream()
                        .filter(each -> each.rule() != MatchRule.PHASE)
                        .toList()
                : mismatches;
    }

    /** How much it holds, if that is not enough. */
    Optional<Quantity> tooSmall() {
        return mismatches.stream()
                .filter(Mismatch.CapacityTooSmall.class::isInstance)
                .map(mismatch -> ((Mismatch.CapacityTooSmall) mismatch).available())
                .findFirst();
    }

    /** In how many ways it does not do. */
    int misses() {
        return reasons().size() + (isOutOfReach() ? 1 : 0);
    }
}
