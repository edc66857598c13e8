package io.mooring.admission.pod;

import io.mooring.admission.source.Sources;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.storage.SourceType;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Container;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.PodVolume;
import io.mooring.workload.VolumeMount;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The fields of a pod that not every Kubernetes knows. One that it does not know is dropped, unless the stored pod has it
 * somewhere. Models {@code dropDisabledFields} of {@code pkg/api/pod}.
 */
public record GatedFields(Semantics semantics) {
    private static final String MODE = "mode";

    public static GatedFields of(Semantics semantics) {
        return new GatedFields(semantics);
    }

    /** The template without what is not known; the same template if all of it is. */
    public PodTemplateSpec withoutDisabled(PodTemplateSpec sent, Optional<PodTemplateSpec> stored) {
        PodSpec known = withoutDisabled(sent.spec(), stored.map(PodTemplateSpec::spec));
        return known == sent.spec() ? sent : sent.withSpec(known);
    }

    /** The pod without what is not known; the same pod if all of it is. */
    PodSpec withoutDisabled(PodSpec sent, Optional<PodSpec> stored) {
        PodSpec known = sent;
        if (isDropped(Behaviour.EMPTY_DIR_MODE, sent, stored, GatedFields::hasMode)) {
            known = known.withVolumes(
                    known.volumes().stream().map(GatedFields::withoutMode).toList());
        }
        if (isDropped(Behaviour.BIND_MOUNT_OPTIONS, sent, stored, GatedFields::hasMountOptions)) {
            known = withMounts(known, GatedFields::withoutMountOptions);
        }
        if (isDropped(Behaviour.IMAGE_VOLUMES, sent, stored, GatedFields::hasImage)) {
            known = withoutImages(known);
        }
        return known;
    }

    /** Whether the pod has what is not known, and the stored one does not. */
    private boolean isDropped(Behaviour row, PodSpec sent, Optional<PodSpec> stored, Predicate<PodSpec> has) {
        return !semantics.has(row) && has.test(sent) && stored.filter(has).isEmpty();
    }

    private static boolean hasMode(PodSpec pod) {
        for (PodVolume volume : pod.volumes()) {
            if (emptyDir(volume).has(MODE)) {
                return true;
            }
        }
        return false;
    }

    private static JsonObject emptyDir(PodVolume volume) {
        return Sources.inPodVolume(SourceType.EMPTY_DIR).of(volume.rest());
    }

    private static PodVolume withoutMode(PodVolume volume) {
        JsonObject directory = emptyDir(volume);
        return directory.has(MODE)
                ? volume.withRest(Sources.inPodVolume(SourceType.EMPTY_DIR).set(volume.rest(), directory.without(MODE)))
                : volume;
    }

    private static boolean hasMountOptions(PodSpec pod) {
        return hasMountOptions(pod.containers())
                || hasMountOptions(pod.initContainers())
                || hasMountOptions(pod.ephemeralContainers());
    }

    private static boolean hasMountOptions(List<Container> containers) {
        for (Container container : containers) {
            for (VolumeMount mount : container.volumeMounts()) {
                if (Mounts.BIND_MOUNT_OPTIONS.isIn(mount.rest())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<VolumeMount> withoutMountOptions(List<VolumeMount> mounts) {
        return mounts.stream()
                .map(mount -> mount.withRest(mount.rest().without(Mounts.BIND_MOUNT_OPTIONS.name())))
                .toList();
    }

    private static boolean hasImage(PodSpec pod) {
        return pod.volumes().stream().anyMatch(GatedFields::isImage);
    }

    private static boolean isImage(PodVolume volume) {
        return volume.rest().has(SourceType.IMAGE.field());
    }

    private static PodSpec withoutImages(PodSpec pod) {
        Set<String> images = pod.volumes().stream()
                .filter(GatedFields::isImage)
                .map(PodVolume::name)
                .collect(Collectors.toSet());
        PodSpec known = pod.withVolumes(
                pod.volumes().stream().filter(volume -> !isImage(volume)).toList());
        return withMounts(
                known,
                mounts -> mounts.stream()
                        .filter(mount -> !images.contains(mount.name()))
                        .toList());
    }

    private static PodSpec withMounts(PodSpec pod, UnaryOperator<List<VolumeMount>> change) {
        return pod.withContainers(changed(pod.containers(), change))
                .withInitContainers(changed(pod.initContainers(), change))
                .withEphemeralContainers(changed(pod.ephemeralContainers(), change));
    }

    private static List<Container> changed(List<Container> containers, UnaryOperator<List<VolumeMount>> change) {
        return containers.stream()
                .map(container -> container.withVolumeMounts(change.apply(container.volumeMounts())))
                .toList();
    }
}
