package io.mooring.admission.volume;

import static io.mooring.schema.Checks.entries;
import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Checks.notEmpty;
import static io.mooring.schema.Checks.oneOf;

import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.metadata.ObjectReferences;
import io.mooring.admission.node.NodeSelectors;
import io.mooring.admission.source.SourceSchema;
import io.mooring.admission.source.Sources;
import io.mooring.admission.storage.AccessModes;
import io.mooring.admission.storage.ResourceAmounts;
import io.mooring.admission.storage.VolumeModes;
import io.mooring.names.NameRule;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.PersistentVolumeStatus;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.SourceType;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.VolumePhase;
import io.mooring.storage.VolumeSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A PersistentVolume, in the order of {@code ValidatePersistentVolume} of {@code core/validation} and {@code
 * checkMountOption} of {@code volume/validation}.
 */
final class PersistentVolumeSchema {
    static final String MOUNT_OPTIONS_ANNOTATION = "volume.beta.kubernetes.io/mount-options";
    private static final Set<SourceType> WITHOUT_MOUNT_OPTIONS = EnumSet.of(
            SourceType.CSI, SourceType.FLEX_VOLUME, SourceType.HOST_PATH, SourceType.LOCAL, SourceType.STORAGE_OS);

    private static final Schema<VolumeNodeAffinity> NODE_AFFINITY = Schema.of(
                    VolumeNodeAffinity::builder, VolumeNodeAffinity.Builder::build)
            .optional(
                    "required",
                    NodeSelectors.SELECTOR,
                    VolumeNodeAffinity::required,
                    VolumeNodeAffinity.Builder::required)
            .required("must specify required node constraints")
            .schema();

    private static final Schema<PersistentVolumeSpec> SPEC = Schema.of(
                    PersistentVolumeSpec::builder, PersistentVolumeSpec.Builder::build)
            .list(
                    "accessModes",
                    AccessModes.MODE,
                    PersistentVolumeSpec::accessModes,
                    PersistentVolumeSpec.Builder::accessModes)
            .required()
            .check(AccessModes::check)
            .map("capacity", Types.QUANTITY, PersistentVolumeSpec::capacity, PersistentVolumeSpec.Builder::capacity)
            .filled(ResourceAmounts::rounded)
            .checkAlways(notEmpty())
            .checkAlways(ResourceAmounts::storageOnly)
            .check(entries(ResourceAmounts::positive))
            .zeroAsAbsent(
                    "persistentVolumeReclaimPolicy",
                    Types.named(
                            ReclaimPolicy::new,
                            ReclaimPolicy::value,
                            List.of(ReclaimPolicy.DELETE, ReclaimPolicy.RECYCLE, ReclaimPolicy.RETAIN)),
                    PersistentVolumeSpec::persistentVolumeReclaimPolicy,
                    PersistentVolumeSpec.Builder::persistentVolumeReclaimPolicy)
            .preset(ReclaimPolicy.RETAIN)
            .check(oneOf(ReclaimPolicy::value, "Delete", "Recycle", "Retain"))
            .optional(
                    "nodeAffinity",
                    NODE_AFFINITY,
                    PersistentVolumeSpec::nodeAffinity,
                    PersistentVolumeSpec.Builder::nodeAffinity)
            .family(
                    Sources.IN_PERSISTENT_VOLUMES,
                    VolumeSource::field,
                    PersistentVolumeSpec::sources,
                    PersistentVolumeSpec.Builder::addSources,
                    VolumeSource::content)
            .rule(PersistentVolumeSchema::oneSource)
            .rule(PersistentVolumeSchema::noRecyclingOfTheRoot)
            .field(
                    "storageClassName",
                    Types.STRING,
                    PersistentVolumeSpec::storageClassName,
                    PersistentVolumeSpec.Builder::storageClassName)
            .check(name(NameRule.DNS_1123_SUBDOMAIN))
            .optional(
                    "volumeMode",
                    VolumeModes.MODE,
                    PersistentVolumeSpec::volumeMode,
                    PersistentVolumeSpec.Builder::volumeMode)
            .preset(VolumeMode.FILESYSTEM)
            .check(VolumeModes.KNOWN)
            .optional(
                    "volumeAttributesClassName",
                    Types.STRING,
                    PersistentVolumeSpec::volumeAttributesClassName,
                    PersistentVolumeSpec.Builder::volumeAttributesClassName)
            .check(PersistentVolumeSchema::attributesClassName)
            .rule(PersistentVolumeSchema::csiForAttributesClass)
            .optional(
                    "claimRef",
                    ObjectReferences.REFERENCE,
                    PersistentVolumeSpec::claimRef,
                    PersistentVolumeSpec.Builder::claimRef)
            .list(
                    "mountOptions",
                    Types.STRING,
                    PersistentVolumeSpec::mountOptions,
                    PersistentVolumeSpec.Builder::mountOptions)
            .schema();

    private static final Schema<PersistentVolumeStatus> STATUS = Schema.of(
                    PersistentVolumeStatus::builder, PersistentVolumeStatus.Builder::build)
            .zeroAsAbsent(
                    "phase",
                    Types.named(
                            VolumePhase::new,
                            VolumePhase::value,
                            List.of(
                                    VolumePhase.PENDING,
                                    VolumePhase.AVAILABLE,
                                    VolumePhase.BOUND,
                                    VolumePhase.RELEASED,
                                    VolumePhase.FAILED)),
                    PersistentVolumeStatus::phase,
                    PersistentVolumeStatus.Builder::phase)
            .field("message", Types.STRING, PersistentVolumeStatus::message, PersistentVolumeStatus.Builder::message)
            .field("reason", Types.STRING, PersistentVolumeStatus::reason, PersistentVolumeStatus.Builder::reason)
            .optional(
                    "lastPhaseTransitionTime",
                    Types.TIME,
                    PersistentVolumeStatus::lastPhaseTransitionTime,
                    PersistentVolumeStatus.Builder::lastPhaseTransitionTime)
            .schema();

    static final Schema<PersistentVolume> VOLUME = Schema.of(PersistentVolume::builder, PersistentVolume.Builder::build)
            .constant("apiVersion", PersistentVolume.KIND.apiVersion())
            .constant("kind", PersistentVolume.KIND.name())
            .always(
                    "metadata",
                    Metadata.named(NameRule.DNS_1123_SUBDOMAIN),
                    PersistentVolume::metadata,
                    PersistentVolume.Builder::metadata)
            .always("spec", SPEC, PersistentVolume::spec, PersistentVolume.Builder::spec)
            .unchecked()
            .rule((volume, at) -> SPEC.check(
                    volume.spec(),
                    at.child("spec").with(Sources.VOLUME_NAME, volume.metadata().name())))
            .rule(PersistentVolumeSchema::mountOptionsAnnotation)
            .always("status", STATUS, PersistentVolume::status, PersistentVolume.Builder::status)
            .schema();

    private PersistentVolumeSchema() {}

    /**
     * Sources are looked for in upstream's order; the first is checked, any other refused, except that a flex volume is
     * always checked.
     */
    private static void oneSource(PersistentVolumeSpec spec, ErrorsAt at) {
        if (spec.sources().isEmpty()) {
            at.advising("say where the bytes are: csi, nfs, local, hostPath, ...")
                    .required("must specify a volume type");
            return;
        }
        Map<SourceType, VolumeSource> found = new EnumMap<>(SourceType.class);
        spec.sources().forEach(source -> found.putIfAbsent(source.type(), source));
        found.keySet().removeIf(type -> !type.isKnownInPersistentVolumes());
        boolean isFirst = true;
        for (VolumeSource source : found.values()) {
            source(source, isFirst || source.type() == SourceType.FLEX_VOLUME, spec, at);
            isFirst = false;
        }
    }

    private static void source(VolumeSource source, boolean isTaken, PersistentVolumeSpec spec, ErrorsAt at) {
        SourceSchema declared = Sources.of(source.type());
        if (!isTaken) {
            at.child(declared.furtherName()).forbidden("may not specify more than 1 volume type");
            return;
        }
        Sources.inPersistentVolume(source.field()).check(source, at.child(declared.errorName()));
        if (source.type() == SourceType.LOCAL && spec.nodeAffinity().isEmpty()) {
            at.child("nodeAffinity")
                    .advising("name the node: a term with the label kubernetes.io/hostname")
                    .required("Local volume requires node affinity");
        }
    }

    private static void noRecyclingOfTheRoot(PersistentVolumeSpec spec, ErrorsAt at) {
        boolean isRoot = spec.sources().stream()
                .flatMap(source -> source.hostPath().stream())
                .anyMatch(PersistentVolumeSchema::isRoot);
        if (isRoot && spec.persistentVolumeReclaimPolicy().equals(Optional.of(ReclaimPolicy.RECYCLE))) {
            at.child("persistentVolumeReclaimPolicy").forbidden("may not be 'recycle' for a hostPath mount of '/'");
        }
    }

    /** Whether the path is {@code /} once its {@code .} and {@code ..} are followed. */
    private static boolean isRoot(String path) {
        if (!path.startsWith("/")) {
            return false;
        }
        int depth = 0;
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                depth = Math.max(0, depth - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                depth++;
            }
        }
        return depth == 0;
    }

    private static void attributesClassName(String name, ErrorsAt at) {
        if (name.isEmpty()) {
            at.required("an empty string is disallowed");
        } else {
            name(NameRule.DNS_1123_SUBDOMAIN).check(name, at);
        }
    }

    private static void csiForAttributesClass(PersistentVolumeSpec spec, ErrorsAt at) {
        boolean isCsi = spec.sources().stream().anyMatch(source -> source.type() == SourceType.CSI);
        if (spec.volumeAttributesClassName().isPresent() && !isCsi) {
            at.child("csi").required("has to be specified when using volumeAttributesClassName");
        }
    }

    private static void mountOptionsAnnotation(PersistentVolume volume, ErrorsAt at) {
        boolean isRefused =
                volume.spec().sources().stream().allMatch(source -> WITHOUT_MOUNT_OPTIONS.contains(source.type()));
        if (isRefused && volume.metadata().annotations().containsKey(MOUNT_OPTIONS_ANNOTATION)) {
            at.child("metadata", "annotations")
                    .child(MOUNT_OPTIONS_ANNOTATION)
                    .forbidden("may not specify mount options for this volume type");
        }
    }
}
