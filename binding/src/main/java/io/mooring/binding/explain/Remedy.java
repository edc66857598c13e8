package io.mooring.binding.explain;

import io.mooring.binding.match.Mismatch;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumePhase;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.Optional;

/**
 * What takes one mismatch away.
 *
 * @param patch a merge patch of the volume; empty if another remedy takes this mismatch away too
 * @param purpose what it does, for a person; absent if the patch is empty
 */
record Remedy(JsonObject patch, Optional<String> purpose) {
    private static final Remedy FOLLOWS = new Remedy(JsonObject.EMPTY, Optional.empty());

    private static Remedy of(JsonObject patch, String purpose) {
        return new Remedy(JsonObject.of("spec", patch), Optional.of(purpose));
    }

    /** For each mismatch the remedy; absent where none leaves the storage as it is. */
    record ByMismatch(PersistentVolumeClaim claim, PersistentVolume volume)
            implements Mismatch.Visitor<Optional<Remedy>> {

        @Override
        public Optional<Remedy> visit(Mismatch.TakenBy mismatch) {
            return withoutClaimRef();
        }

        @Override
        public Optional<Remedy> visit(Mismatch.TakenByNamesake mismatch) {
            return withoutClaimRef();
        }

        /** Only of a volume that is not in use. */
        private Optional<Remedy> withoutClaimRef() {
            Optional<VolumePhase> phase = volume.status().phase();
            return phase.equals(Optional.of(VolumePhase.BOUND))
                    ? Optional.empty()
                    : Optional.of(of(
                            JsonObject.of("claimRef", JsonNull.NULL),
                            "clear the claimRef of " + phase.map(it -> it + " ").orElse("") + "volume " + name()));
        }

        /** The phase follows the claimRef. */
        @Override
        public Optional<Remedy> visit(Mismatch.NotAvailable mismatch) {
            return mismatch.phase().filter(VolumePhase.RELEASED::equals).map(released -> FOLLOWS);
        }

        @Override
        public Optional<Remedy> visit(Mismatch.ClassDiffers mismatch) {
            JsonString className = new JsonString(claim.className().orElse(""));
            return Optional.of(of(
                    JsonObject.of("storageClassName", className),
                    "give volume " + name() + " the class \"" + mismatch.requested() + "\""));
        }

        private String name() {
            return volume.metadata().name();
        }

        @Override
        public Optional<Remedy> visit(Mismatch.SelectorUnreadable mismatch) {
            return Optional.empty();
        }

        @Override
        public Optional<Remedy> visit(Mismatch.AccessModesNotOffered mismatch) {
            return Optional.empty();
        }

        @Override
        public Optional<Remedy> visit(Mismatch.AlreadyTaken mismatch) {
            return Optional.empty();
        }

        @Override
        public Optional<Remedy> visit(Mismatch.CapacityTooSmall mismatch) {
            return Optional.empty();
        }

        @Override
        public Optional<Remedy> visit(Mismatch.VolumeModeDiffers mismatch) {
            return Optional.empty();
        }

        @Override
        public Optional<Remedy> visit(Mismatch.AttributesClassDiffers mismatch) {
            return Optional.empty();
        }

        @Override
        public Optional<Remedy> visit(Mismatch.BeingDeleted mismatch) {
            return Optional.empty();
        }

        @Override
        public Optional<Remedy> visit(Mismatch.BindingDelayed mismatch) {
            return Optional.empty();
        }

        @Override
        public Optional<Remedy> visit(Mismatch.SelectorMismatch mismatch) {
            return Optional.empty();
        }

        @Override
        public Optional<Remedy> visit(Mismatch.NotReachable mismatch) {
            return Optional.empty();
        }
    }
}
