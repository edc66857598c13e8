package io.mooring.testkit.fabric8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which lists are maps or sets to a strategic merge patch and to server-side apply, by the name of the field. Models {@code
 * patchMergeKey} and {@code listMapKey} of the API's types.
 */
final class MergedLists {
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("containers", List.of("name")),
            Map.entry("initContainers", List.of("name")),
            Map.entry("ephemeralContainers", List.of("name")),
            Map.entry("volumes", List.of("name")),
            Map.entry("env", List.of("name")),
            Map.entry("imagePullSecrets", List.of("name")),
            Map.entry("volumeMounts", List.of("mountPath")),
            Map.entry("volumeDevices", List.of("devicePath")),
            Map.entry("hostAliases", List.of("ip")),
            Map.entry("ports", List.of("containerPort", "port")),
            Map.entry("topologySpreadConstraints", List.of("topologyKey")),
            Map.entry("conditions", List.of("type")),
            Map.entry("addresses", List.of("type")),
            Map.entry("taints", List.of("key")),
            Map.entry("ownerReferences", List.of("uid")));

    private static final Set<String> SETS = Set.of("finalizers");

    private MergedLists() {}

    /** The key of the items of this list, which are maps; the first of those that they have. */
    static Optional<List<String>> keys(String field) {
        return Optional.ofNullable(KEYS.get(field));
    }

    /** Whether the items of this list are texts that are there or not. */
    static boolean isSet(String field) {
        return SETS.contains(field);
    }
}
