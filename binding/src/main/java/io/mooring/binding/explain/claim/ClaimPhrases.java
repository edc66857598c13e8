package io.mooring.binding.explain.claim;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.explain.fix.VolumeDemand;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.FieldPath;
import java.util.List;
import java.util.Optional;

/** What is said of a claim in more cases than one. */
record ClaimPhrases(Evidence evidence, PersistentVolumeClaim claim) {
    /** What nobody here will do by himself. */
    static final String UNTIL_CHANGED = "waits until something changes: ";

    Cluster cluster() {
        return evidence.cluster();
    }

    /** The beginning of an explanation of the claim. */
    Explanation said(Outlook outlook, String headline) {
        return Explanation.of(claim.ref(), outlook, headline);
    }

    /** What is said of who might make a volume for it. */
    MakerFacts makers() {
        return new MakerFacts(evidence, claim);
    }

    /** The volumes that there are, each held against the claim. */
    Surveyed surveyed() {
        return Surveyed.of(evidence, claim);
    }

    /** That no volume whatever can have the labels that it asks for. */
    Optional<Explanation> contradicted() {
        return VolumeDemand.of(claim)
                .contradiction()
                .map(contradiction -> said(Outlook.IMPOSSIBLE, "is impossible as asked: no volume can fit.")
                        .withFacts(List.of(Fact.of(
                                        FactCode.CLAIM_SELECTOR,
                                        claim.ref(),
                                        FieldPath.of("spec", "selector"),
                                        "asks for " + contradiction + " at once, which no labels are")
                                .having(contradiction.toString()))));
    }

    /** Whether somebody makes volumes of the class. */
    boolean isMade(Ref<StorageClass> storageClass) {
        return cluster()
                .get(storageClass)
                .filter(found -> !found.provisioner().equals(StorageClass.NO_PROVISIONER))
                .isPresent();
    }

    /** That no volume that there is fits, and that its class allows new ones nowhere. */
    Optional<Explanation> neverMade(Ref<StorageClass> storageClass) {
        if (!isMade(storageClass)
                || !makers().isImpossible(storageClass)
                || surveyed().isServed()) {
            return Optional.empty();
        }
        return Optional.of(said(Outlook.IMPOSSIBLE, "is impossible as asked: its class allows volumes nowhere.")
                .withFacts(makers().nowhere(storageClass).stream().toList()));
    }

    /** {@code No volume meets 1, 2 and 3 at once.}, of so many facts behind those before. */
    static String conflict(int before, int count) {
        StringBuilder text = new StringBuilder("No volume meets ").append(before + 1);
        for (int number = before + 2; number < before + count; number++) {
            text.append(", ").append(number);
        }
        return text.append(" and ").append(before + count).append(" at once.").toString();
    }
}
