package io.mooring.admission.claim;

import static io.mooring.schema.Updates.immutable;

import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.metadata.Selectors;
import io.mooring.admission.storage.VolumeModes;
import io.mooring.meta.ObjectMeta;
import io.mooring.names.NameRule;
import io.mooring.quantity.Quantity;
import io.mooring.release.Behaviour;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Update;
import io.mooring.schema.Updates;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.StorageClass;
import io.mooring.tree.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What may change in a claim. Models {@code ValidatePersistentVolumeClaimUpdate} of {@code core/validation}. */
final class ClaimUpdate {
    private static final String STORAGE = "storage";
    private static final String CREATE_ANEW = "it stays as it is; delete the claim and create it anew";
    private static final String GROWS_ONCE_BOUND = "only a claim that is bound may ask for more";

    private static final Check<Update<PersistentVolumeClaim>> VOLUME_MODE =
            immutable("volumeMode", claim -> claim.spec().volumeMode(), VolumeModes::printed);

    private ClaimUpdate() {}

    static void check(Update<PersistentVolumeClaim> update, ErrorsAt at) {
        metadata(update.updated().metadata(), at.child("metadata"));
        spec(update, at.child("spec"));
        classAnnotation(update, at);
        restOfSpec(update, at);
        shrinking(update, at);
        VOLUME_MODE.check(update, at);
        attributesClass(update, at);
    }

    private static void metadata(ObjectMeta updated, ErrorsAt at) {
        Metadata.legacyFinalizers(updated, at);
        Metadata.generateName(NameRule.DNS_1123_SUBDOMAIN, updated, at);
    }

    /** The updated spec is checked as a new one is, but for flaws that the stored one has. */
    private static void spec(Update<PersistentVolumeClaim> update, ErrorsAt at) {
        PersistentVolumeClaimSpec stored = update.stored().spec();
        ClaimSpecSchema.SPEC.check(
                update.updated().spec(),
                at.with(Selectors.ANY_VALUES, Selectors.isRefused(stored.selector()))
                        .with(DataSources.ANY_GROUP, DataSources.haveGroup(stored)));
    }

    private static void classAnnotation(Update<PersistentVolumeClaim> update, ErrorsAt at) {
        String stored = annotation(update.stored()).orElse("");
        String updated = annotation(update.updated()).orElse("");
        if (!stored.equals(updated) && !movesClassToField(update)) {
            at.child("metadata")
                    .child("annotations", StorageClass.BETA_ANNOTATION)
                    .invalid(updated, Updates.IMMUTABLE);
        }
    }

    private static boolean movesClassToField(Update<PersistentVolumeClaim> update) {
        Optional<String> named = annotation(update.stored());
        return named.isPresent()
                && update.stored().spec().storageClassName().isEmpty()
                && update.updated().spec().storageClassName().equals(named)
                && annotation(update.updated()).map(named.get()::equals).orElse(true);
    }

    private static Optional<String> annotation(PersistentVolumeClaim claim) {
        return Optional.ofNullable(claim.metadata().annotations().get(StorageClass.BETA_ANNOTATION));
    }

    private static void restOfSpec(Update<PersistentVolumeClaim> update, ErrorsAt at) {
        boolean sentRequests = at.child("spec", "resources").child("requests").sent() instanceof JsonObject;
        Quantity requested = update.stored().requestedStorage();
        PersistentVolumeClaimSpec stored = withVolumeOnceGiven(update);
        PersistentVolumeClaimSpec updated = withClassOnceGiven(update);
        if (update.updated().status().phase().equals(Optional.of(ClaimPhase.BOUND))) {
            updated = updated.withVolumeAttributesClassName(stored.volumeAttributesClassName());
            updated = sentRequests ? withStorage(updated, requested) : updated;
        }
        if (!updated.equals(stored)) {
            at.child("spec")
                    .advising(withStorage(updated, requested).equals(stored) ? GROWS_ONCE_BOUND : CREATE_ANEW)
                    .forbidden("spec is immutable after creation except resources.requests and"
                            + " volumeAttributesClassName for bound claims");
        }
    }

    /** The binder, or a user before it, may name the volume once. */
    private static PersistentVolumeClaimSpec withVolumeOnceGiven(Update<PersistentVolumeClaim> update) {
        PersistentVolumeClaimSpec stored = update.stored().spec();
        return stored.volumeName().isEmpty()
                ? stored.withVolumeName(update.updated().spec().volumeName())
                : stored;
    }

    /** A claim without a class may be given one, be it the one in the old annotation. */
    private static PersistentVolumeClaimSpec withClassOnceGiven(Update<PersistentVolumeClaim> update) {
        PersistentVolumeClaimSpec updated = update.updated().spec();
        Optional<String> named = annotation(update.stored());
        boolean mayBeGiven = update.stored().spec().storageClassName().isEmpty()
                && updated.storageClassName().isPresent()
                && (named.isEmpty() || named.equals(updated.storageClassName()));
        return mayBeGiven ? updated.withStorageClassName(Optional.empty()) : updated;
    }

    private static PersistentVolumeClaimSpec withStorage(PersistentVolumeClaimSpec spec, Quantity storage) {
        Map<String, Quantity> requests = new LinkedHashMap<>(spec.resources().requests());
        requests.put(STORAGE, storage);
        return spec.withResources(spec.resources().withRequests(requests));
    }

    /** Asking for less is taken only down to what is there, to take back an expansion that failed. */
    private static void shrinking(Update<PersistentVolumeClaim> update, ErrorsAt at) {
        Quantity requested = update.updated().requestedStorage();
        Quantity actual = update.stored().actualStorage();
        if (requested.compareTo(update.stored().requestedStorage()) < 0 && requested.compareTo(actual) <= 0) {
            ErrorsAt storage = at.child("spec", "resources").child("requests", STORAGE);
            ErrorsAt place = actual.isZero()
                    ? storage
                    : storage.advising("a volume does not shrink: ask for more than the " + actual + " that are there");
            place.forbidden("field can not be less than status.capacity");
        }
    }

    private static void attributesClass(Update<PersistentVolumeClaim> update, ErrorsAt at) {
        Optional<String> updated = update.updated().spec().volumeAttributesClassName();
        boolean changes = !updated.equals(update.stored().spec().volumeAttributesClassName());
        ErrorsAt name = at.child("spec", "volumeAttributesClassName");
        if (changes && !at.has(Behaviour.VOLUME_ATTRIBUTES_CLASSES)) {
            name.forbidden("update is forbidden when the VolumeAttributesClass feature gate is disabled");
        }
        boolean wasApplied =
                update.stored().status().currentVolumeAttributesClassName().isPresent();
        if (changes && wasApplied && updated.orElse("").isEmpty()) {
            name.forbidden("update to " + (updated.isEmpty() ? "nil" : "empty string")
                    + " is forbidden when status.currentVolumeAttributesClassName is not nil");
        }
    }
}
