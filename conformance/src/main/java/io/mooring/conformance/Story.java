package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.binding.explore.Explorer;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.binding.world.Event;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.ObjectKind;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A scenario being played: the cluster so far, and which of its events were seen. */
final class Story {
    private static final List<String> KINDS_WITH_EVENTS =
            List.of("PersistentVolume", "PersistentVolumeClaim", "StatefulSet");

    private static final Set<String> ATTACH_REASONS = Set.of("SuccessfulAttachVolume", "FailedAttachVolume");

    /** How many clusters are followed to find the ends of a step. */
    private static final int MOST_CLUSTERS = 10_000;

    private final UidNames uids;
    private final Snapshot snapshot;
    private final Set<JsonNode> eventsSeen = new HashSet<>();
    private final EventBudget budget;
    private Cluster cluster;
    private int number;
    private int eventsLost;

    /** @param kinds what the state after each step shows */
    Story(Controllers controllers, List<ObjectKind<?>> kinds) {
        this(controllers, kinds, Numbering.OWN);
    }

    /**
     * The same.
     *
     * @param kinds what the state after each step shows
     * @param numbering how names are numbered that the server makes up at once
     */
    Story(Controllers controllers, List<ObjectKind<?>> kinds, Numbering numbering) {
        this(Cluster.empty(controllers), kinds, numbering, new EventBudget());
    }

    private Story(Cluster cluster, List<ObjectKind<?>> kinds, Numbering numbering, EventBudget budget) {
        this.uids = new UidNames(numbering);
        this.snapshot = new Snapshot(kinds, uids);
        this.budget = budget;
        this.cluster = cluster;
    }

    /**
     * The rest of a story.
     *
     * @param told the steps that led to the cluster
     * @param numbering how names are numbered that are made up at once from here on
     */
    static Story from(Cluster opened, List<ObjectKind<?>> kinds, List<JsonNode> told, Numbering numbering) {
        Story before = new Story(opened.controllers(), kinds);
        told.forEach(before::play);
        Story story = new Story(opened, kinds, numbering, new EventBudget(before.budget, before.uids::hide));
        for (JsonNode step : told) {
            step.path("state")
                    .properties()
                    .forEach(kind ->
                            kind.getValue().forEach(object -> story.seeNamed(kind.getKey(), object.get("metadata"))));
            step.path("events").forEach(story.eventsSeen::add);
        }
        opened.all().forEach(object -> {
            story.uids.seeNamed(object.ref(), object.metadata().uid());
            story.uids.seeWritten(object.metadata().name());
        });
        story.number = told.size();
        return story;
    }

    /** Of pods the records keep no uid. */
    private void seeNamed(String kind, JsonNode metadata) {
        uids.seeWritten(metadata.get("name").asText());
        if (metadata.has("uid")) {
            String namespace = metadata.path("namespace").asText("");
            String name = metadata.get("name").asText();
            uids.seeNamed(
                    RecordedKinds.named(kind).ref(namespace, name),
                    metadata.get("uid").asText());
        }
    }

    /** What differs between this state and the one that the cluster shows. */
    Optional<Difference> show(JsonNode state) {
        return PathDifference.between(byName((ObjectNode) state), byName(snapshot.of(cluster)));
    }

    /** Goes on with the cluster that is opened from what this one would be dumped as. */
    void reopen() {
        cluster = Cluster.open(cluster.controllers(), cluster.dump());
    }

    /** What settling changes or tells anew, though nobody did anything. */
    Optional<Difference> stir() {
        Cluster settled = cluster.settle();
        List<Change<?>> changes = settled.changesSince(cluster);
        cluster = settled;
        JsonNode events = newEvents();
        if (changes.isEmpty() && events.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Difference("quiet", changes + " " + events));
    }

    /** In how many ways the step may end, Mooring's own first. */
    int ends(JsonNode recorded) {
        return ends(Calls.call(cluster, recorded.get("step"), uids).cluster()).size();
    }

    private static List<Cluster> ends(Cluster called) {
        return Explorer.explore(called, MOST_CLUSTERS).ends();
    }

    /** Plays one step as Mooring does. */
    Optional<Difference> play(JsonNode recorded) {
        return play(recorded, 0);
    }

    /**
     * Plays one step; a refused one records no state, because it changes none.
     *
     * @param end in which of the ways it ends, 0 for Mooring's own
     */
    Optional<Difference> play(JsonNode recorded, int end) {
        number++;
        Outcome outcome = Calls.call(cluster, recorded.get("step"), uids);
        boolean isUntouched = outcome.cluster() == cluster;
        uids.see(outcome.cluster());
        ObjectNode actual = JsonNodeFactory.instance.objectNode();
        actual.set("answer", Calls.recorded(outcome.answer(), uids));
        cluster =
                end == 0 ? outcome.cluster().settle() : ends(outcome.cluster()).get(end);
        uids.see(cluster);
        if (recorded.has("state")) {
            actual.set("state", byName(snapshot.of(cluster)));
            actual.set("events", withoutLost(newEvents(), recorded));
            budget.close(cluster);
        } else if (!isUntouched) {
            actual.put("cluster", "changed by a refused step");
        }
        return PathDifference.between(expected(recorded), actual).map(difference -> at(recorded, difference));
    }

    /** The events but for those that are not recorded and that a conflict may have cost. */
    private ArrayNode withoutLost(ArrayNode events, JsonNode recorded) {
        Set<JsonNode> heard = new HashSet<>();
        recorded.get("events").forEach(heard::add);
        ArrayNode left = JsonNodeFactory.instance.arrayNode();
        for (JsonNode event : events) {
            if (heard.contains(event) || !ConflictedCreate.mayCost(event, events, recorded.get("state"))) {
                left.add(event);
            } else {
                eventsLost++;
            }
        }
        return left;
    }

    /** How many names there are in each group that the server made up at once. */
    List<Integer> numbered() {
        return uids.numbered();
    }

    /** How many events a conflict must have cost upstream, see {@link ConflictedCreate}. */
    int eventsLost() {
        return eventsLost;
    }

    /** The cluster after the last step. */
    Cluster cluster() {
        return cluster;
    }

    /** Whether the recorded control plane dropped the events about the claim, having emitted too many. */
    boolean isSilentAbout(PersistentVolumeClaim claim) {
        return budget.isUsedUp(claim.metadata().uid());
    }

    /** The text with uids as the records name them. */
    String hide(String text) {
        return uids.hide(text);
    }

    private Difference at(JsonNode recorded, Difference difference) {
        String step = "step " + number + " " + recorded.get("step") + "\n    ";
        return new Difference(step + difference.expected(), difference.actual());
    }

    private static JsonNode expected(JsonNode recorded) {
        ObjectNode expected = JsonNodeFactory.instance.objectNode();
        expected.setAll((ObjectNode) recorded);
        expected.remove("step");
        if (expected.has("state")) {
            expected.set("state", byName((ObjectNode) expected.get("state")));
            expected.set("events", sorted(expected.get("events")));
        }
        return expected;
    }

    /** Objects under their names, so that paths name them. */
    private static ObjectNode byName(ObjectNode state) {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        state.properties().forEach(kind -> {
            ObjectNode objects = named.putObject(kind.getKey());
            kind.getValue().forEach(object -> objects.set(name(object.get("metadata")), object));
        });
        return named;
    }

    private static String name(JsonNode metadata) {
        String namespace = metadata.path("namespace").asText("");
        return (namespace.isEmpty() ? "" : namespace + "/")
                + metadata.get("name").asText();
    }

    /** The recorder looked after each step for events of a text that it had not seen; in which order, it did not keep. */
    private ArrayNode newEvents() {
        ArrayNode fresh = JsonNodeFactory.instance.arrayNode();
        for (Event event : cluster.events()) {
            if (isRecorded(event) && budget.hasRoomFor(event)) {
                JsonNode shown = shown(event);
                if (eventsSeen.add(shown)) {
                    fresh.add(shown);
                }
            }
        }
        return sorted(fresh);
    }

    /** Of pods the recorder kept what concerns attaching. */
    private static boolean isRecorded(Event event) {
        return KINDS_WITH_EVENTS.contains(event.regarding().kind().name()) || ATTACH_REASONS.contains(event.reason());
    }

    private JsonNode shown(Event event) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", event.regarding().kind().name())
                .put("namespace", event.regarding().namespace())
                .put("name", uids.hide(event.regarding().name()))
                .put("type", event.type().toString())
                .put("reason", event.reason())
                .put("message", uids.hide(event.message()));
    }

    private static ArrayNode sorted(JsonNode events) {
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
        events.valueStream()
                .sorted(Comparator.comparing(event -> event.get("name").asText()
                        + event.get("message").asText()
                        + event.get("reason").asText()))
                .forEach(sorted::add);
        return sorted;
    }
}
