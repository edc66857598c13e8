package io.mooring.admission.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.admission.object.Objects;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Container;
import io.mooring.workload.Deployment;
import io.mooring.workload.DeploymentSpec;
import io.mooring.workload.DeploymentStrategy;
import io.mooring.workload.DeploymentStrategyType;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicaSetSpec;
import io.mooring.workload.ReplicationController;
import io.mooring.workload.ReplicationControllerSpec;
import io.mooring.workload.RollingDeployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkloadAdmissionTest {
    private static final JsonValue NONE = JsonNumber.of(0);

    private static PodTemplateSpec template(String app) {
        return PodTemplateSpec.builder()
                .metadata(ObjectMeta.builder().putLabels("app", app).build())
                .spec(PodSpec.builder()
                        .addContainers(Container.builder().name("c").image("x").build())
                        .build())
                .build();
    }

    private static LabelSelector selecting(String app) {
        return LabelSelector.builder().putMatchLabels("app", app).build();
    }

    private static ObjectMeta named(String name) {
        return ObjectMeta.builder().name(name).build();
    }

    private static Deployment deployment(DeploymentSpec spec) {
        return Deployment.builder().metadata(named("web")).spec(spec).build();
    }

    private static DeploymentSpec spec() {
        return DeploymentSpec.builder()
                .selector(selecting("web"))
                .template(template("web"))
                .build();
    }

    private static DeploymentSpec rolling(JsonValue maxUnavailable, JsonValue maxSurge) {
        RollingDeployment rolling = RollingDeployment.builder()
                .maxUnavailable(maxUnavailable)
                .maxSurge(maxSurge)
                .build();
        return spec().withStrategy(
                        DeploymentStrategy.builder().rollingUpdate(rolling).build());
    }

    private static Verdict.Admitted admitted(KubernetesObject object) {
        return (Verdict.Admitted) Admission.create(object, AdmissionWorld.EMPTY);
    }

    private static List<String> refusals(KubernetesObject object) {
        return messages(object);
    }

    private static List<String> messages(KubernetesObject object) {
        return Admission.create(object, AdmissionWorld.EMPTY)
                .refused()
                .map(Verdict.Refused::causes)
                .orElse(List.of())
                .stream()
                .map(cause -> cause.field() + ": " + cause.message())
                .toList();
    }

    @Test
    void fillsInWhatADeploymentDoesNotSay() {
        DeploymentSpec spec = ((Deployment) admitted(deployment(spec())).object()).spec();
        assertThat(spec.replicas()).contains(1);
        assertThat(spec.revisionHistoryLimit()).contains(10);
        assertThat(spec.progressDeadlineSeconds()).contains(600);
        assertThat(spec.strategy().type()).contains(DeploymentStrategyType.ROLLING_UPDATE);
        RollingDeployment rolling = spec.strategy().rollingUpdate().orElseThrow();
        assertThat(rolling.maxSurge()).contains(new JsonString("25%"));
        assertThat(rolling.maxUnavailable()).contains(new JsonString("25%"));
    }

    @Test
    void readsWhatItWrites() {
        Deployment stored = (Deployment) admitted(deployment(spec())).object();
        assertThat(Objects.read(Deployment.KIND, Objects.write(stored)).orThrow())
                .isEqualTo(stored);
    }

    @Test
    void theSelectorMustTakeTheTemplate() {
        assertThat(messages(deployment(spec().withTemplate(template("other")))))
                .containsExactly("spec.template.metadata.labels: Invalid value: {...}: `selector` does not match"
                        + " template `labels`");
        assertThat(messages(
                        deployment(spec().withSelector(LabelSelector.builder().build()))))
                .containsExactly("spec.selector: Invalid value: {}: empty selector is invalid for deployment");
        assertThat(messages(deployment(spec().withSelector(Optional.empty()))))
                .startsWith("spec.selector: Required value");
    }

    @Test
    void aRolloutMustBeAbleToMove() {
        assertThat(messages(deployment(rolling(NONE, NONE))))
                .containsExactly("spec.strategy.rollingUpdate.maxUnavailable: Invalid value: 0: may not be 0 when"
                        + " `maxSurge` is 0");
        assertThat(messages(deployment(rolling(new JsonString("101%"), NONE))))
                .containsExactly("spec.strategy.rollingUpdate.maxUnavailable: Invalid value: \"101%\": must not be"
                        + " greater than 100%");
        assertThat(messages(deployment(rolling(new JsonString("1"), JsonNumber.of(-1)))))
                .hasSize(2)
                .anyMatch(message -> message.contains("a valid percent string must be a numeric string"))
                .anyMatch(
                        message -> message.contains("maxSurge: Invalid value: -1: must be greater than or equal to 0"));
    }

    @Test
    void theStrategyIsOneOfTwo() {
        DeploymentStrategy recreate = DeploymentStrategy.builder()
                .type(DeploymentStrategyType.RECREATE)
                .build();
        assertThat(messages(deployment(spec().withStrategy(recreate)))).isEmpty();
        assertThat(messages(deployment(spec().withStrategy(recreate.withRollingUpdate(
                        RollingDeployment.builder().build())))))
                .containsExactly(
                        "spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'");
        assertThat(messages(deployment(spec().withStrategy(recreate.withType(new DeploymentStrategyType("Never"))))))
                .containsExactly("spec.strategy: Unsupported value: {...}: supported values: \"Recreate\","
                        + " \"RollingUpdate\"");
    }

    @Test
    void theDeadlineComesAfterReadiness() {
        assertThat(messages(deployment(spec().withMinReadySeconds(600))))
                .containsExactly(
                        "spec.progressDeadlineSeconds: Invalid value: 600: must be greater than minReadySeconds");
    }

    @Test
    void theSelectorStaysAsItIs() {
        Deployment stored = (Deployment) admitted(deployment(spec())).object();
        Deployment changed =
                stored.withSpec(stored.spec().withSelector(selecting("other")).withTemplate(template("other")));
        Verdict verdict = Admission.update(stored, Objects.write(changed), AdmissionWorld.EMPTY);
        assertThat(verdict.refused().orElseThrow().message())
                .isEqualTo(
                        "Deployment.apps \"web\" is invalid: spec.selector: Invalid value: {...}: field is immutable");
    }

    @Test
    void podsOfAReplicaSetNeverEnd() {
        PodTemplateSpec template = template("web");
        ReplicaSet set = ReplicaSet.builder()
                .metadata(named("web"))
                .spec(ReplicaSetSpec.builder()
                        .selector(selecting("web"))
                        .template(template.withSpec(template.spec()
                                .withRest(JsonObject.of("restartPolicy", new JsonString("Never"))
                                        .with("activeDeadlineSeconds", JsonNumber.of(5)))))
                        .build())
                .build();
        assertThat(messages(set))
                .containsExactly(
                        "spec.template.spec.restartPolicy: Unsupported value: \"Never\": supported values: \"Always\"",
                        "spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in ReplicaSet is not"
                                + " Supported");
    }

    @Test
    void aNameThatIsNoLabelIsWarnedOf() {
        assertThat(admitted(deployment(spec()).withMetadata(named("web.a"))).warnings())
                .containsExactly(
                        "metadata.name: this is used in Pod names and hostnames, which can result in surprising"
                                + " behavior; a DNS label is recommended: [must not contain dots]");
    }

    @Test
    void aReplicationControllerTakesItsLabelsFromItsTemplate() {
        ReplicationController controller = ReplicationController.builder()
                .metadata(named("old"))
                .spec(ReplicationControllerSpec.builder()
                        .template(template("old"))
                        .build())
                .build();
        ReplicationController stored =
                (ReplicationController) admitted(controller).object();
        assertThat(stored.metadata().labels()).isEqualTo(Map.of("app", "old"));
        assertThat(stored.spec().selector()).isEqualTo(Map.of("app", "old"));
        assertThat(refusals(
                        controller.withSpec(ReplicationControllerSpec.builder().build())))
                .hasSize(2);
    }

    /** Upstream declares the name in the type, and tells what is declared last. */
    @Test
    void theNameOfAReplicationControllerIsToldAfterItsSpec() {
        ReplicationController controller = ReplicationController.builder()
                .metadata(named("a b"))
                .spec(ReplicationControllerSpec.builder()
                        .replicas(-1)
                        .template(template("old"))
                        .minReadySeconds(-1)
                        .build())
                .build();
        assertThat(refusals(controller.withSpec(controller.spec().withTemplate(Optional.empty()))))
                .extracting(each -> each.replaceAll(":.*", ""))
                .containsExactly(
                        "spec.selector", "spec.template", "metadata.name", "spec.replicas", "spec.minReadySeconds");
        assertThat(refusals(controller.withMetadata(named("a".repeat(254)))))
                .contains("metadata.name: Invalid value: \"" + "a".repeat(254) + "\": must be no more than 253 bytes");
    }
}
