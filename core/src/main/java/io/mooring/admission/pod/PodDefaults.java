package io.mooring.admission.pod;

import io.mooring.admission.source.ImageName;
import io.mooring.quantity.Quantity;
import io.mooring.schema.Tree;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.PodSpec;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the API server fills in where a pod or a pod template says nothing. Models {@code SetDefaults_PodSpec}, {@code
 * SetDefaults_Container} and their like of {@code pkg/apis/core/v1/defaults.go}.
 */
public final class PodDefaults {
    private PodDefaults() {}

    /** What pods and pod templates have in common. */
    public static PodSpec ofTemplate(PodSpec read) {
        return changed(read, PodDefaults::spec);
    }

    /** What a pod has besides; a template leaves it to its pods. */
    public static PodSpec ofPod(PodSpec read) {
        PodSpec filled = changed(read, spec -> podContainers(spec(spec)));
        return filled.withRest(filled.rest().withDefault("enableServiceLinks", JsonBool.TRUE));
    }

    /** The same spec if its tree stays the same, as that of a pod does which a StatefulSet makes of its template. */
    private static PodSpec changed(PodSpec read, UnaryOperator<JsonObject> change) {
        JsonObject tree = PodSpec.CODEC.write(read);
        JsonObject changed = change.apply(tree);
        return changed == tree ? read : PodSpec.CODEC.decode(changed).orThrow();
    }

    private static JsonObject podContainers(JsonObject spec) {
        boolean usesHostNetwork = Tree.isTrue(spec, "hostNetwork");
        UnaryOperator<JsonObject> container = each -> ofPodContainer(each, usesHostNetwork);
        return Tree.changingEach(Tree.changingEach(spec, "containers", container), "initContainers", container);
    }

    private static JsonObject ofPodContainer(JsonObject container, boolean usesHostNetwork) {
        JsonObject filled = Tree.changing(container, "resources", PodDefaults::requestsFromLimits);
        return usesHostNetwork ? Tree.changingEach(filled, "ports", PodDefaults::hostPort) : filled;
    }

    private static JsonObject requestsFromLimits(JsonObject resources) {
        JsonObject limits = Tree.object(resources, "limits").orElse(JsonObject.EMPTY);
        JsonObject requests = Tree.object(resources, "requests").orElse(JsonObject.EMPTY);
        JsonObject all = limits.toBuilder().putAll(requests).build();
        return all.equals(requests) ? resources : resources.with("requests", all);
    }

    private static JsonObject hostPort(JsonObject port) {
        return port.get("containerPort")
                .map(number -> port.withDefault("hostPort", number))
                .orElse(port);
    }

    private static JsonObject spec(JsonObject spec) {
        JsonObject filled = spec.withDefault("restartPolicy", text("Always"))
                .withDefault("terminationGracePeriodSeconds", number(30))
                .withDefault("dnsPolicy", text("ClusterFirst"))
                .withDefault("securityContext", JsonObject.EMPTY)
                .withDefault("schedulerName", text("default-scheduler"));
        filled = Tree.changingEach(filled, "volumes", VolumeDefaults::volume);
        filled = Tree.changing(filled, "overhead", PodDefaults::rounded);
        filled = Tree.changing(filled, "resources", PodDefaults::resources);
        for (String containers : List.of("initContainers", "containers", "ephemeralContainers")) {
            filled = Tree.changingEach(filled, containers, PodDefaults::container);
        }
        return filled;
    }

    private static JsonObject container(JsonObject container) {
        JsonObject filled = container
                .withDefault("terminationMessagePath", text("/dev/termination-log"))
                .withDefault("terminationMessagePolicy", text("File"));
        if (!container.has("imagePullPolicy")) {
            filled = filled.with("imagePullPolicy", text(ImageName.pullPolicy(Tree.text(container, "image"))));
        }
        filled = Tree.changingEach(filled, "ports", port -> port.withDefault("protocol", text("TCP")));
        filled = Tree.changingEach(filled, "env", env -> Tree.changing(env, "valueFrom", PodDefaults::fieldReference));
        filled = Tree.changing(filled, "resources", PodDefaults::resources);
        for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            filled = Tree.changing(filled, probe, PodDefaults::probe);
        }
        return Tree.changing(filled, "lifecycle", PodDefaults::lifecycle);
    }

    /** The holder of a {@code fieldRef}, which names the version of its fields. */
    public static JsonObject fieldReference(JsonObject holder) {
        return Tree.changing(holder, "fieldRef", field -> field.withDefault("apiVersion", text("v1")));
    }

    private static JsonObject probe(JsonObject probe) {
        JsonObject filled = probe.withDefault("timeoutSeconds", number(1))
                .withDefault("periodSeconds", number(10))
                .withDefault("successThreshold", number(1))
                .withDefault("failureThreshold", number(3));
        filled = Tree.changing(filled, "grpc", grpc -> grpc.withDefault("service", text("")));
        return handler(filled);
    }

    private static JsonObject lifecycle(JsonObject lifecycle) {
        return Tree.changing(
                Tree.changing(lifecycle, "postStart", PodDefaults::handler), "preStop", PodDefaults::handler);
    }

    private static JsonObject handler(JsonObject handler) {
        return Tree.changing(
                handler, "httpGet", get -> get.withDefault("path", text("/")).withDefault("scheme", text("HTTP")));
    }

    private static JsonObject resources(JsonObject resources) {
        return Tree.changing(
                Tree.changing(resources, "limits", PodDefaults::rounded), "requests", PodDefaults::rounded);
    }

    /** Amounts are kept in thousandths. */
    private static JsonObject rounded(JsonObject amounts) {
        JsonObject.Builder builder = JsonObject.builder();
        amounts.fields().forEach((name, amount) -> builder.put(name, rounded(amount)));
        JsonObject rounded = builder.build();
        return rounded.equals(amounts) ? amounts : rounded;
    }

    private static JsonValue rounded(JsonValue amount) {
        Quantity quantity = Quantity.parse(((JsonString) amount).value());
        return text(quantity.roundAwayFromZeroToMillis().toString());
    }

    public static JsonString text(String text) {
        return new JsonString(text);
    }

    public static JsonNumber number(long number) {
        return JsonNumber.of(number);
    }
}
