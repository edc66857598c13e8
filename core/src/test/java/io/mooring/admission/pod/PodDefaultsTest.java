package io.mooring.admission.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.quantity.Quantity;
import io.mooring.storage.VolumeMode;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Container;
import io.mooring.workload.EphemeralClaimTemplate;
import io.mooring.workload.EphemeralVolumeSource;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodVolume;
import io.mooring.workload.ResourceRequirements;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PodDefaultsTest {
    private static final Container PLAIN =
            Container.builder().name("c").image("nginx:1").build();

    private static Container container(Container container) {
        return PodSpecs.OF_POD
                .withDefaults(PodSpec.builder().addContainers(container).build())
                .containers()
                .get(0);
    }

    private static JsonObject volume(String source, JsonObject content) {
        PodVolume volume = PodVolume.builder()
                .name("v")
                .rest(JsonObject.of(source, content))
                .build();
        PodSpec filled = PodSpecs.OF_TEMPLATE.withDefaults(
                PodSpec.builder().addVolumes(volume).build());
        return (JsonObject) filled.volumes().get(0).rest().get(source).orElseThrow();
    }

    @Test
    void fillsInWhatAContainerDoesNotSay() {
        assertThat(container(PLAIN).rest())
                .isEqualTo(JsonObject.builder()
                        .put("terminationMessagePath", "/dev/termination-log")
                        .put("terminationMessagePolicy", "File")
                        .put("imagePullPolicy", "IfNotPresent")
                        .build());
        assertThat(container(PLAIN.withImage("nginx")).rest().get("imagePullPolicy"))
                .contains(new JsonString("Always"));
    }

    @Test
    void fillsInProbesAndPorts() {
        JsonObject port = JsonObject.of("containerPort", JsonNumber.of(80));
        JsonObject probe = JsonObject.of("httpGet", JsonObject.of("port", JsonNumber.of(80)));
        JsonObject rest = container(
                        PLAIN.withRest(JsonObject.of("livenessProbe", probe).with("ports", JsonArray.of(port))))
                .rest();
        assertThat(rest.at("livenessProbe", "httpGet", "path")).contains(new JsonString("/"));
        assertThat(rest.at("livenessProbe", "periodSeconds")).contains(JsonNumber.of(10));
        assertThat(Ports.PORTS.of(rest).get(0).get("protocol")).contains(new JsonString("TCP"));
    }

    @Test
    void aPodsRequestsFollowItsLimitsAndATemplatesDoNot() {
        Container limited = PLAIN.withResources(ResourceRequirements.builder()
                .putLimits("memory", Quantity.parse("1Gi"))
                .build());
        assertThat(container(limited).resources().requests()).isEqualTo(Map.of("memory", Quantity.parse("1Gi")));
        PodSpec template = PodSpec.builder().addContainers(limited).build();
        assertThat(PodSpecs.OF_TEMPLATE
                        .withDefaults(template)
                        .containers()
                        .get(0)
                        .resources()
                        .requests())
                .isEmpty();
    }

    @Test
    void aPodOnTheHostsNetworkTakesTheHostsPorts() {
        JsonObject port = JsonObject.of("containerPort", JsonNumber.of(80));
        PodSpec spec = PodSpec.builder()
                .addContainers(PLAIN.withRest(JsonObject.of("ports", JsonArray.of(port))))
                .rest(JsonObject.of("hostNetwork", JsonBool.TRUE))
                .build();
        JsonObject rest = PodSpecs.OF_POD.withDefaults(spec).containers().get(0).rest();
        assertThat(Ports.PORTS.of(rest).get(0).get("hostPort")).contains(JsonNumber.of(80));
    }

    @Test
    void fillsInVolumes() {
        assertThat(volume("secret", JsonObject.EMPTY)).isEqualTo(JsonObject.of("defaultMode", JsonNumber.of(420)));
        assertThat(volume("hostPath", JsonObject.of("path", new JsonString("/a")))
                        .get("type"))
                .contains(new JsonString(""));
        assertThat(volume("rbd", JsonObject.of("image", new JsonString("i"))).get("pool"))
                .contains(new JsonString("rbd"));
    }

    @Test
    void whatIsFilledInStaysAsItIs() {
        PodSpec once = PodSpecs.OF_POD.withDefaults(
                PodSpec.builder().addContainers(PLAIN).build());
        assertThat(PodSpecs.OF_POD.withDefaults(once)).isSameAs(once);
        assertThat(PodSpecs.OF_TEMPLATE.withDefaults(once)).isSameAs(once);
    }

    @Test
    void aServiceAccountIsStoredUnderBothItsNames() {
        JsonObject both = JsonObject.builder()
                .put("serviceAccount", "robot")
                .put("serviceAccountName", "robot")
                .build();
        assertThat(serviceAccounts(JsonObject.of("serviceAccount", new JsonString("robot"))))
                .isEqualTo(both);
        assertThat(serviceAccounts(JsonObject.of("serviceAccountName", new JsonString("robot"))))
                .isEqualTo(both);
        assertThat(serviceAccounts(both.with("serviceAccount", new JsonString("other"))))
                .isEqualTo(both);
        assertThat(serviceAccounts(JsonObject.EMPTY)).isEqualTo(JsonObject.EMPTY);
    }

    private static JsonObject serviceAccounts(JsonObject rest) {
        JsonObject filled = PodSpecs.OF_TEMPLATE
                .withDefaults(PodSpec.builder().rest(rest).build())
                .rest();
        JsonObject.Builder accounts = JsonObject.builder();
        for (String name : List.of("serviceAccount", "serviceAccountName")) {
            filled.get(name).ifPresent(value -> accounts.put(name, value));
        }
        return accounts.build();
    }

    @Test
    void aClaimThatIsMadeForThePodIsFilledInAsAClaimIs() {
        EphemeralClaimTemplate template = EphemeralClaimTemplate.builder().build();
        PodVolume volume = PodVolume.builder()
                .name("v")
                .ephemeral(EphemeralVolumeSource.builder()
                        .volumeClaimTemplate(template)
                        .build())
                .build();
        PodSpec filled = PodSpecs.OF_TEMPLATE.withDefaults(
                PodSpec.builder().addVolumes(volume).build());
        assertThat(filled.volumes().get(0).ephemeral().orElseThrow().volumeClaimTemplate())
                .map(each -> each.spec().volumeMode())
                .contains(Optional.of(VolumeMode.FILESYSTEM));
        assertThat(filled.volumes().get(0).rest()).isEqualTo(JsonObject.EMPTY);
    }
}
