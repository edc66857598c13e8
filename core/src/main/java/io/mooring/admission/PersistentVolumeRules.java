package io.mooring.admission;

import static io.mooring.admission.Checks.name;
import static io.mooring.admission.Checks.oneOf;

import io.mooring.names.NameRule;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.source.CsiVolumeSource;
import io.mooring.storage.source.HostPathVolumeSource;
import io.mooring.storage.source.VolumeSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is checked on a PersistentVolume. Models {@code ValidatePersistentVolume} and {@code
 * ValidatePersistentVolumeUpdate} of {@code core/validation}, and {@code checkMountOption} of {@code volume/validation}.
 */
final class PersistentVolumeRules {
    static final String MOUNT_OPTIONS_ANNOTATION = "volume.beta.kubernetes.io/mount-options";

    static final String CREATE_ANEW = "it stays as it is; delete the volume and create it anew";
    private static final Set<String> WITHOUT_MOUNT_OPTIONS =
            Set.of("csi", "flexVolume", "hostPath", "local", "storageos");

    private static final Rules<PersistentVolumeSpec> BEFORE_SOURCE = Rules.<PersistentVolumeSpec>table()
            .required("accessModes", PersistentVolumeSpec::accessModes)
            .field("accessModes", PersistentVolumeSpec::accessModes, CapacityRules::accessModes)
            .required("capacity", PersistentVolumeSpec::capacity)
            .field("capacity", PersistentVolumeSpec::capacity, CapacityRules::storageOnly)
            .entries("capacity", PersistentVolumeSpec::capacity, CapacityRules::positive)
            .optional(
                    "persistentVolumeReclaimPolicy",
                    PersistentVolumeSpec::persistentVolumeReclaimPolicy,
                    oneOf(ReclaimPolicy::value, "Delete", "Recycle", "Retain"));

    private static final Rules<PersistentVolumeSpec> AFTER_SOURCE = Rules.<PersistentVolumeSpec>table()
            .rule(PersistentVolumeRules::noRecyclingOfTheRoot)
            .unlessEmpty("storageClassName", PersistentVolumeSpec::storageClassName, name(NameRule.DNS_1123_SUBDOMAIN))
            .optional("volumeMode", PersistentVolumeSpec::volumeMode, oneOf(VolumeMode::value, "Block", "Filesystem"))
            .optional(
                    "volumeAttributesClassName",
                    PersistentVolumeSpec::volumeAttributesClassName,
                    PersistentVolumeRules::attributesClassName)
            .rule(PersistentVolumeRules::csiForAttributesClass);

    static final Rules<PersistentVolume> CREATED = table(true);

    /** For a volume whose stored node affinity has values that no label can have. */
    private static final Rules<PersistentVolume> WITH_BAD_LABEL_VALUES = table(false);

    static final Rules<Change<PersistentVolume>> UPDATED = Rules.<Change<PersistentVolume>>table()
            .rule(PersistentVolumeRules::validAsNew)
            .rule(PersistentVolumeRules::sameSource)
            .rule(Changes.<PersistentVolume, Optional<VolumeMode>>immutable(
                            "volumeMode", volume -> volume.spec().volumeMode(), PersistentVolumeRules::volumeMode)
                    .advise(CREATE_ANEW))
            .rule(NodeAffinityChange::onlyToStableLabels)
            .rule(PersistentVolumeRules::attributesClassStays);

    private PersistentVolumeRules() {}

    private static Rules<PersistentVolume> table(boolean checksLabelValues) {
        Rules<VolumeNodeAffinity> nodeAffinity = Rules.<VolumeNodeAffinity>table()
                .requiredBecause("required", "must specify required node constraints", VolumeNodeAffinity::required)
                .optional("required", VolumeNodeAffinity::required, NodeSelectorRules.selector(checksLabelValues));
        Rules<PersistentVolumeSpec> affinityOfSpec = Rules.<PersistentVolumeSpec>table()
                .optional("nodeAffinity", PersistentVolumeSpec::nodeAffinity, nodeAffinity);
        return Rules.<PersistentVolume>table()
                .field("metadata", PersistentVolume::metadata, MetadataRules.created(NameRule.DNS_1123_SUBDOMAIN))
                .field("spec", PersistentVolume::spec, BEFORE_SOURCE)
                .field("spec", PersistentVolume::spec, affinityOfSpec)
                .rule(PersistentVolumeSources::exactlyOne)
                .field("spec", PersistentVolume::spec, AFTER_SOURCE)
                .rule(PersistentVolumeRules::mountOptionsAnnotation);
    }

    private static void noRecyclingOfTheRoot(PersistentVolumeSpec spec, Place at) {
        boolean root = spec.sources().stream()
                .anyMatch(source -> source instanceof HostPathVolumeSource hostPath && isRoot(hostPath.path()));
        if (root && spec.persistentVolumeReclaimPolicy().equals(Optional.of(ReclaimPolicy.RECYCLE))) {
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

    private static void attributesClassName(String name, Place at) {
        if (name.isEmpty()) {
            at.required("an empty string is disallowed");
        } else {
            name(NameRule.DNS_1123_SUBDOMAIN).check(name, at);
        }
    }

    private static void csiForAttributesClass(PersistentVolumeSpec spec, Place at) {
        boolean csi = spec.sources().stream().anyMatch(CsiVolumeSource.class::isInstance);
        if (spec.volumeAttributesClassName().isPresent() && !csi) {
            at.child("csi").required("has to be specified when using volumeAttributesClassName");
        }
    }

    private static void mountOptionsAnnotation(PersistentVolume volume, Place at) {
        boolean refused =
                volume.spec().sources().stream().allMatch(source -> WITHOUT_MOUNT_OPTIONS.contains(source.key()));
        if (refused && volume.metadata().annotations().containsKey(MOUNT_OPTIONS_ANNOTATION)) {
            at.child("metadata", "annotations")
                    .child(MOUNT_OPTIONS_ANNOTATION)
                    .forbidden("may not specify mount options for this volume type");
        }
    }

    private static void validAsNew(Change<PersistentVolume> change, Place at) {
        boolean hasBadValues = change.stored()
                .spec()
                .nodeAffinity()
                .flatMap(VolumeNodeAffinity::required)
                .filter(NodeSelectorRules::hasInvalidValues)
                .isPresent();
        (hasBadValues ? WITH_BAD_LABEL_VALUES : CREATED).check(change.updated(), at);
    }

    private static void sameSource(Change<PersistentVolume> change, Place at) {
        List<VolumeSource> stored = change.stored().spec().sources();
        List<VolumeSource> updated = change.updated().spec().sources();
        if (!updated.equals(stored) && !withoutExpandSecret(updated).equals(stored)) {
            at.child("spec", "persistentvolumesource")
                    .advising(CREATE_ANEW)
                    .forbidden("spec.persistentvolumesource is immutable after creation");
        }
    }

    /** A secret for expansion may be given to a CSI volume that had none. */
    private static List<VolumeSource> withoutExpandSecret(List<VolumeSource> sources) {
        return sources.stream()
                .map(source -> source instanceof CsiVolumeSource csi
                        ? csi.withControllerExpandSecretRef(Optional.empty())
                        : source)
                .toList();
    }

    private static BadValue volumeMode(Optional<VolumeMode> mode) {
        return mode.map(value -> BadValue.ofTyped(value.value())).orElse(BadValue.NULL);
    }

    private static void attributesClassStays(Change<PersistentVolume> change, Place at) {
        if (change.stored().spec().volumeAttributesClassName().isPresent()
                && change.updated().spec().volumeAttributesClassName().isEmpty()) {
            at.child("spec", "volumeAttributesClassName").forbidden("update from non-nil value to nil is forbidden");
        }
    }
}
