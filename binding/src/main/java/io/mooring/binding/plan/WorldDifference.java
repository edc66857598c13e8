package io.mooring.binding.plan;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.plan.Difference.Topic;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectKind;
import io.mooring.tree.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * In what two worlds differ. What only numbers an object (its uid, versions, times) is no difference.
 *
 * <pre>{@code
 * WorldDifference difference = WorldDifference.between(cluster, more);
 * System.out.println(difference.text());
 * }</pre>
 *
 * @param differences by topic, the most serious first, then by object
 * @param unknown the kinds that are known in one of the worlds only, or in neither: of these nothing is said
 */
public record WorldDifference(List<Difference> differences, List<ObjectKind<?>> unknown) {
    /** How many objects of one topic have a line or a name. */
    private static final int MOST = 10;

    public WorldDifference {
        differences = List.copyOf(differences);
        unknown = List.copyOf(unknown);
    }

    /** In what the second differs from the first, as they stand. */
    public static WorldDifference between(Cluster before, Cluster after) {
        return Comparison.between(before, after);
    }

    /**
     * What these edits change once everything is quiet, beside what happens without them.
     *
     * @throws IllegalStateException if the API refuses one, with its message
     */
    public static WorldDifference ofEdits(Cluster cluster, List<? extends Edit> edits) {
        Cluster quiet = cluster.settle();
        Cluster edited = quiet;
        for (Edit edit : edits) {
            edited = edit.on(edited).orThrow().settle();
        }
        return between(quiet, edited);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /** Those of this topic. */
    public List<Difference> of(Topic topic) {
        return differences.stream()
                .filter(difference -> difference.topic() == topic)
                .toList();
    }

    /** For a person: whether data are lost, then what differs, grouped; ends in a newline. */
    public String text() {
        Words words = new Words();
        words.line(verdict());
        groups().values().forEach(group -> write(group, words));
        if (!unknown.isEmpty()) {
            words.line("Not known: " + KindText.notInTheDump(unknown) + ".");
        }
        return words.text();
    }

    /** The same for a program. */
    public JsonObject tree() {
        return PlanTree.of(this);
    }

    private String verdict() {
        int lost = of(Topic.DATA_LOST).size();
        if (lost > 0) {
            return "Data are lost: the storage of " + Names.counted(lost, "volume") + " is deleted or scrubbed.";
        }
        if (isEmpty()) {
            return "Nothing differs.";
        }
        return unknown.isEmpty() ? "No volume loses its data." : "As far as is known, no volume loses its data.";
    }

    private record Group(Topic topic, ObjectKind<?> kind) {}

    private Map<Group, List<Difference>> groups() {
        return differences.stream()
                .collect(Collectors.groupingBy(
                        difference ->
                                new Group(difference.topic(), difference.about().kind()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static void write(List<Difference> group, Words words) {
        Difference first = group.get(0);
        int objects = (int) group.stream().map(Difference::about).distinct().count();
        words.line(Words.counted(objects, first.about().kind()) + " "
                + first.topic().words(objects) + ":");
        if (group.stream().allMatch(difference -> difference.detail().isEmpty())) {
            words.line("  " + Names.of(group.stream().map(Difference::about).toList(), MOST));
            return;
        }
        Map<String, List<Difference>> byDetail = group.stream()
                .collect(Collectors.groupingBy(Difference::detail, LinkedHashMap::new, Collectors.toList()));
        List<List<String>> rows = new ArrayList<>();
        byDetail.forEach((detail, same) ->
                rows.add(List.of(Names.of(same.stream().map(Difference::about).toList(), MOST), detail)));
        words.table(rows.stream().limit(MOST).toList());
        if (rows.size() > MOST) {
            words.line("  and " + (rows.size() - MOST) + " more");
        }
    }
}
