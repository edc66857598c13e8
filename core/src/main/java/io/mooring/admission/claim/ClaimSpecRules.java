package io.mooring.admission.claim;

import io.mooring.admission.metadata.SelectorRules;
import io.mooring.admission.storage.AccessModes;
import io.mooring.admission.storage.Amounts;
import io.mooring.names.NameRule;
import io.mooring.quantity.Quantity;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Rules;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.TypedLocalObjectReference;
import io.mooring.storage.TypedObjectReference;
import io.mooring.storage.VolumeMode;
import java.util.Optional;

/**
 * What is checked on the spec of a claim, of a StatefulSet's claim template, and of a pod's own claim. Models {@code
 * ValidatePersistentVolumeClaimSpec} of {@code pkg/apis/core/validation}.
 */
public final class ClaimSpecRules {
    private static final String STORAGE = "storage";

    /** Upstream prints a field's path here, whose inside is its own. */
    private static final BadValue PATH = new BadValue("{}");

    private static final Check<PersistentVolumeClaimSpec> CREATED = rules(false, false);

    private ClaimSpecRules() {}

    /** A spec that is new. */
    public static Check<PersistentVolumeClaimSpec> created() {
        return CREATED;
    }

    /** A spec in place of a stored one, whose own flaws it may keep. */
    public static Check<PersistentVolumeClaimSpec> replacing(PersistentVolumeClaimSpec stored) {
        boolean hadGroup =
                stored.dataSource().flatMap(TypedLocalObjectReference::apiGroup).isPresent()
                        || stored.dataSourceRef()
                                .flatMap(TypedObjectReference::apiGroup)
                                .isPresent();
        return rules(SelectorRules.isRefused(stored.selector()), hadGroup);
    }

    private static Check<PersistentVolumeClaimSpec> rules(boolean selectorValuesAsTheyAre, boolean apiGroupsAsTheyAre) {
        return Rules.<PersistentVolumeClaimSpec>table()
                .rule(ClaimSpecRules::someAccessMode)
                .optional(
                        "selector",
                        PersistentVolumeClaimSpec::selector,
                        SelectorRules.labelSelector(selectorValuesAsTheyAre))
                .field("accessModes", PersistentVolumeClaimSpec::accessModes, AccessModes::check)
                .rule(ClaimSpecRules::requestedStorage)
                .unlessEmpty(
                        "storageClassName",
                        spec -> spec.storageClassName().orElse(""),
                        Checks.name(NameRule.DNS_1123_SUBDOMAIN))
                .optional(
                        "volumeMode",
                        PersistentVolumeClaimSpec::volumeMode,
                        Checks.oneOf(VolumeMode::value, "Block", "Filesystem"))
                .optional(
                        "dataSource",
                        PersistentVolumeClaimSpec::dataSource,
                        (source, at) -> dataSource(
                                source.kind(), source.name(), source.apiGroup().orElse(""), apiGroupsAsTheyAre, at))
                .optional(
                        "dataSourceRef",
                        PersistentVolumeClaimSpec::dataSourceRef,
                        (source, at) -> dataSourceRef(source, apiGroupsAsTheyAre, at))
                .rule(ClaimSpecRules::dataSourcesAgree)
                .unlessEmpty(
                        "volumeAttributesClassName",
                        spec -> spec.volumeAttributesClassName().orElse(""),
                        Checks.name(NameRule.DNS_1123_SUBDOMAIN));
    }

    private static void someAccessMode(PersistentVolumeClaimSpec spec, ErrorsAt at) {
        if (spec.accessModes().isEmpty()) {
            at.child("accessModes")
                    .advising("say how it is used, such as accessModes: [ReadWriteOnce]")
                    .required("at least 1 access mode is required");
        }
    }

    private static void requestedStorage(PersistentVolumeClaimSpec spec, ErrorsAt at) {
        ErrorsAt storage = at.child("resources").key(STORAGE);
        Quantity requested = spec.resources().requests().get(STORAGE);
        if (requested == null) {
            storage.advising("say how much: resources.requests.storage, such as 10Gi")
                    .required();
        } else {
            Amounts.greaterThanZero(requested, storage);
        }
    }

    private static void dataSource(String kind, String name, String group, boolean groupAsItIs, ErrorsAt at) {
        if (name.isEmpty()) {
            at.child("name").required();
        }
        if (kind.isEmpty()) {
            at.child("kind").required();
        }
        if (group.isEmpty() && !kind.equals("PersistentVolumeClaim")) {
            at.advising("another kind needs its apiGroup")
                    .invalid(kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup");
        }
        if (!group.isEmpty() && !groupAsItIs) {
            Checks.name(NameRule.DNS_1123_SUBDOMAIN).check(group, at.child("apiGroup"));
        }
    }

    private static void dataSourceRef(TypedObjectReference source, boolean groupAsItIs, ErrorsAt at) {
        dataSource(source.kind(), source.name(), source.apiGroup().orElse(""), groupAsItIs, at);
        String namespace = source.namespace().orElse("");
        if (!namespace.isEmpty()) {
            Checks.name(NameRule.DNS_1123_LABEL).check(namespace, at.child("namespace"));
        }
    }

    private static void dataSourcesAgree(PersistentVolumeClaimSpec spec, ErrorsAt at) {
        if (spec.dataSource().isEmpty() || spec.dataSourceRef().isEmpty()) {
            return;
        }
        TypedObjectReference reference = spec.dataSourceRef().get();
        if (!reference.namespace().orElse("").isEmpty()) {
            at.invalid(PATH, "may not be specified when dataSourceRef.namespace is specified");
        } else if (!isSame(spec.dataSource().get(), reference)) {
            at.advising("give one of the two; the other is filled in").invalid(PATH, "must match dataSourceRef");
        }
    }

    private static boolean isSame(TypedLocalObjectReference source, TypedObjectReference reference) {
        Optional<String> group = source.apiGroup();
        return group.equals(reference.apiGroup())
                && source.kind().equals(reference.kind())
                && source.name().equals(reference.name());
    }
}
