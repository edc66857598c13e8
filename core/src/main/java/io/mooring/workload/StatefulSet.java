package io.mooring.workload;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.style.MooringStyle;
import java.util.Optional;
import java.util.function.Function;
import org.immutables.value.Value;

/**
 * Numbered pods, each with claims of its own. Kubernetes: {@code apps/v1 StatefulSet}.
 *
 * <pre>{@code
 * StatefulSet web = cluster.get(StatefulSet.ref("shop", "web")).orElseThrow();
 * web.podName(0); // web-0
 * web.claimName("data", 0); // data-web-0
 * }</pre>
 */
@Value.Immutable
@MooringStyle
public sealed interface StatefulSet extends WithStatefulSet, KubernetesObject permits ImmutableStatefulSet {
    /** What Kubernetes calls it. */
    ObjectKind<StatefulSet> KIND = ObjectKind.of(KnownKind.STATEFUL_SET, StatefulSet.class);

    /** The label that carries a pod's name. Kubernetes: {@code StatefulSetPodNameLabel}. */
    String POD_NAME_LABEL = "statefulset.kubernetes.io/pod-name";

    /** The label that carries a pod's ordinal. Kubernetes: {@code PodIndexLabel}. */
    String POD_INDEX_LABEL = "apps.kubernetes.io/pod-index";

    /** The label that carries the name of the revision that a pod was created from. Kubernetes: {@code StatefulSetRevisionLabel}. */
    String REVISION_LABEL = "controller-revision-hash";

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What is wanted of it. */
    @Value.Default
    default StatefulSetSpec spec() {
        return StatefulSetSpec.builder().build();
    }

    /** What was observed of it. */
    @Value.Default
    default StatefulSetStatus status() {
        return StatefulSetStatus.builder().build();
    }

    @Override
    default ObjectKind<StatefulSet> kind() {
        return KIND;
    }

    @Override
    default StatefulSet withStatusOf(KubernetesObject other) {
        return withStatus(((StatefulSet) other).status());
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.of(spec());
    }

    /** The object itself. */
    @Override
    default Ref<StatefulSet> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<StatefulSet> ref(String namespace, String name) {
        return KIND.ref(namespace, name);
    }

    /** The ordinal of its first replica; 0 if it does not say. Models {@code getStartOrdinal}. */
    default int startOrdinal() {
        return spec().ordinals().map(StatefulSetOrdinals::start).orElse(0);
    }

    /**
     * The first ordinal after its replicas', one more than upstream's {@code getEndOrdinal}; one replica if it does not
     * say. A long, since start and replicas together may be beyond 32 bits.
     */
    default long endOrdinal() {
        return (long) startOrdinal() + spec().replicas().orElse(1);
    }

    /** Whether it wants a replica of this ordinal. Models {@code podInOrdinalRange}. */
    default boolean hasOrdinal(long ordinal) {
        return ordinal >= startOrdinal() && ordinal < endOrdinal();
    }

    /** The name of the replica's pod: {@code web-0}. Models {@code getPodName}. */
    default String podName(long ordinal) {
        return metadata().name() + "-" + ordinal;
    }

    /** The name of the replica's claim from this template: {@code www-web-0}. Models {@code getPersistentVolumeClaimName}. */
    default String claimName(String template, long ordinal) {
        return template + "-" + podName(ordinal);
    }

    /** Whether its pods come one after the other, each once those before it are ready (OrderedReady). */
    default boolean isInOrder() {
        return !spec().podManagementPolicy().equals(Optional.of(PodManagementPolicy.PARALLEL));
    }

    /** Whether its claims go when it is deleted; by default they stay. */
    default boolean deletesClaimsWhenDeleted() {
        return deletesClaims(ClaimRetention::whenDeleted);
    }

    /** Whether the claims of a replica go when it is scaled away; by default they stay. */
    default boolean deletesClaimsWhenScaled() {
        return deletesClaims(ClaimRetention::whenScaled);
    }

    private boolean deletesClaims(Function<ClaimRetention, Optional<ClaimRetentionPolicy>> when) {
        return spec().persistentVolumeClaimRetentionPolicy()
                .flatMap(when)
                .filter(ClaimRetentionPolicy.DELETE::equals)
                .isPresent();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableStatefulSet.Builder {
        Builder() {}
    }
}
