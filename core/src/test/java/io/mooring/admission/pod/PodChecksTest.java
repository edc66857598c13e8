package io.mooring.admission.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.schema.Errors;
import io.mooring.schema.FieldError;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonObject;
import io.mooring.workload.ClaimVolumeSource;
import io.mooring.workload.Container;
import io.mooring.workload.EphemeralClaimTemplate;
import io.mooring.workload.EphemeralVolumeSource;
import io.mooring.workload.Pod;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodVolume;
import io.mooring.workload.ResourceRequirements;
import io.mooring.workload.VolumeDevice;
import io.mooring.workload.VolumeMount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PodChecksTest {
    private static final Container PLAIN =
            Container.builder().name("c").image("nginx:1").build();
    private static final VolumeSource DIRECTORY = VolumeSource.hostPath("/data");

    @Test
    void fieldsThatAreCarriedAlongAreToldBetweenTheOthers() {
        Container container = PLAIN.withName("C")
                .withRest(Ports.PORTS.set(JsonObject.EMPTY, List.of(Ports.CONTAINER_PORT.set(JsonObject.EMPTY, 70000))))
                .withVolumeMounts(
                        VolumeMount.builder().name("gone").mountPath("/a").build())
                .withResources(ResourceRequirements.builder()
                        .putRequests("cpu", Quantity.parse("-1"))
                        .build());
        assertThat(fieldsOf(container))
                .containsExactly(
                        "spec.containers[0].name",
                        "spec.containers[0].ports[0].containerPort",
                        "spec.containers[0].volumeMounts[0].name",
                        "spec.containers[0].resources.requests[cpu]");
    }

    @Test
    void onlyAClaimIsUsedRaw() {
        Container container = PLAIN.withVolumeDevices(
                VolumeDevice.builder().name("claim").devicePath("/dev/a").build(),
                VolumeDevice.builder().name("directory").devicePath("/dev/b").build());
        PodVolume claim = PodVolume.builder()
                .name("claim")
                .persistentVolumeClaim(
                        ClaimVolumeSource.builder().claimName("c").build())
                .build();
        assertThat(errors(PodSpec.builder()
                        .addContainers(container)
                        .addVolumes(claim, directory("directory"))
                        .build()))
                .containsExactly("spec.containers[0].volumeDevices[1].name: Invalid value: \"directory\": can only use"
                        + " volume source type of PersistentVolumeClaim or Ephemeral for block mode");
    }

    @Test
    void aMountOfAVolumeThatIsNotThereIsAdvisedIfItHasAName() {
        Errors errors = new Errors(() -> JsonObject.EMPTY);
        Container container = PLAIN.withVolumeMounts(
                VolumeMount.builder().name("gone").mountPath("/a").build(),
                VolumeMount.builder().mountPath("/b").build());
        Mounts.check(container, errors.root());

        assertThat(errors.list())
                .extracting(FieldError::message, FieldError::advice)
                .containsExactly(
                        tuple(
                                "Not found: \"gone\"",
                                Optional.of("declare a volume, or a claim template, of this name")),
                        tuple("Required value", Optional.empty()),
                        tuple("Not found: \"\"", Optional.empty()));
    }

    @Test
    void aVolumeWithAFaultCountsAsNotThere() {
        Container container = PLAIN.withVolumeMounts(
                VolumeMount.builder().name("v").mountPath("/a").build());
        PodVolume two = directory("v")
                .withPersistentVolumeClaim(
                        ClaimVolumeSource.builder().claimName("c").build());
        assertThat(errors(PodSpec.builder()
                        .addContainers(container)
                        .addVolumes(two)
                        .build()))
                .containsExactly(
                        "spec.volumes[0].persistentVolumeClaim: Forbidden: may not specify more than 1 volume type",
                        "spec.containers[0].volumeMounts[0].name: Not found: \"v\"");
    }

    @Test
    void noVolumeMayUseTheClaimThatIsMadeForAnother() {
        PodVolume own = PodVolume.builder()
                .name("own")
                .ephemeral(EphemeralVolumeSource.builder()
                        .volumeClaimTemplate(EphemeralClaimTemplate.builder().build())
                        .build())
                .build();
        PodVolume thief = PodVolume.builder()
                .name("thief")
                .persistentVolumeClaim(
                        ClaimVolumeSource.builder().claimName("p-own").build())
                .build();
        assertThat(errors(PodSpec.builder()
                        .addContainers(PLAIN)
                        .addVolumes(own, thief)
                        .build()))
                .contains(
                        "spec.volumes[1].persistentVolumeClaim.claimName: Invalid value: \"p-own\": must not reference"
                                + " a PVC that gets created for an ephemeral volume");
    }

    @Test
    void aContainerThatIsAddedHasNoPortsProbesOrResources() {
        Container added = PLAIN.withName("added")
                .withResources(ResourceRequirements.builder()
                        .putLimits("cpu", Quantity.parse("1"))
                        .build())
                .withRest(Ports.PORTS.set(
                        Restarts.POLICY.set(JsonObject.EMPTY, "Always"),
                        List.of(Ports.CONTAINER_PORT.set(JsonObject.EMPTY, 80))));
        assertThat(errors(PodSpec.builder()
                        .addContainers(PLAIN)
                        .addEphemeralContainers(added)
                        .build()))
                .containsExactly(
                        "spec.ephemeralContainers[0].ports: Forbidden: cannot be set for an Ephemeral Container",
                        "spec.ephemeralContainers[0].resources: Forbidden: cannot be set for an Ephemeral Container",
                        "spec.ephemeralContainers[0].restartPolicy: Forbidden: cannot be set for an Ephemeral Container",
                        "spec.ephemeralContainers: Forbidden: cannot be set on create");
    }

    private static PodVolume directory(String name) {
        return PodVolume.builder()
                .name(name)
                .rest(JsonObject.of(DIRECTORY.field(), DIRECTORY.content()))
                .build();
    }

    private static Stream<String> fieldsOf(Container container) {
        return errors(PodSpec.builder().addContainers(container).build()).stream()
                .map(message -> message.substring(0, message.indexOf(": ")));
    }

    private static List<String> errors(PodSpec spec) {
        Pod pod = Pods.POD.withDefaults(Pod.builder()
                .metadata(ObjectMeta.builder().name("p").build())
                .spec(spec)
                .build());
        Errors errors = new Errors(() -> JsonObject.EMPTY);
        Pods.POD.check(pod, errors.root());
        return errors.list().stream()
                .map(error -> error.field() + ": " + error.message())
                .toList();
    }
}
