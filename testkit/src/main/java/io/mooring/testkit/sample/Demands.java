package io.mooring.testkit.sample;

import io.mooring.quantity.Quantity;
import io.mooring.testkit.choice.Choices;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Container;
import io.mooring.workload.PodAffinity;
import io.mooring.workload.PodSpec;
import io.mooring.workload.ResourceRequirements;
import java.util.List;

/** What pods ask of nodes, and of each other by the label {@code app}. */
final class Demands {
    static final List<String> APPS = List.of("web", "db", "app");

    private static final List<String> CPUS = List.of("1", "4", "9");
    private static final List<String> PLACES = List.of(Nodes.HOSTNAME, Nodes.ZONE);

    private Demands() {}

    static PodSpec some(PodSpec spec, Choices choices) {
        return switch (choices.below(6)) {
            case 0 -> asking(spec, choices.pick(CPUS));
            case 1 -> spec.withRest(spec.rest().with("priority", JsonNumber.of(choices.between(1, 3) * 1000L)));
            case 2 -> onPort(spec);
            case 3 -> spread(spec, choices.pick(APPS), choices.pick(PLACES));
            case 4 -> apart(spec, "podAntiAffinity", choices);
            default -> apart(spec, "podAffinity", choices);
        };
    }

    private static PodSpec asking(PodSpec spec, String cpu) {
        Container container = spec.containers().get(0);
        return spec.withContainers(container.withResources(ResourceRequirements.builder()
                .putRequests("cpu", Quantity.parse(cpu))
                .build()));
    }

    private static PodSpec onPort(PodSpec spec) {
        Container container = spec.containers().get(0);
        JsonObject ports = Trees.json("{'ports': [{'containerPort': 80, 'hostPort': 80, 'protocol': 'TCP'}]}");
        return spec.withContainers(
                container.withRest(container.rest().toBuilder().putAll(ports).build()));
    }

    private static PodSpec spread(PodSpec spec, String app, String place) {
        JsonObject constraints = Trees.json("{'topologySpreadConstraints': [{'maxSkew': 1, 'topologyKey': '" + place
                + "', 'whenUnsatisfiable': 'DoNotSchedule', 'labelSelector': " + labelled(app) + "}]}");
        return spec.withRest(spec.rest().toBuilder().putAll(constraints).build());
    }

    private static PodSpec apart(PodSpec spec, String kind, Choices choices) {
        String term = "{'topologyKey': '" + choices.pick(PLACES) + "', 'labelSelector': " + labelled(choices.pick(APPS))
                + (choices.chance(20) ? ", 'namespaceSelector': {}" : "") + "}";
        JsonObject affinity =
                Trees.json("{'" + kind + "': {'requiredDuringSchedulingIgnoredDuringExecution': [" + term + "]}}");
        return spec.withAffinity(PodAffinity.builder().rest(affinity).build());
    }

    private static String labelled(String app) {
        return "{'matchLabels': {'app': '" + app + "'}}";
    }
}
