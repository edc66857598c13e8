package io.mooring.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
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
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.storage.AccessMode;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeClaimStatus;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeResourceRequirements;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Limit ranges and quotas on updates, several of them, and at their bounds. */
class ClaimBoundsTest {
    private static final String LIMITED = "persistentvolumeclaims \"c\" is forbidden: ";

    @Test
    void theFirstLimitRangeByNameTellsWhy() {
        assertThat(message(create(claim("1Gi"), limits("b", "3Gi", "9Gi"), limits("a", "2Gi", "9Gi"))))
                .isEqualTo(LIMITED + "minimum storage usage per PersistentVolumeClaim is 2Gi, but request is 1Gi");
    }

    @Test
    void aLimitRangeComparesThousandths() {
        assertThat(message(create(claim("1500m"), limits("a", "1600m", "9Gi"))))
                .isEqualTo(LIMITED + "minimum storage usage per PersistentVolumeClaim is 1600m, but request is 1500m");
    }

    /** The largest amount that is compared so is the largest whose thousandths fit into 64 bits. */
    @Test
    void aLimitRangeComparesThousandthsAsLongAsTheyFit() {
        assertThat(message(create(claim("9223372036854774500m"), limits("a", "9223372036854775", "1E"))))
                .startsWith(LIMITED + "minimum storage usage");
        assertThat(message(create(claim("9223372036854776"), limits("a", "1", "9223372036854775"))))
                .startsWith(LIMITED + "maximum storage usage");
    }

    @Test
    void aLimitRangeHoldsEveryUpdate() {
        PersistentVolumeClaim stored = stored("1Gi");
        assertThat(message(update(stored, labelled(stored), Semantics.DEFAULT, limits("a", "2Gi", "9Gi"))))
                .startsWith(LIMITED + "minimum storage usage");
        assertThat(update(stored, labelled(stored), Semantics.DEFAULT, limits("a", "1Gi", "9Gi")))
                .isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void aLimitRangeLetsGoWhatIsBeingDeleted() {
        PersistentVolumeClaim claim = stored("1Gi");
        PersistentVolumeClaim stored = claim.withMetadata(claim.metadata().withDeletionTimestamp(Instant.EPOCH));
        assertThat(update(stored, labelled(stored), Semantics.DEFAULT, limits("a", "2Gi", "9Gi")))
                .isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void aLimitRangeSparesAClaimWhoseRequestStaysFrom138On() {
        Semantics sparing = Semantics.DEFAULT.with(Behaviour.LIMIT_RANGE_SPARES_UNCHANGED_CLAIMS, true);
        PersistentVolumeClaim stored = stored("3Gi");
        PersistentVolumeClaim shrunk =
                stored.withSpec(claim("2Gi").spec().withVolumeName("v").withVolumeMode(VolumeMode.FILESYSTEM));
        assertThat(update(stored, labelled(stored), sparing, limits("a", "4Gi", "9Gi")))
                .isInstanceOf(Verdict.Admitted.class);
        assertThat(message(update(stored, shrunk, sparing, limits("a", "4Gi", "9Gi"))))
                .startsWith(LIMITED + "minimum storage usage");
    }

    @Test
    void theFirstQuotaByNameTellsWhy() {
        Map<String, String> none = Map.of("persistentvolumeclaims", "0");
        assertThat(message(create(claim("1Gi"), quota("r", none), quota("q", none))))
                .startsWith(LIMITED + "exceeded quota: q, ");
    }

    @Test
    void whatIsInUseBeyondAQuotaMayStayAndShrink() {
        PersistentVolumeClaim stored = stored("3Gi");
        PersistentVolumeClaim shrunk =
                stored.withSpec(claim("2Gi").spec().withVolumeName("v").withVolumeMode(VolumeMode.FILESYSTEM));
        ResourceQuota exceeded = quota("q", Map.of("persistentvolumeclaims", "0", "requests.storage", "1Gi"));
        assertThat(update(stored, labelled(stored), Semantics.DEFAULT, exceeded, stored))
                .isInstanceOf(Verdict.Admitted.class);
        assertThat(update(stored, shrunk, Semantics.DEFAULT, exceeded, stored)).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void aQuotaOfScopesThatAreNotKnownCountsNoClaim() {
        ScopedResourceSelectorRequirement withoutClass = ScopedResourceSelectorRequirement.builder()
                .scopeName("VolumeAttributesClass")
                .operator("DoesNotExist")
                .build();
        ResourceQuota none = quota("q", Map.of("persistentvolumeclaims", "0"));
        ResourceQuota scoped = none.withSpec(none.spec()
                .withScopeSelector(ScopeSelector.builder()
                        .addMatchExpressions(withoutClass)
                        .build()));
        Semantics unknown = Semantics.of(Release.parse("1.35")).withGate("VolumeAttributesClass", false);
        assertThat(message(create(claim("1Gi"), scoped))).startsWith(LIMITED + "exceeded quota: q, ");
        assertThat(Admission.create(claim("1Gi"), AdmissionWorld.of(List.of(scoped), unknown)))
                .isInstanceOf(Verdict.Admitted.class);
    }

    private static Verdict create(PersistentVolumeClaim claim, KubernetesObject... world) {
        return Admission.create(claim, AdmissionWorld.of(List.of(world)));
    }

    private static Verdict update(
            PersistentVolumeClaim stored,
            PersistentVolumeClaim updated,
            Semantics semantics,
            KubernetesObject... world) {
        return Admission.update(stored, updated, AdmissionWorld.of(List.of(world), semantics));
    }

    private static String message(Verdict verdict) {
        return verdict.accept(Verdict.Cases.of(admitted -> "admitted", Verdict.Refused::message));
    }

    private static PersistentVolumeClaim claim(String storage) {
        return PersistentVolumeClaim.builder()
                .metadata(named("c"))
                .spec(PersistentVolumeClaimSpec.builder()
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .resources(VolumeResourceRequirements.builder()
                                .putRequests("storage", Quantity.parse(storage))
                                .build())
                        .build())
                .build();
    }

    /** Bound to a volume of 1Gi. */
    private static PersistentVolumeClaim stored(String storage) {
        PersistentVolumeClaim claim = claim(storage);
        return claim.withSpec(claim.spec().withVolumeName("v").withVolumeMode(VolumeMode.FILESYSTEM))
                .withStatus(PersistentVolumeClaimStatus.builder()
                        .phase(ClaimPhase.BOUND)
                        .putCapacity("storage", Quantity.parse("1Gi"))
                        .build());
    }

    private static PersistentVolumeClaim labelled(PersistentVolumeClaim claim) {
        return claim.withMetadata(claim.metadata().withLabels(Map.of("a", "b")));
    }

    private static LimitRange limits(String name, String least, String most) {
        LimitRangeItem item = LimitRangeItem.builder()
                .type("PersistentVolumeClaim")
                .putMin("storage", Quantity.parse(least))
                .putMax("storage", Quantity.parse(most))
                .build();
        return LimitRange.builder()
                .metadata(named(name))
                .spec(LimitRangeSpec.builder().addLimits(item).build())
                .build();
    }

    private static ResourceQuota quota(String name, Map<String, String> hard) {
        ResourceQuotaSpec.Builder spec = ResourceQuotaSpec.builder();
        hard.forEach((resource, amount) -> spec.putHard(resource, Quantity.parse(amount)));
        return ResourceQuota.builder().metadata(named(name)).spec(spec.build()).build();
    }

    private static ObjectMeta named(String name) {
        return ObjectMeta.builder().name(name).namespace("default").build();
    }
}
