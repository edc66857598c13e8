package io.mooring.binding.control.binder;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Container;
import io.mooring.workload.Pod;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodVolume;
import io.mooring.workload.VolumeMount;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pod that scrubs a volume. Models {@code NewPersistentVolumeRecyclerPodTemplate} and what the host path and NFS
 * plugins make of it; the image is a stand-in, since nothing runs it.
 */
final class RecyclerPod {
    static final String NAMESPACE = "default";
    static final String NAME_PREFIX = "recycler-for-";

    private static final String VOLUME = "vol";
    private static final String SCRUBBER = "pv-recycler";
    private static final String SCRUB =
            "test -e /scrub && find /scrub -mindepth 1 -delete && test -z \"$(ls -A /scrub)\" || exit 1";
    private static final long GIBIBYTE = 1L << 30;
    private static final long SECONDS_PER_GIBIBYTE = 30;

    private RecyclerPod() {}

    /** The pod for this volume; empty for sources that no plugin can recycle. */
    static Optional<Ref<Pod>> nameFor(PersistentVolume volume) {
        return switch (source(volume).type()) {
            case HOST_PATH, NFS ->
                Optional.of(Pod.ref(NAMESPACE, NAME_PREFIX + volume.metadata().name()));
            default -> Optional.empty();
        };
    }

    /** Like {@link #nameFor}, as this Kubernetes makes it. */
    static Optional<Pod> forVolume(PersistentVolume volume, Semantics semantics) {
        VolumeSource source = source(volume);
        return switch (source.type()) {
            case HOST_PATH ->
                Optional.of(pod(
                        volume,
                        source.withContent(source.content().with("type", new JsonString(""))),
                        deadlineSeconds(volume, 60, semantics)));
            case NFS ->
                Optional.of(pod(
                        volume,
                        VolumeSource.nfs(
                                source.nfsServer().orElseThrow(),
                                source.nfsPath().orElseThrow()),
                        deadlineSeconds(volume, 300, semantics)));
            default -> Optional.empty();
        };
    }

    private static VolumeSource source(PersistentVolume volume) {
        return volume.spec().source().orElse(VolumeSource.of("", JsonObject.EMPTY));
    }

    private static Pod pod(PersistentVolume volume, VolumeSource source, long deadlineSeconds) {
        return Pod.builder()
                .metadata(ObjectMeta.builder()
                        .namespace(NAMESPACE)
                        .name(NAME_PREFIX + volume.metadata().name())
                        .build())
                .spec(PodSpec.builder()
                        .addVolumes(PodVolume.builder()
                                .name(VOLUME)
                                .rest(JsonObject.of(source.field(), source.content()))
                                .build())
                        .addContainers(scrubber())
                        .rest(JsonObject.builder()
                                .put("activeDeadlineSeconds", JsonNumber.of(deadlineSeconds))
                                .put("restartPolicy", "Never")
                                .build())
                        .build())
                .build();
    }

    /** Whether the pod is one of these, and not somebody's own of such a name. */
    static boolean isRecycler(Pod pod) {
        return pod.metadata().namespace().equals(NAMESPACE)
                && pod.metadata().name().startsWith(NAME_PREFIX)
                && pod.spec().containers().stream()
                        .anyMatch(container -> container.name().equals(SCRUBBER));
    }

    private static Container scrubber() {
        return Container.builder()
                .name(SCRUBBER)
                .image("debian-base")
                .addVolumeMounts(
                        VolumeMount.builder().name(VOLUME).mountPath("/scrub").build())
                .rest(JsonObject.builder()
                        .put("command", texts("/bin/sh"))
                        .put("args", texts("-c", SCRUB))
                        .build())
                .build();
    }

    private static JsonArray texts(String... texts) {
        return JsonArray.of(Stream.of(texts).map(JsonString::new).toArray(JsonString[]::new));
    }

    /** Models {@code CalculateTimeoutForVolume}. */
    private static long deadlineSeconds(PersistentVolume volume, long leastSeconds, Semantics semantics) {
        return Math.max(leastSeconds, semantics.value(volume.storageCapacity()) / GIBIBYTE * SECONDS_PER_GIBIBYTE);
    }
}
