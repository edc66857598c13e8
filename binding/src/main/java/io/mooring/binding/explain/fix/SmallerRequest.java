package io.mooring.binding.explain.fix;

import io.mooring.binding.finding.NodeRejection.InsufficientResource;
import io.mooring.binding.world.Cluster;
import io.mooring.quantity.Quantity;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Container;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A pod that asks for no more than a node has left: the container that asks for the most gets along with less. */
record SmallerRequest(Cluster cluster, Pod pod) {
    /** What a container may have more of than it asks for. */
    private static final Set<String> SHARED = Set.of("cpu", "memory", "ephemeral-storage");

    /** Empty where nothing would be left of the request, and for what cannot be shared. */
    Optional<Proposal> of(InsufficientResource rejection) {
        String resource = rejection.resource();
        Quantity lacking = rejection.requested().minus(rejection.free());
        return pod.spec().containers().stream()
                .filter(container -> SHARED.contains(resource))
                .max(Comparator.comparing(container -> request(container, resource)))
                .filter(container -> request(container, resource).compareTo(lacking) > 0)
                .flatMap(container -> smaller(container, resource, lacking));
    }

    private static Quantity request(Container container, String resource) {
        return container.resources().requests().getOrDefault(resource, Quantity.ZERO);
    }

    private Optional<Proposal> smaller(Container container, String resource, Quantity lacking) {
        Quantity asked = request(container, resource);
        Quantity left = asked.minus(lacking);
        return new PodChange(cluster, pod)
                .proposal(
                        "a " + resource + " request of " + left + " in place of " + asked + " for container "
                                + container.name(),
                        spec -> with(spec, container.name(), Map.of(resource, left)),
                        "container " + container.name() + " is promised no more than " + left + " of " + resource);
    }

    private static Optional<JsonObject> with(JsonObject spec, String name, Map<String, Quantity> requests) {
        List<JsonValue> containers = new ArrayList<>();
        for (JsonValue each : Trees.items(spec, "containers")) {
            boolean isIt = each instanceof JsonObject container
                    && container
                            .get("name")
                            .filter(new JsonString(name)::equals)
                            .isPresent();
            containers.add(isIt ? with((JsonObject) each, requests) : each);
        }
        return Optional.of(JsonObject.of("containers", new JsonArray(containers)));
    }

    private static JsonObject with(JsonObject container, Map<String, Quantity> requests) {
        JsonObject resources = Trees.at(container, "resources");
        JsonObject.Builder changed = Trees.at(resources, "requests").toBuilder();
        requests.forEach((resource, amount) -> changed.put(resource, amount.toString()));
        return container.with("resources", resources.with("requests", changed.build()));
    }
}
