package io.mooring.workload;

import io.mooring.meta.LabelSelector;
import io.mooring.style.MooringStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What is wanted of a set. Kubernetes: {@code apps/v1 StatefulSetSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface StatefulSetSpec extends WithStatefulSetSpec permits ImmutableStatefulSetSpec {
    /** How many pods; 1 by default. */
    Optional<Integer> replicas();

    /** Which pods are the set's. */
    Optional<LabelSelector> selector();

    /** What the pods are made from. */
    @Value.Default
    default PodTemplateSpec template() {
        return PodTemplateSpec.builder().build();
    }

    /** What each pod's claims are made from. */
    List<ClaimTemplate> volumeClaimTemplates();

    /** The service that names the pods. */
    @Value.Default
    default String serviceName() {
        return "";
    }

    /** In which order pods are made; OrderedReady by default. */
    Optional<PodManagementPolicy> podManagementPolicy();

    /** How pods are replaced. */
    @Value.Default
    default UpdateStrategy updateStrategy() {
        return UpdateStrategy.builder().build();
    }

    /** How many old templates are kept; 10 by default. */
    Optional<Integer> revisionHistoryLimit();

    /** How many seconds a ready pod waits before it counts as available. */
    @Value.Default
    default int minReadySeconds() {
        return 0;
    }

    /** What becomes of the claims. */
    Optional<ClaimRetention> persistentVolumeClaimRetentionPolicy();

    /** How replicas are numbered. */
    Optional<StatefulSetOrdinals> ordinals();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableStatefulSetSpec.Builder {
        Builder() {}
    }
}
