package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Dump;
import io.mooring.meta.ObjectKind;
import io.mooring.release.Semantics;
import io.mooring.tree.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A story of which {@code dumped} is every object after the step {@code after}: the cluster that is opened from it, and from
 * nothing else, shows the state of that step, is quiet, and goes on as the story does.
 */
final class OpenedPlayer implements Player {
    private final Semantics semantics;
    private final Chances chances = new Chances();

    OpenedPlayer(Semantics semantics) {
        this.semantics = semantics;
    }

    @Override
    public String file() {
        return "opened";
    }

    @Override
    public Optional<Difference> play(JsonNode record) {
        List<JsonNode> steps = record.get("steps").valueStream().toList();
        int next = record.at("/dumped/after").intValue() + 1;
        List<JsonNode> told = steps.subList(0, next);
        Story story = begin(record, told, Numbering.OWN);
        return story.show(lastState(told))
                .or(story::stir)
                .or(() -> goOn(
                        new Retelling(numbering -> begin(record, told, numbering), steps.subList(next, steps.size()))));
    }

    private Optional<Difference> goOn(Retelling retelling) {
        Optional<Difference> difference = retelling.play();
        if (difference.isEmpty()) {
            chances.count(retelling);
        }
        return difference;
    }

    @Override
    public Optional<String> chance() {
        return chances.told();
    }

    private Story begin(JsonNode record, List<JsonNode> told, Numbering numbering) {
        return Story.from(open(record, semantics), kinds(record), told, numbering);
    }

    private static List<ObjectKind<?>> kinds(JsonNode record) {
        return Snapshot.kindsOf(record);
    }

    /** The dump is of everything that there was: of a kind that is not in it there was nothing. */
    static Cluster open(JsonNode record, Semantics semantics) {
        List<JsonObject> trees = new ArrayList<>();
        record.at("/dumped/objects").forEach(object -> trees.add(Trees.ofObject(object)));
        return Cluster.open(
                RecordedControlPlane.of(record, semantics).controllers(),
                Dump.of(trees).ofEverything());
    }

    /** A refused step has no state, because it changes none. */
    private static JsonNode lastState(List<JsonNode> told) {
        return told.stream()
                .filter(step -> step.has("state"))
                .reduce((earlier, later) -> later)
                .map(step -> step.get("state"))
                .orElseThrow();
    }
}
