package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.binding.explore.Exploration;
import io.mooring.binding.explore.Explorer;
import io.mooring.binding.world.Cluster;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A story whose end upstream leaves to chance: {@code steps} and {@code ends}, each a map from claim to volume. Mooring's
 * own end must be one of them, and each of them one that Mooring lists.
 */
final class ChancePlayer implements Player {
    private final Semantics semantics;

    ChancePlayer(Semantics semantics) {
        this.semantics = semantics;
    }

    @Override
    public String file() {
        return "chance";
    }

    @Override
    public Optional<Difference> play(JsonNode record) {
        Set<String> seen = new TreeSet<>();
        record.get("ends").forEach(end -> seen.add(text(end)));
        String own = text(own(record));
        if (!seen.contains(own)) {
            return Optional.of(new Difference("one of " + seen, own));
        }
        Set<String> listed = new TreeSet<>();
        all(record).forEach(cluster -> listed.add(text(bindings(cluster))));
        return listed.containsAll(seen)
                ? Optional.empty()
                : Optional.of(new Difference("at least " + seen, listed.toString()));
    }

    private Map<String, String> own(JsonNode record) {
        Cluster cluster = empty(record);
        for (JsonNode step : record.get("steps")) {
            Cluster after = Calls.call(cluster, step, new UidNames()).cluster();
            cluster = isHeld(step) ? after : after.settle();
        }
        return bindings(cluster);
    }

    /** Every cluster that the steps may lead to. */
    private Collection<Cluster> all(JsonNode record) {
        Collection<Cluster> clusters = List.of(empty(record));
        for (JsonNode step : record.get("steps")) {
            Map<String, Cluster> next = new LinkedHashMap<>();
            for (Cluster cluster : clusters) {
                after(cluster, step).forEach(each -> next.putIfAbsent(each.fingerprint(), each));
            }
            clusters = next.values();
        }
        return clusters;
    }

    /** What is held is followed at once: before the controllers did anything, or after they were quick. */
    private static List<Cluster> after(Cluster cluster, JsonNode step) {
        Cluster called = Calls.call(cluster, step, new UidNames()).cluster();
        Exploration exploration = Explorer.explore(called);
        if (!exploration.isComplete()) {
            throw new IllegalStateException("more than " + exploration.clustersSeen() + " clusters after " + step);
        }
        List<Cluster> clusters = new ArrayList<>(exploration.ends());
        if (isHeld(step)) {
            clusters.add(called);
        }
        return clusters;
    }

    private static boolean isHeld(JsonNode step) {
        return step.path("hold").asBoolean(false);
    }

    private Cluster empty(JsonNode record) {
        return Cluster.empty(RecordedControlPlane.of(record, semantics).controllers());
    }

    private static Map<String, String> bindings(Cluster cluster) {
        Map<String, String> bindings = new TreeMap<>();
        cluster.list(PersistentVolumeClaim.KIND)
                .forEach(claim -> bindings.put(
                        claim.metadata().namespace() + "/" + claim.metadata().name(),
                        claim.spec().volumeName()));
        return bindings;
    }

    private static String text(JsonNode end) {
        Map<String, String> bindings = new TreeMap<>();
        end.properties()
                .forEach(each -> bindings.put(each.getKey(), each.getValue().textValue()));
        return text(bindings);
    }

    private static String text(Map<String, String> bindings) {
        return bindings.toString();
    }
}
