package io.mooring.binding.explain.claim;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.words.Amounts;
import io.mooring.binding.world.Cluster;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a claim that has its volume came to it, and what that wastes. */
record BoundFacts(Cluster cluster, PersistentVolumeClaim claim, PersistentVolume volume) {
    private static final FieldPath VOLUME_NAME = FieldPath.of("spec", "volumeName");

    /** How a claim came to its volume. */
    private enum Way {
        NAMED,
        RESERVED,
        SEARCHED,
        PROVISIONED
    }

    List<Fact> context() {
        List<Fact> facts = new ArrayList<>();
        facts.add(bound());
        waste().ifPresent(facts::add);
        return facts;
    }

    private Fact bound() {
        Way way = way();
        return Fact.of(FactCode.CLAIM_BOUND_BY, claim.ref(), VOLUME_NAME, text(way))
                .having(way.name().toLowerCase(Locale.ROOT));
    }

    /** Who wrote which of the two names tells it: a controller leaves its annotation on whichever it filled in. */
    private Way way() {
        if (volume.provisionedBy().isPresent()) {
            return Way.PROVISIONED;
        }
        if (!claim.metadata().hasAnnotation(PersistentVolumeClaim.BOUND_BY_CONTROLLER_ANNOTATION)) {
            return Way.NAMED;
        }
        return volume.metadata().hasAnnotation(PersistentVolumeClaim.BOUND_BY_CONTROLLER_ANNOTATION)
                ? Way.SEARCHED
                : Way.RESERVED;
    }

    private String text(Way way) {
        return switch (way) {
            case NAMED -> "named the volume itself";
            case RESERVED -> "got the volume that was reserved for it by the volume's claimRef";
            case SEARCHED -> "got the first in the order of choice of the volumes that fitted";
            case PROVISIONED ->
                "got a volume that was made for it by " + volume.provisionedBy().orElseThrow();
        };
    }

    /** A volume serves one claim, so that nobody else gets what is left. */
    private Optional<Fact> waste() {
        Quantity requested = claim.requestedStorage();
        Quantity held = volume.storageCapacity();
        return held.compareTo(requested) <= 0
                ? Optional.empty()
                : Optional.of(Fact.of(
                                FactCode.VOLUME_WASTE,
                                volume.ref(),
                                FieldPath.of("spec", "capacity").key("storage"),
                                "holds " + held + ", " + Amounts.difference(requested, held) + " more than the "
                                        + requested + " requested; nobody else gets the rest")
                        .having(held.toString())
                        .needing(requested.toString()));
    }

    /** With the volumes that it might have got instead, had it searched now; where it did not search, there are none. */
    Explanation passingOver(Explanation explanation) {
        if (way() != Way.SEARCHED) {
            return explanation;
        }
        List<VolumeVerdict> verdicts = new ArrayList<>();
        for (VolumeVerdict verdict : new Survey(cluster, unbound()).verdicts()) {
            if (!verdict.ref().equals(volume.ref())) {
                verdicts.add(verdict);
            }
        }
        Nearest nearest = Nearest.of(cluster, claim, verdicts, this::after);
        return explanation.withCandidates(nearest.candidates(), nearest.others());
    }

    private PersistentVolumeClaim unbound() {
        return claim.withSpec(claim.spec().withVolumeName(""));
    }

    /** Where another volume that fits stands in the order of choice. */
    private String after(PersistentVolume other) {
        boolean byScheduler = claim.selectedNode().isPresent();
        int byModes = Integer.compare(modes(other), modes(volume));
        int bySize = other.storageCapacity().compareTo(volume.storageCapacity());
        int first = byScheduler ? bySize : byModes;
        int second = byScheduler ? byModes : bySize;
        int order = first != 0 ? first : second;
        if (order < 0) {
            return "fits too, and would be chosen now";
        }
        boolean isBySize = byScheduler ? bySize != 0 : byModes == 0 && bySize != 0;
        String why = isBySize
                ? "it is larger, and holds " + other.storageCapacity()
                : byModes != 0 ? "it offers more access modes" : "of equals the first by name is taken";
        return "fits too, and comes after " + volume.ref().name() + ": " + why;
    }

    private static int modes(PersistentVolume volume) {
        return (int) volume.spec().accessModes().stream().distinct().count();
    }
}
