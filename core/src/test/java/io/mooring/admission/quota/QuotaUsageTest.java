package io.mooring.admission.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.quota.ResourceQuotaSpec;
import io.mooring.quota.ScopeSelector;
import io.mooring.quota.ScopedResourceSelectorRequirement;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.storage.ModifyVolumeStatus;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeClaimStatus;
import io.mooring.storage.VolumeResourceRequirements;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuotaUsageTest {
    private static final String SCOPE = "VolumeAttributesClass";
    private static final String OF_GOLD = "gold.storageclass.storage.k8s.io/";
    private static final ResourceQuota CLAIMS = quota("persistentvolumeclaims");

    @Test
    void claimsCountForWhatIsNamedAfterThem() {
        String[] ofClaims = {
            "persistentvolumeclaims",
            "count/persistentvolumeclaims",
            "requests.storage",
            OF_GOLD + "persistentvolumeclaims",
            OF_GOLD + "requests.storage"
        };
        assertThat(ofClaims)
                .allSatisfy(resource ->
                        assertThat(QuotaUsage.boundedBy(quota(resource))).containsExactly(resource));
        assertThat(QuotaUsage.boundedBy(quota("pods", "requests.cpu", "count/pods")))
                .isEmpty();
    }

    @Test
    void aClaimCountsByItselfAndByItsClass() {
        PersistentVolumeClaim gold = claim("a", "1500m");
        ResourceQuota all = quota(
                "persistentvolumeclaims",
                "count/persistentvolumeclaims",
                "requests.storage",
                OF_GOLD + "persistentvolumeclaims",
                OF_GOLD + "requests.storage",
                "tin.storageclass.storage.k8s.io/requests.storage",
                "pods");
        assertThat(texts(QuotaUsage.of(all, gold.withSpec(gold.spec().withStorageClassName("gold")))))
                .isEqualTo(Map.of(
                        "persistentvolumeclaims",
                        "1",
                        "count/persistentvolumeclaims",
                        "1",
                        "requests.storage",
                        "2",
                        OF_GOLD + "persistentvolumeclaims",
                        "1",
                        OF_GOLD + "requests.storage",
                        "2"));
        assertThat(QuotaUsage.of(quota("storageclass.storage.k8s.io/requests.storage"), claim("a", "1")))
                .isEmpty();
        assertThat(ClaimUsage.of(claim("a", "1")))
                .containsOnlyKeys("persistentvolumeclaims", "count/persistentvolumeclaims", "requests.storage");
    }

    @Test
    void anExpansionUnderWayCountsIfItIsLarger() {
        ResourceQuota storage = quota("requests.storage");
        assertThat(texts(QuotaUsage.of(storage, allocated("1Gi", "2Gi")))).containsValue("2Gi");
        assertThat(texts(QuotaUsage.of(storage, allocated("1Gi", "1073741824"))))
                .containsValue("1Gi");
        assertThat(texts(QuotaUsage.of(storage, allocated("2Gi", "1Gi")))).containsValue("2Gi");
    }

    @Test
    void whatIsBoundedAndNotUsedIsZero() {
        assertThat(texts(QuotaUsage.counted(quota("requests.storage", "pods", "persistentvolumeclaims"), List.of())))
                .isEqualTo(Map.of("requests.storage", "0", "persistentvolumeclaims", "0"));
    }

    @Test
    void aSumHasTheFormatOfTheOldestAmount() {
        ResourceQuota storage = quota("requests.storage");
        PersistentVolumeClaim old = since("b", "1Gi", "2020-01-01T00:00:00Z");
        PersistentVolumeClaim young = since("a", "1073741824", "2021-01-01T00:00:00Z");
        assertThat(texts(QuotaUsage.counted(storage, List.of(young, old)))).containsValue("2Gi");
        PersistentVolumeClaim asOld = since("a", "1073741824", "2020-01-01T00:00:00Z");
        assertThat(texts(QuotaUsage.counted(storage, List.of(old, asOld)))).containsValue("2147483648");
        assertThat(texts(QuotaUsage.counted(storage, List.of(claim("a", "1073741824"), old))))
                .containsValue("2Gi");
    }

    @Test
    void aScopeOfClassesTakesTheWantedTheCurrentAndTheComingOne() {
        ResourceQuota gold = scoped(requirement(SCOPE, "In", "gold"));
        PersistentVolumeClaim claim = claim("a", "1Gi");
        PersistentVolumeClaim wanted = claim.withSpec(claim.spec().withVolumeAttributesClassName("gold"));
        PersistentVolumeClaim current = claim.withStatus(PersistentVolumeClaimStatus.builder()
                .currentVolumeAttributesClassName("gold")
                .build());
        PersistentVolumeClaim coming = claim.withStatus(PersistentVolumeClaimStatus.builder()
                .modifyVolumeStatus(ModifyVolumeStatus.builder()
                        .targetVolumeAttributesClassName("gold")
                        .build())
                .build());
        assertThat(List.of(wanted, current, coming)).allMatch(each -> ClaimScopes.matches(gold, each));
        assertThat(ClaimScopes.matches(gold, claim)).isFalse();
        assertThat(ClaimScopes.matches(gold, wanted.withSpec(wanted.spec().withVolumeAttributesClassName("tin"))))
                .isFalse();
        assertThat(ClaimScopes.matches(gold, wanted.withSpec(wanted.spec().withVolumeAttributesClassName(""))))
                .isFalse();
    }

    @Test
    void aScopeWithoutWordsWantsThatThereIsAClass() {
        ResourceQuota any = CLAIMS.withSpec(CLAIMS.spec().withScopes(SCOPE));
        PersistentVolumeClaim claim = claim("a", "1Gi");
        assertThat(ClaimScopes.matches(any, claim)).isFalse();
        assertThat(ClaimScopes.matches(any, claim.withSpec(claim.spec().withVolumeAttributesClassName("tin"))))
                .isTrue();
    }

    @Test
    void anyOtherScopeTakesNoClaim() {
        PersistentVolumeClaim claim = claim("a", "1Gi");
        assertThat(ClaimScopes.matches(scoped(requirement("BestEffort", "DoesNotExist")), claim))
                .isFalse();
        assertThat(ClaimScopes.matches(scoped(requirement(SCOPE, "DoesNotExist")), claim))
                .isTrue();
    }

    @Test
    void scopesAreKnownWhereAttributesClassesAre() {
        Semantics without = Semantics.of(Release.parse("1.35")).withGate(SCOPE, false);
        ResourceQuota empty = CLAIMS.withSpec(
                CLAIMS.spec().withScopeSelector(ScopeSelector.builder().build()));
        ResourceQuota selecting = scoped(requirement(SCOPE, "Exists"));
        ResourceQuota scoped = CLAIMS.withSpec(CLAIMS.spec().withScopes(SCOPE));
        assertThat(List.of(CLAIMS, empty)).allMatch(quota -> ClaimScopes.areKnown(quota, without));
        assertThat(List.of(selecting, scoped)).noneMatch(quota -> ClaimScopes.areKnown(quota, without));
        assertThat(List.of(selecting, scoped)).allMatch(quota -> ClaimScopes.areKnown(quota, Semantics.DEFAULT));
    }

    private static ResourceQuota quota(String... resources) {
        ResourceQuotaSpec.Builder spec = ResourceQuotaSpec.builder();
        Stream.of(resources).forEach(resource -> spec.putHard(resource, Quantity.parse("5")));
        return ResourceQuota.builder()
                .metadata(ObjectMeta.builder().name("q").namespace("default").build())
                .spec(spec.build())
                .build();
    }

    private static ResourceQuota scoped(ScopedResourceSelectorRequirement requirement) {
        return CLAIMS.withSpec(CLAIMS.spec()
                .withScopeSelector(
                        ScopeSelector.builder().addMatchExpressions(requirement).build()));
    }

    private static ScopedResourceSelectorRequirement requirement(String scope, String operator, String... values) {
        return ScopedResourceSelectorRequirement.builder()
                .scopeName(scope)
                .operator(operator)
                .addValues(values)
                .build();
    }

    private static PersistentVolumeClaim claim(String name, String storage) {
        return PersistentVolumeClaim.builder()
                .metadata(ObjectMeta.builder().name(name).namespace("default").build())
                .spec(PersistentVolumeClaimSpec.builder()
                        .resources(VolumeResourceRequirements.builder()
                                .putRequests("storage", Quantity.parse(storage))
                                .build())
                        .build())
                .build();
    }

    private static PersistentVolumeClaim since(String name, String storage, String time) {
        PersistentVolumeClaim claim = claim(name, storage);
        return claim.withMetadata(claim.metadata().withCreationTimestamp(Instant.parse(time)));
    }

    private static PersistentVolumeClaim allocated(String requested, String allocated) {
        return claim("a", requested)
                .withStatus(PersistentVolumeClaimStatus.builder()
                        .putAllocatedResources("storage", Quantity.parse(allocated))
                        .build());
    }

    private static Map<String, String> texts(Map<String, Quantity> amounts) {
        return amounts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, amount -> amount.getValue().toString()));
    }
}
