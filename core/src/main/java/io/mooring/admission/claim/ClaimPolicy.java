package io.mooring.admission.claim;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.metadata.MetadataRules;
import io.mooring.admission.plugin.ClaimLimits;
import io.mooring.admission.plugin.ClaimQuota;
import io.mooring.admission.plugin.ClaimResize;
import io.mooring.admission.plugin.DefaultStorageClass;
import io.mooring.admission.plugin.InUseProtection;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.admission.policy.Plugin;
import io.mooring.meta.ObjectKind;
import io.mooring.names.NameRule;
import io.mooring.quantity.Quantity;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Rules;
import io.mooring.schema.Type;
import io.mooring.schema.Update;
import io.mooring.schema.Updates;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeClaimStatus;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeMode;
import io.mooring.tree.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Claims: their defaults, what is checked on a new one, and what may change. Models {@code
 * ValidatePersistentVolumeClaim} and {@code ValidatePersistentVolumeClaimUpdate} of {@code pkg/apis/core/validation}
 * and {@code pkg/registry/core/persistentvolumeclaim}.
 */
public final class ClaimPolicy implements KindPolicy<PersistentVolumeClaim> {
    private static final List<Plugin<PersistentVolumeClaim>> PLUGINS = List.of(
            new ClaimLimits(),
            new DefaultStorageClass(),
            new InUseProtection<>("kubernetes.io/pvc-protection", PersistentVolumeClaim::withMetadata),
            new ClaimResize(),
            new ClaimQuota());
    private static final String STORAGE = "storage";
    private static final String CREATE_ANEW = "it stays as it is; delete the claim and create it anew";
    private static final String GROWS_ONCE_BOUND = "only a claim that is bound may ask for more";

    private static final Rules<PersistentVolumeClaim> CREATED = Rules.<PersistentVolumeClaim>table()
            .field("metadata", PersistentVolumeClaim::metadata, MetadataRules.created(NameRule.DNS_1123_SUBDOMAIN))
            .field("spec", PersistentVolumeClaim::spec, ClaimSpecRules.created());

    private static final Rules<Update<PersistentVolumeClaim>> UPDATED = Rules.<Update<PersistentVolumeClaim>>table()
            .field("metadata", change -> change.updated().metadata(), MetadataRules.LEGACY_FINALIZERS)
            .field(
                    "metadata",
                    change -> change.updated().metadata(),
                    MetadataRules.generateName(NameRule.DNS_1123_SUBDOMAIN))
            .rule((change, at) -> ClaimSpecRules.replacing(change.stored().spec())
                    .check(change.updated().spec(), at.child("spec")))
            .rule(ClaimPolicy::classAnnotation)
            .rule(ClaimPolicy::restOfSpec)
            .rule(ClaimPolicy::shrinking)
            .rule(Updates.immutable("volumeMode", claim -> claim.spec().volumeMode(), ClaimPolicy::printed))
            .rule(ClaimPolicy::attributesClass);

    @Override
    public ObjectKind<PersistentVolumeClaim> kind() {
        return PersistentVolumeClaim.KIND;
    }

    @Override
    public Type<PersistentVolumeClaim> type() {
        return PersistentVolumeClaim.CODEC;
    }

    @Override
    public PersistentVolumeClaim withDefaults(PersistentVolumeClaim read) {
        return read.withSpec(ClaimDefaults.spec(read.spec())).withStatus(ClaimDefaults.status(read.status()));
    }

    @Override
    public PersistentVolumeClaim prepareForCreate(PersistentVolumeClaim created, AdmissionWorld world) {
        PersistentVolumeClaimStatus pending =
                PersistentVolumeClaimStatus.builder().phase(ClaimPhase.PENDING).build();
        return created.withStatus(pending).withSpec(ClaimDefaults.withDataSources(created.spec(), Optional.empty()));
    }

    @Override
    public PersistentVolumeClaim prepareForUpdate(Update<PersistentVolumeClaim> change, AdmissionWorld world) {
        PersistentVolumeClaim stored = change.stored();
        return change.updated()
                .withStatus(stored.status())
                .withSpec(ClaimDefaults.withDataSources(change.updated().spec(), Optional.of(stored.spec())));
    }

    @Override
    public Check<PersistentVolumeClaim> created() {
        return CREATED;
    }

    @Override
    public Check<Update<PersistentVolumeClaim>> updated() {
        return UPDATED;
    }

    private static BadValue printed(Optional<VolumeMode> mode) {
        return mode.map(each -> BadValue.ofTyped(each.value())).orElse(BadValue.NULL);
    }

    private static void classAnnotation(Update<PersistentVolumeClaim> change, ErrorsAt at) {
        String stored = annotation(change.stored()).orElse("");
        String updated = annotation(change.updated()).orElse("");
        if (!stored.equals(updated) && !movesClassToField(change)) {
            at.child("metadata")
                    .child("annotations", StorageClass.BETA_ANNOTATION)
                    .invalid(updated, Updates.IMMUTABLE);
        }
    }

    private static void restOfSpec(Update<PersistentVolumeClaim> change, ErrorsAt at) {
        boolean sentRequests = at.child("spec", "resources").child("requests").sent() instanceof JsonObject;
        PersistentVolumeClaimSpec stored = withVolumeOnceGiven(change);
        PersistentVolumeClaimSpec updated = withClassOnceGiven(change);
        if (change.updated().status().phase().equals(Optional.of(ClaimPhase.BOUND))) {
            updated = updated.withVolumeAttributesClassName(stored.volumeAttributesClassName());
            updated = sentRequests ? withStorage(updated, requested(stored)) : updated;
        }
        if (!updated.equals(stored)) {
            at.child("spec")
                    .advising(withStorage(updated, requested(stored)).equals(stored) ? GROWS_ONCE_BOUND : CREATE_ANEW)
                    .forbidden("spec is immutable after creation except resources.requests and"
                            + " volumeAttributesClassName for bound claims");
        }
    }

    /** The binder, or a user before it, may name the volume once. */
    private static PersistentVolumeClaimSpec withVolumeOnceGiven(Update<PersistentVolumeClaim> change) {
        PersistentVolumeClaimSpec stored = change.stored().spec();
        return stored.volumeName().isEmpty()
                ? stored.withVolumeName(change.updated().spec().volumeName())
                : stored;
    }

    /** A claim without a class may be given one, be it the one in the old annotation. */
    private static PersistentVolumeClaimSpec withClassOnceGiven(Update<PersistentVolumeClaim> change) {
        PersistentVolumeClaimSpec updated = change.updated().spec();
        Optional<String> named = annotation(change.stored());
        boolean mayBeGiven = change.stored().spec().storageClassName().isEmpty()
                && updated.storageClassName().isPresent()
                && (named.isEmpty() || named.equals(updated.storageClassName()));
        return mayBeGiven ? updated.withStorageClassName(Optional.empty()) : updated;
    }

    private static boolean movesClassToField(Update<PersistentVolumeClaim> change) {
        Optional<String> named = annotation(change.stored());
        return named.isPresent()
                && change.stored().spec().storageClassName().isEmpty()
                && change.updated().spec().storageClassName().equals(named)
                && annotation(change.updated()).map(named.get()::equals).orElse(true);
    }

    private static Optional<String> annotation(PersistentVolumeClaim claim) {
        return Optional.ofNullable(claim.metadata().annotations().get(StorageClass.BETA_ANNOTATION));
    }

    private static PersistentVolumeClaimSpec withStorage(PersistentVolumeClaimSpec spec, Quantity storage) {
        Map<String, Quantity> requests = new LinkedHashMap<>(spec.resources().requests());
        requests.put(STORAGE, storage);
        return spec.withResources(spec.resources().withRequests(requests));
    }

    private static Quantity requested(PersistentVolumeClaimSpec spec) {
        return spec.resources().requests().getOrDefault(STORAGE, Quantity.ZERO);
    }

    /** Asking for less is taken only down to what is there, to take back an expansion that failed. */
    private static void shrinking(Update<PersistentVolumeClaim> change, ErrorsAt at) {
        Quantity updated = requested(change.updated().spec());
        Quantity there = change.stored().status().capacity().getOrDefault(STORAGE, Quantity.ZERO);
        if (updated.compareTo(requested(change.stored().spec())) < 0 && updated.compareTo(there) <= 0) {
            ErrorsAt storage = at.child("spec", "resources").child("requests", STORAGE);
            ErrorsAt place = there.isZero()
                    ? storage
                    : storage.advising("a volume does not shrink: ask for more than the " + there + " that are there");
            place.forbidden("field can not be less than status.capacity");
        }
    }

    private static void attributesClass(Update<PersistentVolumeClaim> change, ErrorsAt at) {
        Optional<String> updated = change.updated().spec().volumeAttributesClassName();
        boolean changes = !updated.equals(change.stored().spec().volumeAttributesClassName());
        boolean wasApplied =
                change.stored().status().currentVolumeAttributesClassName().isPresent();
        if (changes && wasApplied && updated.orElse("").isEmpty()) {
            at.child("spec", "volumeAttributesClassName")
                    .forbidden("update to " + (updated.isEmpty() ? "nil" : "empty string")
                            + " is forbidden when status.currentVolumeAttributesClassName is not nil");
        }
    }

    @Override
    public List<Plugin<PersistentVolumeClaim>> plugins() {
        return PLUGINS;
    }

    @Override
    public List<String> warnings(PersistentVolumeClaim claim) {
        List<String> warnings = new ArrayList<>();
        if (annotation(claim).isPresent()) {
            warnings.add("metadata.annotations[" + StorageClass.BETA_ANNOTATION
                    + "]: deprecated since v1.8; use \"storageClassName\" attribute instead");
        }
        warnings.addAll(ClaimWarnings.of(claim.spec(), "spec"));
        return warnings;
    }
}
