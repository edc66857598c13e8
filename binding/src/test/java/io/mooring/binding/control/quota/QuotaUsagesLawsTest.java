package io.mooring.binding.control.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.quota.QuotaUsage;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Lister;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.quota.ResourceQuotaSpec;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.VolumeResourceRequirements;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class QuotaUsagesLawsTest {
    private static final Quantity MOST = Quantity.parse("100Gi");

    /** A claim as it is from now on; none if it goes. */
    record Step(String name, Optional<PersistentVolumeClaim> claim) {}

    @Property
    void countingClaimByClaimIsCountingAll(@ForAll("steps") List<Step> steps, @ForAll("steps") List<Step> more) {
        ResourceQuota early = quota("early", "VolumeAttributesClass");
        ResourceQuota late = quota("late");
        TreeMap<String, PersistentVolumeClaim> claims = new TreeMap<>();
        QuotaUsages usages = after(QuotaUsages.VIEW.start(), null, early, List.of());
        usages = after(take(steps, usages, claims), null, late, claims.values());
        usages = take(more, usages, claims);
        for (ResourceQuota quota : List.of(early, late)) {
            assertThat(usages.of(quota.ref()).orElseThrow())
                    .hasToString(QuotaUsage.counted(quota, claims.values()).toString());
        }
    }

    @Property
    void forgetsAQuotaThatIsGone(@ForAll("steps") List<Step> steps) {
        ResourceQuota quota = quota("late");
        QuotaUsages usages = after(QuotaUsages.VIEW.start(), null, quota, List.of());
        assertThat(after(take(steps, usages, new TreeMap<>()), quota, null, List.of()))
                .isEqualTo(QuotaUsages.VIEW.start());
    }

    private static QuotaUsages after(
            QuotaUsages usages,
            @Nullable KubernetesObject before,
            @Nullable KubernetesObject after,
            Collection<PersistentVolumeClaim> claims) {
        if (before == null && after == null) {
            return usages;
        }
        Change<?> change = Change.of(Optional.ofNullable(before), Optional.ofNullable(after));
        return QuotaUsages.VIEW.after(usages, change, lister(claims));
    }

    private static Lister lister(Collection<PersistentVolumeClaim> claims) {
        return new Lister() {
            @Override
            public <T extends KubernetesObject> Optional<T> get(Ref<T> ref) {
                return list(ref.kind()).filter(each -> each.ref().equals(ref)).findFirst();
            }

            @Override
            public <T extends KubernetesObject> Collection<T> list(ObjectKind<T> kind, String namespace) {
                return list(kind).toList();
            }

            @Override
            public <T extends KubernetesObject> Stream<T> list(ObjectKind<T> kind) {
                return claims.stream()
                        .filter(claim -> claim.kind().equals(kind))
                        .map(kind.type()::cast);
            }

            @Override
            public Stream<? extends KubernetesObject> all() {
                return claims.stream();
            }
        };
    }

    private static QuotaUsages take(List<Step> steps, QuotaUsages before, Map<String, PersistentVolumeClaim> claims) {
        QuotaUsages usages = before;
        for (Step step : steps) {
            PersistentVolumeClaim old = claims.get(step.name());
            PersistentVolumeClaim young =
                    step.claim().map(claim -> aged(old, claim)).orElse(null);
            usages = after(usages, old, young, claims.values());
            if (young == null) {
                claims.remove(step.name());
            } else {
                claims.put(step.name(), young);
            }
        }
        return usages;
    }

    /** A claim that is replaced keeps its age. */
    private static PersistentVolumeClaim aged(@Nullable PersistentVolumeClaim old, PersistentVolumeClaim young) {
        return old == null
                ? young
                : young.withMetadata(
                        young.metadata().withCreationTimestamp(old.metadata().creationTimestamp()));
    }

    private static ResourceQuota quota(String name, String... scopes) {
        return ResourceQuota.builder()
                .metadata(ObjectMeta.builder().namespace("default").name(name).build())
                .spec(ResourceQuotaSpec.builder()
                        .hard(Map.of(
                                "requests.storage", MOST,
                                "persistentvolumeclaims", MOST,
                                "fast.storageclass.storage.k8s.io/requests.storage", MOST,
                                "pods", MOST))
                        .scopes(List.of(scopes))
                        .build())
                .build();
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        return Arbitraries.of("a", "b", "c", "d")
                .flatMap(name -> claim(name).optional(0.8).map(claim -> new Step(name, claim)))
                .list()
                .ofMaxSize(12);
    }

    private static Arbitrary<PersistentVolumeClaim> claim(String name) {
        Arbitrary<String> amounts = Arbitraries.of("0", "1Gi", "1024Mi", "1500M", "1e9", "0.5Gi", "100m", "7E", "9Ei");
        Arbitrary<Optional<String>> classes = Arbitraries.of("fast", "slow").optional();
        Arbitrary<Optional<String>> attributes = Arbitraries.of("gold").optional();
        Arbitrary<Integer> ages = Arbitraries.integers().between(0, 3);
        return Combinators.combine(amounts, classes, attributes, ages)
                .as((amount, className, attributesClass, age) -> PersistentVolumeClaim.builder()
                        .metadata(ObjectMeta.builder()
                                .namespace("default")
                                .name(name)
                                .creationTimestamp(Instant.EPOCH.plusSeconds(age))
                                .build())
                        .spec(PersistentVolumeClaimSpec.builder()
                                .storageClassName(className)
                                .volumeAttributesClassName(attributesClass)
                                .resources(VolumeResourceRequirements.builder()
                                        .requests(Map.of("storage", Quantity.parse(amount)))
                                        .build())
                                .build())
                        .build());
    }
}
