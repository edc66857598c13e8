package io.mooring.binding.explain;

import io.mooring.binding.match.Evaluation;
import io.mooring.binding.match.Mismatch;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonObject;
import io.mooring.tree.MergePatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Changes to volumes that are there, each of which binds the claim. Proposed is only what says nothing about the storage
 * itself: who a volume is kept for, and its class. Each is tried on the cluster, which is a value, and kept if it works.
 */
final class Edits {
    /** How many are tried at most: those of the volumes that fail the fewest rules. */
    private static final int TRIED = 20;

    private Edits() {}

    static List<Edit> that(Cluster world, PersistentVolumeClaim claim, Why why) {
        return volumes(why).stream()
                .sorted(Comparator.comparingInt(each -> each.mismatches().size()))
                .flatMap(each -> edit(claim, each).stream())
                .limit(TRIED)
                .filter(edit -> helps(world, claim, edit))
                .toList();
    }

    private static List<Evaluation> volumes(Why why) {
        if (why instanceof Why.NoVolumeFits none) {
            return none.volumes();
        }
        if (why instanceof Why.NamedVolumeDoesNotDo named) {
            return named.examined().stream().toList();
        }
        return List.of();
    }

    private static boolean helps(Cluster world, PersistentVolumeClaim claim, Edit edit) {
        Outcome outcome = world.patch(edit.object(), edit.patch());
        return outcome.answer().isAccepted()
                && outcome.cluster()
                        .settle()
                        .claim(claim.metadata().namespace(), claim.metadata().name())
                        .filter(after -> after.status().phase().equals(Optional.of(ClaimPhase.BOUND)))
                        .isPresent();
    }

    private static Optional<Edit> edit(PersistentVolumeClaim claim, Evaluation evaluation) {
        PersistentVolume volume = evaluation.volume();
        Remedy.ByMismatch remedies = new Remedy.ByMismatch(claim, volume);
        JsonObject patch = JsonObject.EMPTY;
        List<String> purposes = new ArrayList<>();
        for (Mismatch mismatch : evaluation.mismatches()) {
            Optional<Remedy> remedy = mismatch.accept(remedies);
            if (remedy.isEmpty()) {
                return Optional.empty();
            }
            patch = MergePatch.combine(patch, remedy.get().patch());
            remedy.get().purpose().ifPresent(purposes::add);
        }
        return patch.isEmpty()
                ? Optional.empty()
                : Optional.of(new Edit(volume.ref(), patch, String.join(" and ", purposes)));
    }
}
