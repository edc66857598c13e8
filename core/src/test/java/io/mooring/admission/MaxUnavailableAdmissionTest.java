package io.mooring.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Container;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.RollingUpdate;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetSpec;
import io.mooring.workload.UpdateStrategy;
import io.mooring.workload.UpdateStrategyType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code updateStrategy.rollingUpdate.maxUnavailable} where the release knows it and where it does not. */
class MaxUnavailableAdmissionTest {
    private static final AdmissionWorld KNOWN = worldOf("1.37");
    private static final AdmissionWorld UNKNOWN = worldOf("1.36");
    private static final Optional<JsonValue> SILENT = Optional.empty();
    private static final Optional<JsonValue> TWO = Optional.of(JsonNumber.of(2));
    private static final Optional<JsonValue> BAD = Optional.of(new JsonString("many"));

    @Test
    void isOneWhereItIsKnownAndTheSetIsSilent() {
        assertThat(created(SILENT, KNOWN)).contains(JsonNumber.of(1));
        assertThat(created(SILENT, UNKNOWN)).isEmpty();
    }

    @Test
    void isDroppedWhereItIsNotKnown() {
        assertThat(created(TWO, KNOWN)).isEqualTo(TWO);
        assertThat(created(TWO, UNKNOWN)).isEmpty();
    }

    @Test
    void isDroppedBeforeItIsChecked() {
        assertThat(Admission.create(set(BAD), KNOWN)).isInstanceOf(Verdict.Refused.class);
        assertThat(created(BAD, UNKNOWN)).isEmpty();
    }

    @Test
    void comesAndGoesWithTheUpdateWhereItIsKnown() {
        assertThat(updated(TWO, SILENT, KNOWN)).contains(JsonNumber.of(1));
        assertThat(updated(SILENT, TWO, KNOWN)).isEqualTo(TWO);
    }

    @Test
    void isDroppedFromAnUpdateUnlessItIsStored() {
        assertThat(updated(SILENT, TWO, UNKNOWN)).isEmpty();
        assertThat(updated(Optional.of(JsonNumber.of(1)), TWO, UNKNOWN)).isEqualTo(TWO);
        assertThat(updated(TWO, SILENT, UNKNOWN)).isEmpty();
    }

    @Test
    void wasKnownInTheFirstPatchesOfRelease35Alone() {
        assertThat(created(SILENT, worldOf("1.35.3"))).contains(JsonNumber.of(1));
        assertThat(created(SILENT, worldOf("1.35.4"))).isEmpty();
    }

    private static AdmissionWorld worldOf(String release) {
        return AdmissionWorld.of(List.of(), Semantics.of(Release.parse(release)));
    }

    private static Optional<JsonValue> created(Optional<JsonValue> maxUnavailable, AdmissionWorld world) {
        return of(Admission.create(set(maxUnavailable), world));
    }

    private static Optional<JsonValue> updated(
            Optional<JsonValue> stored, Optional<JsonValue> sent, AdmissionWorld world) {
        Verdict before = Admission.create(set(stored), KNOWN);
        StatefulSet defaulted = (StatefulSet) ((Verdict.Admitted) before).object();
        return of(Admission.update(with(defaulted, stored), set(sent), world));
    }

    private static Optional<JsonValue> of(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Admitted.class);
        StatefulSet set = (StatefulSet) ((Verdict.Admitted) verdict).object();
        return set.spec().updateStrategy().rollingUpdate().orElseThrow().maxUnavailable();
    }

    private static StatefulSet set(Optional<JsonValue> maxUnavailable) {
        Map<String, String> labels = Map.of("app", "web");
        PodTemplateSpec template = PodTemplateSpec.builder()
                .metadata(ObjectMeta.builder().labels(labels).build())
                .spec(PodSpec.builder()
                        .addContainers(Container.builder().name("c").image("x").build())
                        .build())
                .build();
        StatefulSetSpec spec = StatefulSetSpec.builder()
                .serviceName("web")
                .selector(LabelSelector.builder().matchLabels(labels).build())
                .template(template)
                .build();
        StatefulSet set = StatefulSet.builder()
                .metadata(ObjectMeta.builder().name("web").namespace("default").build())
                .spec(spec)
                .build();
        return with(set, maxUnavailable);
    }

    private static StatefulSet with(StatefulSet set, Optional<JsonValue> maxUnavailable) {
        UpdateStrategy strategy = UpdateStrategy.builder()
                .type(UpdateStrategyType.ROLLING_UPDATE)
                .rollingUpdate(RollingUpdate.builder()
                        .partition(0)
                        .maxUnavailable(maxUnavailable)
                        .build())
                .build();
        return set.withSpec(set.spec().withUpdateStrategy(strategy));
    }
}
