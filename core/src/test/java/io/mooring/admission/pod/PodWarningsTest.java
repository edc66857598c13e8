package io.mooring.admission.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.ObjectMeta;
import io.mooring.release.Semantics;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodWarningsTest {
    private static final ObjectMeta NOBODY = ObjectMeta.builder().build();

    @Test
    void tellsTheNewerNamesOfNodeLabels() {
        JsonObject expression = JsonObject.of("key", text("beta.kubernetes.io/os"))
                .with("operator", text("In"))
                .with("values", JsonArray.of(text("a b")));
        JsonObject term = JsonObject.of("matchExpressions", JsonArray.of(expression));
        JsonObject affinity = JsonObject.builder()
                .put(
                        "requiredDuringSchedulingIgnoredDuringExecution",
                        JsonObject.of("nodeSelectorTerms", JsonArray.of(term)))
                .put("preferredDuringSchedulingIgnoredDuringExecution", JsonArray.of(JsonObject.of("preference", term)))
                .build();
        JsonObject spec = JsonObject.of("affinity", JsonObject.of("nodeAffinity", affinity))
                .with("nodeSelector", JsonObject.of("beta.kubernetes.io/arch", text("amd64")));

        List<String> warnings = warnings(spec, NOBODY, "spec.template.");

        assertThat(warnings).hasSize(4);
        assertThat(warnings.get(0))
                .isEqualTo("spec.template.spec.nodeSelector[beta.kubernetes.io/arch]: deprecated since v1.14; use"
                        + " \"kubernetes.io/arch\" instead");
        assertThat(warnings.get(1))
                .isEqualTo("spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution"
                        + ".nodeSelectorTerms[0].matchExpressions[0].key: beta.kubernetes.io/os is deprecated since"
                        + " v1.14; use \"kubernetes.io/os\" instead");
        assertThat(warnings.get(3))
                .startsWith("spec.template.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution"
                        + "[0].preference.matchExpressions[0].values[0]: a b is invalid, a valid label must be");
    }

    @Test
    void tellsOfTermsThatMatchNoPod() {
        JsonObject affinity = JsonObject.builder()
                .put("requiredDuringSchedulingIgnoredDuringExecution", JsonArray.of(JsonObject.EMPTY))
                .put(
                        "preferredDuringSchedulingIgnoredDuringExecution",
                        JsonArray.of(JsonObject.of("podAffinityTerm", JsonObject.EMPTY)))
                .build();
        JsonObject spec = JsonObject.of("affinity", JsonObject.of("podAntiAffinity", affinity))
                .with("topologySpreadConstraints", JsonArray.of(JsonObject.EMPTY));

        assertThat(warnings(spec, NOBODY, ""))
                .containsExactly(
                        "spec.topologySpreadConstraints[0].labelSelector: a null labelSelector results in matching no"
                                + " pod",
                        "spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector:"
                                + " a null labelSelector results in matching no pod",
                        "spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0]"
                                + ".podAffinityTerm.labelSelector: a null labelSelector results in matching no pod");
    }

    @Test
    void tellsOfFilesThatLieInEachOthersWay() {
        JsonObject items = JsonObject.of("items", JsonArray.of(file("a/b"), file("a"), file("ab"), file("")));
        JsonObject token = JsonObject.of("serviceAccountToken", JsonObject.of("path", text("a/")));
        JsonObject projected = JsonObject.of(
                "sources",
                JsonArray.of(token, JsonObject.of("secret", items.with("name", text("s"))), JsonObject.EMPTY));

        assertThat(warnings(
                        JsonObject.of(
                                "volumes",
                                JsonArray.of(
                                        JsonObject.of("name", text("v"))
                                                .with("configMap", items.with("name", text("c"))),
                                        JsonObject.of("name", text("w")).with("projected", projected))),
                        NOBODY,
                        ""))
                .containsExactly(
                        "volume \"v\" (ConfigMap \"c\"): overlapping paths: \"a\" with \"a/b\"",
                        "volume \"w\" (Projected): overlapping paths: \"a/b\" (Secret \"s\") with \"a\""
                                + " (ServiceAccountToken)",
                        "volume \"w\" (Projected): overlapping paths: \"a\" (Secret \"s\") with \"a\""
                                + " (ServiceAccountToken)",
                        "volume \"w\" (Projected): overlapping paths: \"a\" (Secret \"s\") with \"a/b\" (Secret \"s\")",
                        "volume \"w\" (Projected) has no sources provided");
    }

    @Test
    void tellsOfPortsThatAreThereTwice() {
        JsonObject spec = JsonObject.of(
                "containers",
                JsonArray.of(
                        container(port("http"), port("http")),
                        container(
                                port("").with("hostPort", JsonNumber.of(8080)),
                                port("").with("hostPort", JsonNumber.of(8080)).with("hostIP", text("10.0.0.1")),
                                port("other")
                                        .with("containerPort", JsonNumber.of(81))
                                        .with("hostIP", text("10.0.0.1")))));

        assertThat(warnings(spec, NOBODY, ""))
                .containsExactly(
                        "spec.containers[0].ports[1]: duplicate port definition with spec.containers[0].ports[0]",
                        "spec.containers[1].ports[0]: overlapping port definition with spec.containers[0].ports[0]",
                        "spec.containers[1].ports[0]: overlapping port definition with spec.containers[0].ports[1]",
                        "spec.containers[1].ports[1]: overlapping port definition with spec.containers[0].ports[0]",
                        "spec.containers[1].ports[1]: overlapping port definition with spec.containers[0].ports[1]",
                        "spec.containers[1].ports[1]: dangerously ambiguous port definition with"
                                + " spec.containers[1].ports[0]",
                        "spec.containers[1].ports[2]: hostIP set without hostPort: {Name:other HostPort:0"
                                + " ContainerPort:81 Protocol:TCP HostIP:10.0.0.1}",
                        "spec.containers[0].ports[1]: duplicate port name \"http\" with spec.containers[0].ports[0],"
                                + " services and probes that select ports by name will use"
                                + " spec.containers[0].ports[0]");
    }

    @Test
    void tellsOfAnnotationsInPlaceOfProfiles() {
        ObjectMeta annotated = ObjectMeta.builder()
                .putAnnotations("seccomp.security.alpha.kubernetes.io/pod", "x")
                .putAnnotations("container.seccomp.security.alpha.kubernetes.io/c", "x")
                .putAnnotations("container.apparmor.security.beta.kubernetes.io/c", "x")
                .build();
        JsonObject container = JsonObject.of("name", text("c"));
        JsonObject spec = JsonObject.of("containers", JsonArray.of(container));
        JsonObject profile = JsonObject.of("seccompProfile", JsonObject.EMPTY);

        assertThat(warnings(spec, annotated, "spec.template.")).hasSize(3);
        assertThat(warnings(spec.with("securityContext", profile), annotated, ""))
                .containsExactly("metadata.annotations[container.seccomp.security.alpha.kubernetes.io/c]:"
                        + " non-functional in v1.27+; use the \"seccompProfile\" field instead");
    }

    private static List<String> warnings(JsonObject spec, ObjectMeta metadata, String at) {
        return PodWarnings.of(PodSpecs.OF_TEMPLATE.decode(spec).orThrow(), metadata, at, Semantics.DEFAULT);
    }

    private static JsonObject container(JsonObject... ports) {
        return JsonObject.of("ports", JsonArray.of(ports));
    }

    private static JsonObject port(String name) {
        return JsonObject.of("containerPort", JsonNumber.of(80))
                .with("protocol", text("TCP"))
                .with("name", text(name));
    }

    private static JsonObject file(String path) {
        return JsonObject.of("path", text(path));
    }

    private static JsonValue text(String text) {
        return new JsonString(text);
    }
}
