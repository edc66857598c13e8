package io.mooring.admission.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.policy.KindPolicy;
import io.mooring.meta.KubernetesObject;
import io.mooring.quantity.Quantity;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeClaimStatus;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeResourceRequirements;
import io.mooring.tree.JsonObject;
import io.mooring.workload.ClaimRetention;
import io.mooring.workload.ClaimRetentionPolicy;
import io.mooring.workload.ClaimTemplate;
import io.mooring.workload.PodManagementPolicy;
import io.mooring.workload.RollingUpdate;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetSpec;
import io.mooring.workload.UpdateStrategy;
import io.mooring.workload.UpdateStrategyType;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Laws of what is filled in: once is enough, nothing that was said is lost, and what is whole stays the same object. */
class DefaultsLawsTest {

    @Provide
    Arbitrary<PersistentVolumeClaim> claims() {
        return Combinators.combine(specs(), statuses())
                .as((spec, status) -> PersistentVolumeClaim.builder()
                        .spec(spec)
                        .status(status)
                        .build());
    }

    private static Arbitrary<PersistentVolumeClaimSpec> specs() {
        Arbitrary<VolumeMode> modes = Arbitraries.of(VolumeMode.FILESYSTEM, VolumeMode.BLOCK);
        return Combinators.combine(modes.optional(), amounts(), amounts())
                .as((mode, limits, requests) -> PersistentVolumeClaimSpec.builder()
                        .volumeMode(mode)
                        .resources(VolumeResourceRequirements.builder()
                                .limits(limits)
                                .requests(requests)
                                .build())
                        .build());
    }

    private static Arbitrary<PersistentVolumeClaimStatus> statuses() {
        Arbitrary<ClaimPhase> phases = Arbitraries.of(ClaimPhase.PENDING, ClaimPhase.BOUND);
        return Combinators.combine(phases.optional(), amounts())
                .as((phase, capacity) -> PersistentVolumeClaimStatus.builder()
                        .phase(phase)
                        .capacity(capacity)
                        .build());
    }

    private static Arbitrary<Map<String, Quantity>> amounts() {
        return Arbitraries.of(
                Map.of(),
                Map.of("storage", Quantity.parse("1Gi")),
                Map.of("storage", Quantity.parse("1500m")),
                Map.of("storage", Quantity.parse("1n")));
    }

    @Provide
    Arbitrary<StatefulSet> sets() {
        Arbitrary<PodManagementPolicy> orders =
                Arbitraries.of(PodManagementPolicy.ORDERED_READY, PodManagementPolicy.PARALLEL);
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 3);
        return Combinators.combine(
                        orders.optional(),
                        strategies(),
                        retentions().optional(),
                        numbers.optional(),
                        numbers.optional(),
                        claimTemplates().list().ofMaxSize(2))
                .as((order, strategy, retention, replicas, revisions, templates) -> StatefulSetSpec.builder()
                        .podManagementPolicy(order)
                        .updateStrategy(strategy)
                        .persistentVolumeClaimRetentionPolicy(retention)
                        .replicas(replicas)
                        .revisionHistoryLimit(revisions)
                        .volumeClaimTemplates(templates)
                        .build())
                .map(spec -> StatefulSet.builder().spec(spec).build());
    }

    private static Arbitrary<UpdateStrategy> strategies() {
        Arbitrary<UpdateStrategyType> types =
                Arbitraries.of(UpdateStrategyType.ROLLING_UPDATE, UpdateStrategyType.ON_DELETE);
        Arbitrary<RollingUpdate> updates = Arbitraries.integers()
                .between(0, 2)
                .optional()
                .map(partition -> RollingUpdate.builder().partition(partition).build());
        return Combinators.combine(types.optional(), updates.optional())
                .as((type, update) -> UpdateStrategy.builder()
                        .type(type)
                        .rollingUpdate(update)
                        .build());
    }

    private static Arbitrary<ClaimRetention> retentions() {
        Arbitrary<ClaimRetentionPolicy> policies =
                Arbitraries.of(ClaimRetentionPolicy.RETAIN, ClaimRetentionPolicy.DELETE);
        return Combinators.combine(policies.optional(), policies.optional())
                .as((deleted, scaled) -> ClaimRetention.builder()
                        .whenDeleted(deleted)
                        .whenScaled(scaled)
                        .build());
    }

    private static Arbitrary<ClaimTemplate> claimTemplates() {
        return Combinators.combine(Arbitraries.of("", "PersistentVolumeClaim", "Claim"), specs())
                .as((kind, spec) ->
                        ClaimTemplate.builder().kind(kind).spec(spec).build());
    }

    @Property(tries = 500)
    void aClaimIsFilledInOnceAndThenStaysTheSameObject(@ForAll("claims") PersistentVolumeClaim claim) {
        PersistentVolumeClaim filled = filledOnce(claim);
        assertThat(filled.spec().volumeMode())
                .isEqualTo(claim.spec().volumeMode().or(() -> filled.spec().volumeMode()))
                .isPresent();
        assertThat(filled.status().phase())
                .isEqualTo(claim.status().phase().or(() -> filled.status().phase()))
                .isPresent();
    }

    @Property(tries = 500)
    void aSetIsFilledInOnceAndThenStaysTheSameObject(@ForAll("sets") StatefulSet set) {
        StatefulSet filled = filledOnce(set);
        assertThat(filled.spec().replicas()).contains(set.spec().replicas().orElse(1));
        assertThat(filled.spec().updateStrategy().type())
                .contains(set.spec().updateStrategy().type().orElse(UpdateStrategyType.ROLLING_UPDATE));
        assertThat(filled.spec().volumeClaimTemplates())
                .hasSameSizeAs(set.spec().volumeClaimTemplates())
                .allMatch(template -> template.kind().equals("PersistentVolumeClaim"));
    }

    /** Counts how often there was something to fill in, and checks that doing so twice is no different from once. */
    private static <T extends KubernetesObject> T filledOnce(T object) {
        @SuppressWarnings("unchecked")
        KindPolicy<T> policy = (KindPolicy<T>) Policies.of(object.kind());
        T filled = policy.withDefaults(object);
        assertThat(policy.withDefaults(filled)).isSameAs(filled);
        JsonObject written = Objects.write(filled);
        assertThat(policy.withDefaults(policy.type().decode(written).orThrow())).isEqualTo(filled);
        Statistics.label("filled").collect(filled != object);
        Statistics.label("filled").coverage(coverage -> coverage.check(true).percentage(share -> share > 30));
        return filled;
    }
}
