package io.mooring.admission;

import io.mooring.names.NameRule;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.TypedLocalObjectReference;
import io.mooring.storage.TypedObjectReference;
import io.mooring.storage.VolumeMode;
import java.util.List;
import java.util.Optional;

/**
 * What is checked on the spec of a claim, of a StatefulSet's claim template, and of a pod's own claim. Models {@code
 * ValidatePersistentVolumeClaimSpec} of {@code pkg/apis/core/validation}.
 */
final class ClaimSpecRules {
    private static final String STORAGE = "storage";

    /** Upstream prints a field's path here, whose inside is its own. */
    private static final BadValue PATH = new BadValue("{}");

    private static final List<String> ACCESS_MODES =
            List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");

    private static final Rule<AccessMode> MODE = Checks.oneOf(AccessMode::value, ACCESS_MODES.toArray(String[]::new));

    private ClaimSpecRules() {}

    /** A spec that is new. */
    static Rule<PersistentVolumeClaimSpec> created() {
        return rules(false, false);
    }

    /** A spec in place of a stored one, whose own flaws it may keep. */
    static Rule<PersistentVolumeClaimSpec> replacing(PersistentVolumeClaimSpec stored) {
        boolean hadGroup =
                stored.dataSource().flatMap(TypedLocalObjectReference::apiGroup).isPresent()
                        || stored.dataSourceRef()
                                .flatMap(TypedObjectReference::apiGroup)
                                .isPresent();
        return rules(SelectorRules.isRefused(stored.selector()), hadGroup);
    }

    private static Rule<PersistentVolumeClaimSpec> rules(boolean selectorValuesAsTheyAre, boolean apiGroupsAsTheyAre) {
        return Rules.<PersistentVolumeClaimSpec>table()
                .requiredBecause(
                        "accessModes", "at least 1 access mode is required", PersistentVolumeClaimSpec::accessModes)
                .optional(
                        "selector",
                        PersistentVolumeClaimSpec::selector,
                        SelectorRules.labelSelector(selectorValuesAsTheyAre))
                .field("accessModes", PersistentVolumeClaimSpec::accessModes, ClaimSpecRules::accessModes)
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

    private static void accessModes(List<AccessMode> modes, Place at) {
        modes.forEach(mode -> MODE.check(mode, at));
        boolean hasExclusive = modes.contains(AccessMode.READ_WRITE_ONCE_POD);
        boolean hasOther = modes.stream()
                .anyMatch(mode -> !mode.equals(AccessMode.READ_WRITE_ONCE_POD) && ACCESS_MODES.contains(mode.value()));
        if (hasExclusive && hasOther) {
            at.forbidden("may not use ReadWriteOncePod with other access modes");
        }
    }

    private static void requestedStorage(PersistentVolumeClaimSpec spec, Place at) {
        Place storage = at.child("resources").key(STORAGE);
        Quantity requested = spec.resources().requests().get(STORAGE);
        if (requested == null) {
            storage.required();
        } else if (requested.signum() <= 0) {
            storage.invalid(requested.toString(), "must be greater than zero");
        }
    }

    private static void dataSource(String kind, String name, String group, boolean groupAsItIs, Place at) {
        if (name.isEmpty()) {
            at.child("name").required();
        }
        if (kind.isEmpty()) {
            at.child("kind").required();
        }
        if (group.isEmpty() && !kind.equals("PersistentVolumeClaim")) {
            at.invalid(kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup");
        }
        if (!group.isEmpty() && !groupAsItIs) {
            Checks.name(NameRule.DNS_1123_SUBDOMAIN).check(group, at.child("apiGroup"));
        }
    }

    private static void dataSourceRef(TypedObjectReference source, boolean groupAsItIs, Place at) {
        dataSource(source.kind(), source.name(), source.apiGroup().orElse(""), groupAsItIs, at);
        String namespace = source.namespace().orElse("");
        if (!namespace.isEmpty()) {
            Checks.name(NameRule.DNS_1123_LABEL).check(namespace, at.child("namespace"));
        }
    }

    private static void dataSourcesAgree(PersistentVolumeClaimSpec spec, Place at) {
        if (spec.dataSource().isEmpty() || spec.dataSourceRef().isEmpty()) {
            return;
        }
        TypedObjectReference reference = spec.dataSourceRef().get();
        if (!reference.namespace().orElse("").isEmpty()) {
            at.invalid(PATH, "may not be specified when dataSourceRef.namespace is specified");
        } else if (!isSame(spec.dataSource().get(), reference)) {
            at.invalid(PATH, "must match dataSourceRef");
        }
    }

    private static boolean isSame(TypedLocalObjectReference source, TypedObjectReference reference) {
        Optional<String> group = source.apiGroup();
        return group.equals(reference.apiGroup())
                && source.kind().equals(reference.kind())
                && source.name().equals(reference.name());
    }
}
