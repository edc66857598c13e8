package io.mooring.admission.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Cause;
import io.mooring.admission.Verdict;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeClaimStatus;
import io.mooring.storage.TypedLocalObjectReference;
import io.mooring.storage.TypedObjectReference;
import io.mooring.storage.VolumeResourceRequirements;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is advised where a claim may not change so, and a claim that was stored by an API server with more gates on. */
class StoredClaimTest {

    @Test
    void aClaimThatIsNotBoundIsAdvisedToWait() {
        assertThat(advice(stored("1Gi"), "2Gi")).containsExactly("only a claim that is bound may ask for more");
    }

    @Test
    void whatStaysAsItIsIsMadeAnew() {
        PersistentVolumeClaim stored = stored("1Gi");
        assertThat(advice(Admission.update(
                        stored,
                        stored.withSpec(stored.spec().withAccessModes(AccessMode.READ_ONLY_MANY)),
                        AdmissionWorld.EMPTY)))
                .containsExactly("it stays as it is; delete the claim and create it anew");
    }

    @Test
    void whatShrinksIsToldWhatIsThere() {
        assertThat(advice(bound("2Gi", Optional.of("2Gi")), "1Gi"))
                .containsExactly("a volume does not shrink: ask for more than the 2Gi that are there");
        assertThat(advice(bound("2Gi", Optional.empty()), "0")).doesNotContain("a volume does not shrink");
    }

    @Test
    void aSourceInAnotherNamespaceStandsAlone() {
        PersistentVolumeClaim claim = stored("1Gi");
        TypedObjectReference elsewhere = TypedObjectReference.builder()
                .kind("PersistentVolumeClaim")
                .name("b")
                .namespace("park")
                .build();
        PersistentVolumeClaim stored = claim.withSpec(claim.spec().withDataSourceRef(elsewhere));
        PersistentVolumeClaim both = stored.withSpec(stored.spec()
                .withDataSource(TypedLocalObjectReference.builder()
                        .kind("PersistentVolumeClaim")
                        .name("b")
                        .build()));
        assertThat(Admission.update(stored, stored, AdmissionWorld.EMPTY)).isInstanceOf(Verdict.Admitted.class);
        assertThat(causes(Admission.update(stored, both, AdmissionWorld.EMPTY)))
                .extracting(Cause::toString)
                .contains("spec: Invalid value: {}: may not be specified when dataSourceRef.namespace is specified");
    }

    private static List<String> advice(PersistentVolumeClaim stored, String requested) {
        return advice(Admission.update(
                stored, stored.withSpec(stored.spec().withResources(requests(requested))), AdmissionWorld.EMPTY));
    }

    private static List<String> advice(Verdict verdict) {
        return causes(verdict).stream()
                .flatMap(cause -> cause.advice().stream())
                .toList();
    }

    private static List<Cause> causes(Verdict verdict) {
        return verdict.refused().map(Verdict.Refused::causes).orElse(List.of());
    }

    private static PersistentVolumeClaim bound(String requested, Optional<String> capacity) {
        PersistentVolumeClaimStatus.Builder status =
                PersistentVolumeClaimStatus.builder().phase(ClaimPhase.BOUND);
        capacity.ifPresent(amount -> status.putCapacity("storage", Quantity.parse(amount)));
        return stored(requested).withStatus(status.build());
    }

    private static PersistentVolumeClaim stored(String requested) {
        PersistentVolumeClaim claim = PersistentVolumeClaim.builder()
                .metadata(ObjectMeta.builder().name("a").namespace("default").build())
                .spec(PersistentVolumeClaimSpec.builder()
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .resources(requests(requested))
                        .build())
                .build();
        Verdict verdict = Admission.create(claim, AdmissionWorld.EMPTY);
        return (PersistentVolumeClaim) ((Verdict.Admitted) verdict).object();
    }

    private static VolumeResourceRequirements requests(String storage) {
        return VolumeResourceRequirements.builder()
                .putRequests("storage", Quantity.parse(storage))
                .build();
    }
}
