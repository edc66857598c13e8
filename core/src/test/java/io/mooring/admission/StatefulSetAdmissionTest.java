package io.mooring.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.VolumeResourceRequirements;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.workload.ClaimTemplate;
import io.mooring.workload.Container;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.PodVolume;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetSpec;
import io.mooring.workload.UpdateStrategy;
import io.mooring.workload.UpdateStrategyType;
import io.mooring.workload.VolumeMount;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatefulSetAdmissionTest {

    private static ClaimTemplate claimTemplate(String name) {
        return ClaimTemplate.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .spec(PersistentVolumeClaimSpec.builder()
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .resources(VolumeResourceRequirements.builder()
                                .putRequests("storage", Quantity.parse("1.0005"))
                                .build())
                        .build())
                .build();
    }

    private static StatefulSet set(List<ClaimTemplate> claims, List<PodVolume> volumes) {
        Container container = Container.builder()
                .name("c")
                .image("nginx")
                .addVolumeMounts(
                        VolumeMount.builder().name("data").mountPath("/data").build())
                .build();
        return StatefulSet.builder()
                .metadata(ObjectMeta.builder().name("web").build())
                .spec(StatefulSetSpec.builder()
                        .serviceName("web")
                        .selector(LabelSelector.builder()
                                .putMatchLabels("app", "web")
                                .build())
                        .template(PodTemplateSpec.builder()
                                .metadata(ObjectMeta.builder()
                                        .putLabels("app", "web")
                                        .build())
                                .spec(PodSpec.builder()
                                        .addContainers(container)
                                        .volumes(volumes)
                                        .build())
                                .build())
                        .volumeClaimTemplates(claims)
                        .build())
                .build();
    }

    private static Verdict.Admitted admitted(StatefulSet set) {
        Verdict verdict = Admission.create(set, AdmissionWorld.EMPTY);
        assertThat(verdict).isInstanceOf(Verdict.Admitted.class);
        return (Verdict.Admitted) verdict;
    }

    private static StatefulSetSpec specOf(StatefulSet set) {
        return ((StatefulSet) admitted(set).object()).spec();
    }

    @Test
    void fillsInWhatTheSetDoesNotSay() {
        StatefulSetSpec spec = specOf(set(List.of(claimTemplate("data")), List.of()));
        assertThat(spec.replicas()).contains(1);
        assertThat(spec.revisionHistoryLimit()).contains(10);
        assertThat(spec.updateStrategy().rollingUpdate().orElseThrow().maxUnavailable())
                .contains(JsonNumber.of(1));
        ClaimTemplate template = spec.volumeClaimTemplates().get(0);
        assertThat(template.kind()).isEqualTo("PersistentVolumeClaim");
        assertThat(template.spec().resources().requests().get("storage")).hasToString("1001m");
    }

    @Test
    void warnsOfFractionsOfBytes() {
        assertThat(admitted(set(List.of(claimTemplate("data")), List.of())).warnings())
                .containsExactly("spec.volumeClaimTemplates[0].resources.requests[storage]: fractional byte value"
                        + " \"1001m\" is invalid, must be an integer");
    }

    @Test
    void aRollingUpdateThatSaysNothingStaysSilentWhereItsTypeIsGiven() {
        StatefulSet set = set(List.of(claimTemplate("data")), List.of());
        UpdateStrategy rolling =
                UpdateStrategy.builder().type(UpdateStrategyType.ROLLING_UPDATE).build();
        assertThat(specOf(set.withSpec(set.spec().withUpdateStrategy(rolling))).updateStrategy())
                .isEqualTo(rolling);
    }

    @Test
    void aClaimTemplateTakesThePlaceOfAVolumeOfItsName() {
        PodVolume empty = PodVolume.builder()
                .name("data")
                .rest(JsonObject.of("emptyDir", JsonObject.EMPTY))
                .build();
        assertThat(specOf(set(List.of(claimTemplate("data")), List.of(empty)))
                        .template()
                        .spec()
                        .volumes())
                .containsExactly(empty);
    }

    @Test
    void claimTemplatesOfOneNameAreOneVolume() {
        admitted(set(List.of(claimTemplate("data"), claimTemplate("data")), List.of()));
    }

    @Test
    void aVolumeOfThePodMayBeMountedToo() {
        PodVolume empty = PodVolume.builder().name("data").build();
        PodVolume filled = specOf(set(List.of(), List.of(empty)))
                .template()
                .spec()
                .volumes()
                .get(0);
        assertThat(filled.rest()).isEqualTo(JsonObject.of("emptyDir", JsonObject.EMPTY));
    }
}
