package io.mooring.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.quota.QuotaUsage;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.quota.LimitRange;
import io.mooring.quota.LimitRangeItem;
import io.mooring.quota.LimitRangeSpec;
import io.mooring.quota.ResourceQuota;
import io.mooring.quota.ResourceQuotaSpec;
import io.mooring.quota.ScopeSelector;
import io.mooring.quota.ScopedResourceSelectorRequirement;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.storage.AccessMode;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeClaimStatus;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeResourceRequirements;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimPluginsTest {

    private static ObjectMeta named(String name) {
        return ObjectMeta.builder().name(name).namespace("default").build();
    }

    private static PersistentVolumeClaim claim(String name, String storage) {
        return PersistentVolumeClaim.builder()
                .metadata(named(name))
                .spec(PersistentVolumeClaimSpec.builder()
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .storageClassName("m")
                        .resources(VolumeResourceRequirements.builder()
                                .putRequests("storage", Quantity.parse(storage))
                                .build())
                        .build())
                .build();
    }

    private static PersistentVolumeClaim withoutClass(PersistentVolumeClaim claim) {
        return claim.withSpec(claim.spec().withStorageClassName(java.util.Optional.empty()));
    }

    private static PersistentVolumeClaim bound(PersistentVolumeClaim claim) {
        return claim.withSpec(claim.spec().withVolumeName("v"))
                .withStatus(PersistentVolumeClaimStatus.builder()
                        .phase(ClaimPhase.BOUND)
                        .putCapacity(
                                "storage", claim.spec().resources().requests().getOrDefault("storage", Quantity.ZERO))
                        .build());
    }

    private static StorageClass defaultClass(String name, String created) {
        return StorageClass.builder()
                .metadata(ObjectMeta.builder()
                        .name(name)
                        .creationTimestamp(Instant.parse(created))
                        .putAnnotations("storageclass.kubernetes.io/is-default-class", "true")
                        .build())
                .provisioner("csi.example.com")
                .build();
    }

    private static ResourceQuota quota(Map<String, String> hard) {
        ResourceQuotaSpec.Builder spec = ResourceQuotaSpec.builder();
        hard.forEach((resource, amount) -> spec.putHard(resource, Quantity.parse(amount)));
        return ResourceQuota.builder().metadata(named("q")).spec(spec.build()).build();
    }

    private static LimitRange limits(String least, String most) {
        LimitRangeItem item = LimitRangeItem.builder()
                .type("PersistentVolumeClaim")
                .putMin("storage", Quantity.parse(least))
                .putMax("storage", Quantity.parse(most))
                .build();
        return LimitRange.builder()
                .metadata(named("l"))
                .spec(LimitRangeSpec.builder().addLimits(item).build())
                .build();
    }

    private static PersistentVolumeClaim admitted(PersistentVolumeClaim claim, KubernetesObject... world) {
        Verdict verdict = Admission.create(claim, AdmissionWorld.of(List.of(world)));
        assertThat(verdict).isInstanceOf(Verdict.Admitted.class);
        return (PersistentVolumeClaim) ((Verdict.Admitted) verdict).object();
    }

    private static String refusal(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        Verdict.Refused refused = (Verdict.Refused) verdict;
        assertThat(refused.code()).isEqualTo(403);
        assertThat(refused.reason()).isEqualTo("Forbidden");
        return refused.message();
    }

    private static String refusedCreate(PersistentVolumeClaim claim, KubernetesObject... world) {
        return refusal(Admission.create(claim, AdmissionWorld.of(List.of(world))));
    }

    @Test
    void givesTheNewestDefaultClass() {
        StorageClass old = defaultClass("a", "2020-01-01T00:00:00Z");
        StorageClass young = defaultClass("c", "2021-01-01T00:00:00Z");
        StorageClass asYoung = defaultClass("b", "2021-01-01T00:00:00Z");
        PersistentVolumeClaim claim = withoutClass(claim("c", "1Gi"));
        assertThat(admitted(claim, old, young, asYoung).spec().storageClassName())
                .contains("b");
    }

    @Test
    void leavesAClassThatIsNamedBeItEmpty() {
        StorageClass standard = defaultClass("standard", "2020-01-01T00:00:00Z");
        PersistentVolumeClaim claim = claim("c", "1Gi");
        assertThat(admitted(claim.withSpec(claim.spec().withStorageClassName("")), standard)
                        .spec()
                        .storageClassName())
                .contains("");
        PersistentVolumeClaim annotated = withoutClass(claim)
                .withMetadata(named("c").withAnnotations(Map.of("volume.beta.kubernetes.io/storage-class", "gold")));
        assertThat(admitted(annotated, standard).spec().storageClassName()).isEmpty();
    }

    @Test
    void protectsANewClaimOnce() {
        PersistentVolumeClaim claim = claim("c", "1Gi");
        PersistentVolumeClaim once = admitted(claim);
        assertThat(once.metadata().finalizers()).containsExactly("kubernetes.io/pvc-protection");
        assertThat(admitted(once)).isEqualTo(once);
    }

    @Test
    void aClaimStaysWithinTheLimitRange() {
        assertThat(refusedCreate(claim("small", "1G"), limits("1Gi", "5Gi")))
                .isEqualTo("persistentvolumeclaims \"small\" is forbidden: minimum storage usage per"
                        + " PersistentVolumeClaim is 1Gi, but request is 1G");
        assertThat(refusedCreate(claim("big", "6Gi"), limits("1Gi", "5Gi")))
                .isEqualTo("persistentvolumeclaims \"big\" is forbidden: maximum storage usage per"
                        + " PersistentVolumeClaim is 5Gi, but request is 6Gi");
        admitted(claim("fits", "5Gi"), limits("1Gi", "5Gi"));
    }

    @Test
    void aClaimStaysWithinTheQuota() {
        ResourceQuota quota = quota(Map.of("requests.storage", "3Gi", "persistentvolumeclaims", "5"));
        assertThat(refusedCreate(claim("b", "2Gi"), quota, claim("a", "2Gi")))
                .isEqualTo("persistentvolumeclaims \"b\" is forbidden: exceeded quota: q, requested:"
                        + " requests.storage=2Gi, used: requests.storage=2Gi, limited: requests.storage=3Gi");
        admitted(claim("b", "1Gi"), quota, claim("a", "2Gi"));
    }

    /** As upstream, whose quantities have no largest: what no 64 bits hold is counted too. */
    @Test
    void sumsBeyond64BitsAreSums() {
        String most = "9223372036854775807";
        assertThat(refusedCreate(claim("b", "1"), quota(Map.of("requests.storage", most)), claim("a", most)))
                .endsWith("exceeded quota: q, requested: requests.storage=1, used: requests.storage=" + most
                        + ", limited: requests.storage=" + most);
        admitted(claim("b", "1"), quota(Map.of("requests.storage", "9223372036854775808")), claim("a", most));
        assertThat(refusedCreate(claim("b", "9E"), quota(Map.of("requests.storage", "17E")), claim("a", "9E")))
                .endsWith("requested: requests.storage=9E, used: requests.storage=9E, limited: requests.storage=17E");
        admitted(claim("b", "9E"), quota(Map.of("requests.storage", "18E")), claim("a", "9E"));
    }

    /** From v1.38 on; before, what fits no 64 bits wraps, and 12E is less than nothing. */
    @Test
    void theLimitRangeMayLieBeyond64Bits() {
        Semantics exact = Semantics.DEFAULT.with(Behaviour.LIMIT_RANGE_IS_EXACT, true);
        assertThat(heldTo(limits("1Gi", "11E"), claim("big", "12E"), exact))
                .endsWith("maximum storage usage per PersistentVolumeClaim is 11E, but request is 12E");
        assertThat(heldTo(limits("10E", "11E"), claim("small", "9E"), exact))
                .endsWith("minimum storage usage per PersistentVolumeClaim is 10E, but request is 9E");
        assertThat(heldTo(limits("10E", "11E"), claim("fits", "10500P"), exact)).isEmpty();
        assertThat(heldTo(limits("1Gi", "11E"), claim("big", "12E"), Semantics.DEFAULT))
                .endsWith("minimum storage usage per PersistentVolumeClaim is 1Gi, but request is 12E");
    }

    /** The refusal; empty if there is none. */
    private static String heldTo(KubernetesObject limits, PersistentVolumeClaim claim, Semantics semantics) {
        return Admission.create(claim, AdmissionWorld.of(List.of(limits), semantics))
                .accept(Verdict.Cases.of(admitted -> "", Verdict.Refused::message));
    }

    @Test
    void theQuotaOfAClassCountsItsClaimsOnly() {
        ResourceQuota quota = quota(Map.of("m.storageclass.storage.k8s.io/persistentvolumeclaims", "1"));
        assertThat(refusedCreate(claim("b", "1Gi"), quota, claim("a", "1Gi")))
                .contains("exceeded quota: q, requested: m.storageclass.storage.k8s.io/persistentvolumeclaims=1,"
                        + " used: m.storageclass.storage.k8s.io/persistentvolumeclaims=1,");
        admitted(withoutClass(claim("b", "1Gi")), quota, claim("a", "1Gi"));
    }

    @Test
    void theQuotaOfAnAttributesClassCountsItsClaimsOnly() {
        ResourceQuota all = quota(Map.of("persistentvolumeclaims", "0"));
        ScopedResourceSelectorRequirement gold = ScopedResourceSelectorRequirement.builder()
                .scopeName("VolumeAttributesClass")
                .operator("In")
                .addValues("gold")
                .build();
        ResourceQuota ofGold = all.withSpec(all.spec()
                .withScopeSelector(
                        ScopeSelector.builder().addMatchExpressions(gold).build()));
        PersistentVolumeClaim claim = claim("c", "1Gi");
        admitted(claim, ofGold);
        assertThat(refusedCreate(claim.withSpec(claim.spec().withVolumeAttributesClassName("gold")), ofGold))
                .contains("exceeded quota: q");
    }

    @Test
    void aClaimGrowsOnlyWhereItsClassSaysSo() {
        PersistentVolumeClaim stored = bound(admitted(claim("c", "1Gi")));
        PersistentVolumeClaim larger = stored.withSpec(
                stored.spec().withResources(claim("c", "2Gi").spec().resources()));
        StorageClass fixed = StorageClass.builder()
                .metadata(ObjectMeta.builder().name("m").build())
                .build();
        assertThat(refusal(Admission.update(stored, larger, AdmissionWorld.of(List.of(fixed)))))
                .isEqualTo("persistentvolumeclaims \"c\" is forbidden: only dynamically provisioned pvc can be resized"
                        + " and the storageclass that provisions the pvc must support resize");
        StorageClass growing = fixed.withAllowVolumeExpansion(true);
        assertThat(Admission.update(stored, larger, AdmissionWorld.of(List.of(growing))))
                .isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void growthCountsForTheQuotaAsFarAsItGoes() {
        PersistentVolumeClaim stored = bound(admitted(claim("c", "1Gi")));
        PersistentVolumeClaim larger = stored.withSpec(
                stored.spec().withResources(claim("c", "3Gi").spec().resources()));
        StorageClass growing = StorageClass.builder()
                .metadata(ObjectMeta.builder().name("m").build())
                .allowVolumeExpansion(true)
                .build();
        ResourceQuota enough = quota(Map.of("requests.storage", "3Gi"));
        assertThat(Admission.update(stored, larger, AdmissionWorld.of(List.of(growing, enough, stored))))
                .isInstanceOf(Verdict.Admitted.class);
        ResourceQuota scarce = quota(Map.of("requests.storage", "2Gi"));
        assertThat(refusal(Admission.update(stored, larger, AdmissionWorld.of(List.of(growing, scarce, stored)))))
                .endsWith("exceeded quota: q, requested: requests.storage=2Gi, used: requests.storage=1Gi, limited:"
                        + " requests.storage=2Gi");
    }

    @Test
    void countsAFractionOfAByteAsAWholeOneHoweverLargeTheAmount() {
        ResourceQuota quota = quota(Map.of("requests.storage", "1"));
        assertThat(QuotaUsage.of(quota, claim("a", "1500m"))).containsEntry("requests.storage", Quantity.parse("2"));
        assertThat(QuotaUsage.of(quota, claim("a", "9223372036854775807500m")))
                .containsEntry("requests.storage", Quantity.parse("9223372036854775808"));
    }

    @Test
    void chargesAClaimThatIsMovedIntoAQuotasScopeWhole() {
        ResourceQuota gold =
                ofAttributesClass("gold", Map.of("requests.storage", "3Gi", "persistentvolumeclaims", "1"));
        PersistentVolumeClaim plain = stored("b", "2Gi");
        PersistentVolumeClaim moved = withAttributesClass(plain, "gold");
        PersistentVolumeClaim other = withAttributesClass(stored("a", "2Gi"), "gold");
        assertThat(updated(plain, moved, gold)).isInstanceOf(Verdict.Admitted.class);
        assertThat(updated(plain, moved, gold, other))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.message())
                                .endsWith("exceeded quota: q, requested: persistentvolumeclaims=1,requests.storage=2Gi,"
                                        + " used: persistentvolumeclaims=1,requests.storage=2Gi, limited:"
                                        + " persistentvolumeclaims=1,requests.storage=3Gi"));
    }

    @Test
    void chargesAClaimThatStaysInAQuotasScopeForWhatComesOnTop() {
        ResourceQuota gold =
                ofAttributesClass("gold", Map.of("requests.storage", "2Gi", "persistentvolumeclaims", "1"));
        PersistentVolumeClaim stored = withAttributesClass(stored("b", "2Gi"), "gold");
        ObjectMeta labelled = stored.metadata().withLabels(Map.of("tier", "gold"));
        assertThat(updated(stored, stored.withMetadata(labelled), gold, stored)).isInstanceOf(Verdict.Admitted.class);
    }

    private static Verdict updated(
            PersistentVolumeClaim stored, PersistentVolumeClaim updated, KubernetesObject... world) {
        return Admission.update(stored, updated, AdmissionWorld.of(List.of(world)));
    }

    private static PersistentVolumeClaim stored(String name, String storage) {
        PersistentVolumeClaim claim = bound(claim(name, storage));
        return claim.withSpec(claim.spec().withVolumeMode(VolumeMode.FILESYSTEM));
    }

    private static PersistentVolumeClaim withAttributesClass(PersistentVolumeClaim claim, String name) {
        return claim.withSpec(claim.spec().withVolumeAttributesClassName(name));
    }

    private static ResourceQuota ofAttributesClass(String name, Map<String, String> hard) {
        ResourceQuota quota = quota(hard);
        return quota.withSpec(quota.spec()
                .withScopeSelector(ScopeSelector.builder()
                        .addMatchExpressions(ScopedResourceSelectorRequirement.builder()
                                .scopeName("VolumeAttributesClass")
                                .operator("In")
                                .addValues(name)
                                .build())
                        .build()));
    }
}
