package io.mooring.admission.claim;

import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Checks.unlessEmpty;

import io.mooring.admission.metadata.Selectors;
import io.mooring.admission.storage.AccessModes;
import io.mooring.admission.storage.ResourceAmounts;
import io.mooring.admission.storage.VolumeModes;
import io.mooring.names.NameRule;
import io.mooring.quantity.Quantity;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeResourceRequirements;
import java.util.List;

/**
 * What a claim asks for, a StatefulSet's claim template, and a pod's own claim, in the order of {@code
 * ValidatePersistentVolumeClaimSpec} of {@code core/validation}; defaults of {@code SetDefaults_PersistentVolumeClaimSpec}.
 */
public final class ClaimSpecSchema {
    private static final Schema<VolumeResourceRequirements> RESOURCES = Schema.of(
                    VolumeResourceRequirements::builder, VolumeResourceRequirements.Builder::build)
            .map(
                    "limits",
                    Types.QUANTITY,
                    VolumeResourceRequirements::limits,
                    VolumeResourceRequirements.Builder::limits)
            .filled(ResourceAmounts::rounded)
            .map(
                    "requests",
                    Types.QUANTITY,
                    VolumeResourceRequirements::requests,
                    VolumeResourceRequirements.Builder::requests)
            .filled(ResourceAmounts::rounded)
            .rule(ClaimSpecSchema::requestedStorage)
            .schema();

    public static final Schema<PersistentVolumeClaimSpec> SPEC = Schema.of(
                    PersistentVolumeClaimSpec::builder, PersistentVolumeClaimSpec.Builder::build)
            .list(
                    "accessModes",
                    AccessModes.MODE,
                    PersistentVolumeClaimSpec::accessModes,
                    PersistentVolumeClaimSpec.Builder::accessModes)
            .checkAlways(ClaimSpecSchema::someAccessMode)
            .optional(
                    "selector",
                    Selectors.SELECTOR,
                    PersistentVolumeClaimSpec::selector,
                    PersistentVolumeClaimSpec.Builder::selector)
            .rule((spec, at) -> AccessModes.check(spec.accessModes(), at.child("accessModes")))
            .always(
                    "resources",
                    RESOURCES,
                    PersistentVolumeClaimSpec::resources,
                    PersistentVolumeClaimSpec.Builder::resources)
            .field(
                    "volumeName",
                    Types.STRING,
                    PersistentVolumeClaimSpec::volumeName,
                    PersistentVolumeClaimSpec.Builder::volumeName)
            .optional(
                    "storageClassName",
                    Types.STRING,
                    PersistentVolumeClaimSpec::storageClassName,
                    PersistentVolumeClaimSpec.Builder::storageClassName)
            .check(unlessEmpty(name(NameRule.DNS_1123_SUBDOMAIN)))
            .optional(
                    "volumeMode",
                    VolumeModes.MODE,
                    PersistentVolumeClaimSpec::volumeMode,
                    PersistentVolumeClaimSpec.Builder::volumeMode)
            .preset(VolumeMode.FILESYSTEM, PersistentVolumeClaimSpec::withVolumeMode)
            .check(VolumeModes.KNOWN)
            .optional(
                    "dataSource",
                    DataSources.LOCAL,
                    PersistentVolumeClaimSpec::dataSource,
                    PersistentVolumeClaimSpec.Builder::dataSource)
            .optional(
                    "dataSourceRef",
                    DataSources.REFERENCE,
                    PersistentVolumeClaimSpec::dataSourceRef,
                    PersistentVolumeClaimSpec.Builder::dataSourceRef)
            .rule(DataSources::agree)
            .optional(
                    "volumeAttributesClassName",
                    Types.STRING,
                    PersistentVolumeClaimSpec::volumeAttributesClassName,
                    PersistentVolumeClaimSpec.Builder::volumeAttributesClassName)
            .check(unlessEmpty(name(NameRule.DNS_1123_SUBDOMAIN)))
            .schema();

    private static final String STORAGE = "storage";

    private ClaimSpecSchema() {}

    private static void someAccessMode(List<AccessMode> modes, ErrorsAt at) {
        if (modes.isEmpty()) {
            at.advising("say how it is used, such as accessModes: [ReadWriteOnce]")
                    .required("at least 1 access mode is required");
        }
    }

    /** Upstream tells of it at {@code resources[storage]}. */
    private static void requestedStorage(VolumeResourceRequirements resources, ErrorsAt at) {
        Quantity requested = resources.requests().get(STORAGE);
        if (requested == null) {
            at.key(STORAGE)
                    .advising("say how much: resources.requests.storage, such as 10Gi")
                    .required();
        } else {
            ResourceAmounts.greaterThanZero(requested, at.key(STORAGE));
        }
    }
}
