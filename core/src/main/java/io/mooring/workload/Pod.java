package io.mooring.workload;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.style.MooringStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A set of containers that run on one node. Kubernetes: {@code core/v1 Pod}.
 *
 * <pre>{@code
 * Pod pod = cluster.get(Pod.ref("shop", "web-0")).orElseThrow();
 * pod.isPlaced(); // false: no node takes it, since its claim waits
 * List<String> claims = pod.claimNames().toList(); // data-web-0
 * }</pre>
 */
@Value.Immutable
@MooringStyle
public sealed interface Pod extends WithPod, KubernetesObject permits ImmutablePod {
    /** What Kubernetes calls it. */
    ObjectKind<Pod> KIND = ObjectKind.of(KnownKind.POD, Pod.class);

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What it runs. */
    @Value.Default
    default PodSpec spec() {
        return PodSpec.builder().build();
    }

    /** What was observed of it. */
    @Value.Default
    default PodStatus status() {
        return PodStatus.builder().build();
    }

    @Override
    default ObjectKind<Pod> kind() {
        return KIND;
    }

    @Override
    default Pod withStatusOf(KubernetesObject other) {
        return withStatus(((Pod) other).status());
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.of(spec());
    }

    /** The object itself. */
    @Override
    default Ref<Pod> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<Pod> ref(String namespace, String name) {
        return KIND.ref(namespace, name);
    }

    /** Whether it runs and is ready. Models {@code isRunningAndReady} of the StatefulSet controller. */
    default boolean isReady() {
        return isIn(PodPhase.RUNNING)
                && condition("Ready")
                        .filter(condition -> condition.status().equals("True"))
                        .isPresent();
    }

    /** Whether it has a node. */
    default boolean isPlaced() {
        return !spec().nodeName().isEmpty();
    }

    /** Whether it succeeded or failed, and will not run again. Models {@code IsPodPhaseTerminal}. */
    default boolean hasEnded() {
        return isIn(PodPhase.SUCCEEDED) || isIn(PodPhase.FAILED);
    }

    /**
     * Whether its volumes are free of it: it has ended, or it is being deleted and none of its containers runs. Models
     * {@code IsPodTerminated} of {@code pkg/volume/util}.
     */
    default boolean isTerminated() {
        return hasEnded() || (metadata().isBeingDeleted() && !status().hasRunningContainer());
    }

    /** The claims that its volumes use, its own included, in the order of the volumes. */
    default List<Ref<PersistentVolumeClaim>> claims() {
        List<Ref<PersistentVolumeClaim>> claims = new ArrayList<>();
        for (PodVolume volume : spec().volumes()) {
            Optional<String> name = claimName(volume);
            if (name.isPresent()) {
                claims.add(PersistentVolumeClaim.ref(metadata().namespace(), name.get()));
            }
        }
        return List.copyOf(claims);
    }

    /** Whether one of its volumes uses a claim. */
    default boolean usesClaims() {
        for (PodVolume volume : spec().volumes()) {
            if (claimName(volume).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The claims that its volumes use, by name, its own included, in the order of the volumes. */
    default Stream<String> claimNames() {
        return spec().volumes().stream().flatMap(volume -> claimName(volume).stream());
    }

    /** The claim that the volume uses, be it one that is made for the pod; empty for a volume without a claim. */
    default Optional<String> claimName(PodVolume volume) {
        Optional<ClaimVolumeSource> named = volume.persistentVolumeClaim();
        if (named.isPresent()) {
            return Optional.of(named.get().claimName());
        }
        return volume.ephemeral().isPresent() ? Optional.of(ephemeralClaimName(volume)) : Optional.empty();
    }

    /** What a claim is called that is made for the volume. Models {@code ephemeral.VolumeClaimName}. */
    default String ephemeralClaimName(PodVolume volume) {
        return metadata().name() + "-" + volume.name();
    }

    /** Whether its phase is this one. */
    default boolean isIn(PodPhase phase) {
        return status().phase().equals(Optional.of(phase));
    }

    /** The condition of this type. */
    default Optional<PodCondition> condition(String type) {
        for (PodCondition condition : status().conditions()) {
            if (condition.type().equals(type)) {
                return Optional.of(condition);
            }
        }
        return Optional.empty();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePod.Builder {
        Builder() {}
    }
}
