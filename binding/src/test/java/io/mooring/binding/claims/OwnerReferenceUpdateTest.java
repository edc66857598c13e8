package io.mooring.binding.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.ClaimRetention;
import io.mooring.workload.ClaimRetentionPolicy;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnerReferenceUpdateTest {
    private static final ObjectMeta WITHIN =
            ObjectMeta.builder().name("web-0").uid("pod-uid").build();
    private static final ObjectMeta BEYOND =
            ObjectMeta.builder().name("web-9").uid("pod-uid").build();
    private static final OwnerReference SET = reference(StatefulSet.KIND.apiVersion(), "StatefulSet", "web", "set-uid");
    private static final OwnerReference OPERATOR = reference("example.com/v1", "Operator", "op", "op-uid");

    @ParameterizedTest
    @CsvSource({
        "Retain, Retain, web-0, ''",
        "Retain, Retain, web-9, ''",
        "Delete, Retain, web-0, StatefulSet",
        "Delete, Retain, web-9, StatefulSet",
        "Retain, Delete, web-0, ''",
        "Retain, Delete, web-9, Pod",
        "Delete, Delete, web-0, StatefulSet",
        "Delete, Delete, web-9, Pod",
    })
    void thePolicyNamesTheOwner(String whenDeleted, String whenScaled, String podName, String owner) {
        ObjectMeta pod = WITHIN.withName(podName);
        StatefulSet set = set(whenDeleted, whenScaled);
        List<OwnerReference> everybody = List.of(SET, pod(pod, "pod-uid"));
        assertThat(VolumeClaimTemplates.ownerReferences(set, pod, claim(everybody)))
                .isInstanceOf(OwnerReferenceUpdate.Change.class);
        List<OwnerReference> settled = settle(set, pod, everybody);
        assertThat(settled.stream().map(OwnerReference::kind)).isEqualTo(owner.isEmpty() ? List.of() : List.of(owner));
        assertThat(VolumeClaimTemplates.ownerReferences(set, pod, claim(settled)))
                .isEqualTo(new OwnerReferenceUpdate.UpToDate());
    }

    @Test
    void othersReferencesStayWhereTheyAre() {
        OwnerReference other = OPERATOR.withController(Optional.empty());
        assertThat(settle(set("Delete", "Retain"), WITHIN, List.of(other))).containsExactly(other, SET);
    }

    @Test
    void anOwnerThatDoesNotControlIsMadeTheController() {
        assertThat(settle(set("Delete", "Retain"), WITHIN, List.of(SET.withController(false))))
                .containsExactly(SET);
    }

    @Test
    void anEarlierPodsClaimIsLeftAlone() {
        OwnerReference earlier = pod(BEYOND, "earlier");
        assertThat(VolumeClaimTemplates.ownerReferences(set("Retain", "Delete"), BEYOND, claim(List.of(earlier))))
                .isEqualTo(new OwnerReferenceUpdate.Stale(earlier));
    }

    @Test
    void aClaimOfAnotherControllerIsLeftAlone() {
        assertThat(VolumeClaimTemplates.ownerReferences(set("Delete", "Retain"), WITHIN, claim(List.of(OPERATOR))))
                .isEqualTo(new OwnerReferenceUpdate.OtherController(OPERATOR));
    }

    @Test
    void besidesAnotherControllerTheSetIsNoOwner() {
        assertThat(settle(set("Delete", "Retain"), WITHIN, List.of(SET, OPERATOR)))
                .containsExactly(OPERATOR);
    }

    @Test
    void underRetainAnotherControllerIsNoConflict() {
        assertThat(VolumeClaimTemplates.unexpectedController(set("Retain", "Retain"), WITHIN, claim(List.of(OPERATOR))))
                .isEmpty();
        assertThat(VolumeClaimTemplates.unexpectedController(set("Delete", "Retain"), WITHIN, claim(List.of(OPERATOR))))
                .contains(OPERATOR);
    }

    @Test
    void whenScaledDeleteRefusesAnEarlierPodsClaim() {
        OwnerReference earlier = pod(WITHIN, "earlier");
        PersistentVolumeClaim claim = claim(List.of(earlier));
        ExistingObjects existing = new ExistingObjects() {
            @Override
            public Optional<PersistentVolumeClaim> claim(String name) {
                return Optional.of(claim);
            }

            @Override
            public Optional<Pod> pod(String name) {
                return Optional.empty();
            }
        };
        assertThat(VolumeClaimTemplates.claims(set("Retain", "Delete"), 0, existing))
                .singleElement()
                .extracting(ReplicaClaim::decision)
                .isEqualTo(new ClaimDecision.Refuse(claim, new ClaimRefusal.OfEarlierPod(earlier)));
    }

    private static List<OwnerReference> settle(StatefulSet set, ObjectMeta pod, List<OwnerReference> references) {
        return VolumeClaimTemplates.ownerReferences(set, pod, claim(references))
                .change()
                .orElse(references);
    }

    private static StatefulSet set(String whenDeleted, String whenScaled) {
        StatefulSet set = VolumeClaimTemplatesTest.set(1, VolumeClaimTemplatesTest.template("www", Map.of()));
        return set.withSpec(set.spec()
                .withPersistentVolumeClaimRetentionPolicy(ClaimRetention.builder()
                        .whenDeleted(new ClaimRetentionPolicy(whenDeleted))
                        .whenScaled(new ClaimRetentionPolicy(whenScaled))
                        .build()));
    }

    private static PersistentVolumeClaim claim(List<OwnerReference> references) {
        return PersistentVolumeClaim.builder()
                .metadata(ObjectMeta.builder()
                        .name("www-web-0")
                        .ownerReferences(references)
                        .build())
                .build();
    }

    private static OwnerReference pod(ObjectMeta pod, String uid) {
        return reference("v1", "Pod", pod.name(), uid);
    }

    private static OwnerReference reference(String apiVersion, String kind, String name, String uid) {
        return OwnerReference.builder()
                .apiVersion(apiVersion)
                .kind(kind)
                .name(name)
                .uid(uid)
                .controller(true)
                .blockOwnerDeletion(true)
                .build();
    }
}
