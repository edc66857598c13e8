package io.mooring.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.pod.PodDefaults;
import io.mooring.quantity.Quantity;
import io.mooring.schema.Tree;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Container;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodVolume;
import io.mooring.workload.ResourceRequirements;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodDefaultsTest {
    private static final Container PLAIN =
            Container.builder().name("c").image("nginx:1").build();

    private static Container container(Container container) {
        return PodDefaults.ofPod(PodSpec.builder().addContainers(container).build())
                .containers()
                .get(0);
    }

    private static JsonObject volume(String source, JsonObject content) {
        PodVolume volume = PodVolume.builder()
                .name("v")
                .rest(JsonObject.of(source, content))
                .build();
        PodSpec filled =
                PodDefaults.ofTemplate(PodSpec.builder().addVolumes(volume).build());
        return Tree.object(filled.volumes().get(0).rest(), source).orElseThrow();
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
        assertThat(Tree.items(rest, "ports").get(0).get("protocol")).contains(new JsonString("TCP"));
    }

    @Test
    void aPodsRequestsFollowItsLimitsAndATemplatesDoNot() {
        Container limited = PLAIN.withResources(ResourceRequirements.builder()
                .putLimits("memory", Quantity.parse("1Gi"))
                .build());
        assertThat(container(limited).resources().requests()).isEqualTo(Map.of("memory", Quantity.parse("1Gi")));
        PodSpec template = PodSpec.builder().addContainers(limited).build();
        assertThat(PodDefaults.ofTemplate(template)
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
        JsonObject rest = PodDefaults.ofPod(spec).containers().get(0).rest();
        assertThat(Tree.items(rest, "ports").get(0).get("hostPort")).contains(JsonNumber.of(80));
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
        PodSpec once = PodDefaults.ofPod(PodSpec.builder().addContainers(PLAIN).build());
        assertThat(PodDefaults.ofPod(once)).isEqualTo(once);
    }
}
