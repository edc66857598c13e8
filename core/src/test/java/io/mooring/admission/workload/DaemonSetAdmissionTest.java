package io.mooring.admission.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.admission.object.Objects;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Container;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.DaemonSetSpec;
import io.mooring.workload.DaemonSetStatus;
import io.mooring.workload.DaemonUpdateStrategy;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.RollingDaemons;
import io.mooring.workload.UpdateStrategyType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DaemonSetAdmissionTest {
    private static final JsonValue NONE = JsonNumber.of(0);

    private static PodTemplateSpec template(String app) {
        return PodTemplateSpec.builder()
                .metadata(ObjectMeta.builder().putLabels("app", app).build())
                .spec(PodSpec.builder()
                        .addContainers(Container.builder().name("c").image("x").build())
                        .build())
                .build();
    }

    private static DaemonSet set(DaemonSetSpec spec) {
        return DaemonSet.builder()
                .metadata(ObjectMeta.builder().name("agent").build())
                .spec(spec)
                .build();
    }

    private static DaemonSetSpec spec() {
        return DaemonSetSpec.builder()
                .selector(LabelSelector.builder().putMatchLabels("app", "agent").build())
                .template(template("agent"))
                .build();
    }

    private static DaemonSetSpec rolling(JsonValue maxUnavailable, JsonValue maxSurge) {
        return spec().withUpdateStrategy(DaemonUpdateStrategy.builder()
                .rollingUpdate(RollingDaemons.builder()
                        .maxUnavailable(maxUnavailable)
                        .maxSurge(maxSurge)
                        .build())
                .build());
    }

    private static DaemonSet stored(DaemonSet set) {
        return (DaemonSet) ((Verdict.Admitted) Admission.create(set, AdmissionWorld.EMPTY)).object();
    }

    private static List<String> causes(Verdict verdict) {
        return verdict.refused().map(Verdict.Refused::causes).orElse(List.of()).stream()
                .map(cause -> cause.field() + ": " + cause.message())
                .toList();
    }

    private static List<String> causes(DaemonSetSpec spec) {
        return causes(Admission.create(set(spec), AdmissionWorld.EMPTY));
    }

    private static Verdict updated(DaemonSet stored, DaemonSet updated) {
        return Admission.update(stored, Objects.write(updated), AdmissionWorld.EMPTY);
    }

    private static DaemonSet accepted(DaemonSet stored, DaemonSet updated) {
        return (DaemonSet) ((Verdict.Admitted) updated(stored, updated)).object();
    }

    @Test
    void fillsInWhatItDoesNotSay() {
        DaemonSet stored = stored(set(spec()));
        RollingDaemons rolling = stored.spec().updateStrategy().rollingUpdate().orElseThrow();
        assertThat(stored.spec().updateStrategy().type()).contains(UpdateStrategyType.ROLLING_UPDATE);
        assertThat(rolling.maxUnavailable()).contains(JsonNumber.of(1));
        assertThat(rolling.maxSurge()).contains(NONE);
        assertThat(stored.spec().revisionHistoryLimit()).contains(10);
        assertThat(stored.metadata().annotations()).containsEntry(DaemonSet.TEMPLATE_GENERATION, "1");
    }

    @Test
    void fillsInNothingOfARollingUpdateThatItDoesNotMake() {
        DaemonUpdateStrategy onDelete = DaemonUpdateStrategy.builder()
                .type(UpdateStrategyType.ON_DELETE)
                .build();
        assertThat(stored(set(spec().withUpdateStrategy(onDelete))).spec().updateStrategy())
                .isEqualTo(onDelete);
    }

    @Test
    void readsWhatItWrites() {
        DaemonSet stored = stored(set(spec()));
        assertThat(Objects.read(DaemonSet.KIND, Objects.write(stored)).orThrow())
                .isEqualTo(stored);
    }

    @Test
    void aStatusThatIsGivenIsDropped() {
        DaemonSet given =
                set(spec()).withStatus(DaemonSetStatus.builder().numberReady(3).build());
        assertThat(stored(given).status()).isEqualTo(DaemonSetStatus.builder().build());
    }

    @Test
    void itsSelectorMustTakeTheTemplate() {
        assertThat(causes(spec().withTemplate(template("other"))))
                .containsExactly("spec.template.metadata.labels: Invalid value: {...}: `selector` does not match"
                        + " template `labels`");
        assertThat(causes(spec().withSelector(LabelSelector.builder().build())))
                .containsExactly("spec.selector: Invalid value: {}: empty selector is invalid for daemonset");
        assertThat(causes(spec().withSelector(Optional.empty())))
                .containsExactly("spec.template.metadata.labels: Invalid value: {...}: `selector` does not match"
                        + " template `labels`");
    }

    @Test
    void itsPodsNeverEnd() {
        JsonObject once =
                JsonObject.of("restartPolicy", new JsonString("Never")).with("activeDeadlineSeconds", JsonNumber.of(5));
        PodTemplateSpec template = template("agent");
        assertThat(causes(spec().withTemplate(template.withSpec(template.spec().withRest(once)))))
                .containsExactly(
                        "spec.template.spec.restartPolicy: Unsupported value: \"Never\": supported values: \"Always\"",
                        "spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in DaemonSet is not"
                                + " Supported");
    }

    @Test
    void aRollingUpdateMovesInOneWay() {
        assertThat(causes(rolling(NONE, NONE)))
                .containsExactly(
                        "spec.updateStrategy.rollingUpdate.maxUnavailable: Required value: cannot be 0 when maxSurge is 0");
        assertThat(causes(rolling(JsonNumber.of(1), JsonNumber.of(2))))
                .containsExactly("spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: 2: may not be set when"
                        + " maxUnavailable is non-zero");
        assertThat(causes(rolling(NONE, new JsonString("150%"))))
                .containsExactly("spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: \"150%\": must not be"
                        + " greater than 100%");
        assertThat(causes(rolling(NONE, new JsonString("some"))))
                .anyMatch(cause -> cause.startsWith("spec.updateStrategy.rollingUpdate.maxSurge: Invalid value:"
                        + " \"some\": a valid percent string must be a numeric string followed by an ending '%'"));
        assertThat(causes(rolling(NONE, JsonNumber.of(1)))).isEmpty();
    }

    @Test
    void onlyTwoWaysOfUpdatingAreKnown() {
        assertThat(causes(spec().withUpdateStrategy(DaemonUpdateStrategy.builder()
                        .type(new UpdateStrategyType("Recreate"))
                        .build())))
                .singleElement()
                .asString()
                .startsWith("spec.updateStrategy: Unsupported value: ")
                .endsWith(": supported values: \"RollingUpdate\", \"OnDelete\"");
    }

    @Test
    void numbersAreNotNegative() {
        assertThat(causes(spec().withMinReadySeconds(-1).withRevisionHistoryLimit(-2)))
                .containsExactly(
                        "spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0",
                        "spec.revisionHistoryLimit: Invalid value: -2: must be greater than or equal to 0");
    }

    @Test
    void theSelectorStays() {
        DaemonSet stored = stored(set(spec()));
        LabelSelector other = LabelSelector.builder().putMatchLabels("app", "b").build();
        assertThat(causes(updated(
                        stored,
                        stored.withSpec(stored.spec().withSelector(other).withTemplate(template("b"))))))
                .containsExactly("spec.selector: Invalid value: {...}: field is immutable");
    }

    @Test
    void theChangesOfItsTemplateAreCounted() {
        DaemonSet stored = stored(set(spec()));
        DaemonSet changed = accepted(
                stored,
                stored.withSpec(stored.spec()
                        .withTemplate(template("agent")
                                .withMetadata(ObjectMeta.builder()
                                        .putLabels("app", "agent")
                                        .putLabels("v", "2")
                                        .build()))));
        assertThat(changed.metadata().annotations()).containsEntry(DaemonSet.TEMPLATE_GENERATION, "2");
        DaemonSet slower = accepted(changed, changed.withSpec(changed.spec().withMinReadySeconds(5)));
        assertThat(slower.metadata().annotations()).containsEntry(DaemonSet.TEMPLATE_GENERATION, "2");
    }

    @Test
    void warnsOfATemplateOnlyWhereItIsNew() {
        PodTemplateSpec template = template("agent");
        DaemonSet warned = set(spec().withTemplate(
                        template.withSpec(template.spec().withNodeSelector(Map.of("beta.kubernetes.io/os", "linux")))));
        assertThat(Admission.create(warned, AdmissionWorld.EMPTY))
                .isInstanceOfSatisfying(
                        Verdict.Admitted.class,
                        verdict -> assertThat(verdict.warnings()).hasSize(1));
        DaemonSet stored = stored(warned);
        assertThat(updated(stored, stored.withSpec(stored.spec().withMinReadySeconds(5))))
                .isInstanceOfSatisfying(
                        Verdict.Admitted.class,
                        verdict -> assertThat(verdict.warnings()).isEmpty());
    }
}
