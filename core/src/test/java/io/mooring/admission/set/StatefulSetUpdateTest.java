package io.mooring.admission.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.workload.Container;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetSpec;
import io.mooring.workload.UpdateStrategy;
import io.mooring.workload.UpdateStrategyType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sets that were stored when less was checked. */
class StatefulSetUpdateTest {
    private static final UpdateStrategy RECREATING =
            UpdateStrategy.builder().type(UpdateStrategyType.RECREATE).build();

    @Test
    void aTemplateThatIsRefusedByNowMayStay() {
        StatefulSet stored = named("A B");
        assertThat(refusals(stored, labelled(stored))).isEmpty();
        assertThat(refusals(stored, named("C D"))).isEmpty();
        assertThat(refusals(named("c"), stored)).contains("spec.template.spec.containers[0].name: Invalid value");
    }

    @Test
    void aSetThatRecreatesItsPodsMayGoOnToDoSo() {
        StatefulSet stored = named("c");
        StatefulSet recreating = stored.withSpec(stored.spec().withUpdateStrategy(RECREATING));
        assertThat(refusals(recreating, labelled(recreating))).isEmpty();
        assertThat(refusals(stored, recreating))
                .contains("spec.updateStrategy: Invalid value: {...}: must be 'RollingUpdate' or 'OnDelete'");
    }

    /** What a set that recreates has wrong besides is still asked for. */
    @Test
    void aSetThatRecreatesItsPodsHasNoOtherFlaw() {
        StatefulSet stored = named("c");
        StatefulSet recreating = stored.withSpec(stored.spec().withUpdateStrategy(RECREATING));
        StatefulSet flawed = recreating.withSpec(named("A B").spec().withUpdateStrategy(RECREATING));
        assertThat(refusals(recreating, flawed)).contains("spec.template.spec.containers[0].name: Invalid value");
    }

    private static String refusals(StatefulSet stored, StatefulSet updated) {
        return Admission.update(stored, updated, AdmissionWorld.EMPTY)
                .accept(Verdict.Cases.of(admitted -> "", Verdict.Refused::message));
    }

    private static StatefulSet labelled(StatefulSet set) {
        return set.withMetadata(set.metadata().withLabels(Map.of("a", "b")));
    }

    private static StatefulSet named(String container) {
        StatefulSet set = StatefulSet.builder()
                .metadata(ObjectMeta.builder().name("web").namespace("default").build())
                .spec(StatefulSetSpec.builder()
                        .selector(LabelSelector.builder()
                                .putMatchLabels("app", "web")
                                .build())
                        .template(template("c"))
                        .build())
                .build();
        StatefulSet stored = (StatefulSet) ((Verdict.Admitted) Admission.create(set, AdmissionWorld.EMPTY)).object();
        PodSpec pod = stored.spec().template().spec();
        return stored.withSpec(stored.spec()
                .withTemplate(stored.spec()
                        .template()
                        .withSpec(pod.withContainers(pod.containers().get(0).withName(container)))));
    }

    private static PodTemplateSpec template(String container) {
        return PodTemplateSpec.builder()
                .metadata(ObjectMeta.builder().putLabels("app", "web").build())
                .spec(PodSpec.builder()
                        .addContainers(
                                Container.builder().name(container).image("i").build())
                        .build())
                .build();
    }
}
