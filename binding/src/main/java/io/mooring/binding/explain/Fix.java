package io.mooring.binding.explain;

import io.mooring.node.Node;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to do so that it works: one to three edits, one after the other. They were applied to the cluster, it was settled, and
 * what was wanted came about, with nobody losing a volume, a reservation or data.
 *
 * @param cost what kind of change the dearest of them is
 * @param warnings what it gives away, a sentence without a full stop each
 */
public record Fix(List<Edit> edits, Cost cost, List<String> warnings) {
    /** A CSI driver that nobody has: where the bytes of an added volume are only the reader knows. */
    public static final String STAND_IN_DRIVER = "driver.invalid";

    public Fix {
        edits = List.copyOf(edits);
        warnings = List.copyOf(warnings);
    }

    /** How much a change asks of people and of their data; the cheapest first. */
    public enum Cost {
        /** A label, a class, or another field that says nothing about the data. */
        FIELD("field"),

        /** A volume that held data is given to somebody else. */
        FREED_VOLUME("freedVolume"),

        /** Something is added: a volume, a class, a node, a pod. */
        ADDITION("addition"),

        /** An object is deleted and made anew, such as a claim whose fields cannot be changed. */
        RENEWAL("renewal");

        private final String code;

        Cost(String code) {
            this.code = code;
        }

        /** For a program; stable. */
        public String code() {
            return code;
        }
    }

    /** What the reader has to do before anything else, an instruction without a full stop each. */
    public List<String> toFillIn() {
        Stream<String> storage = edits.stream()
                .filter(Fix::standsIn)
                .limit(1)
                .map(edit -> "put your own storage in place of the csi driver " + STAND_IN_DRIVER
                        + ", which stands in for it");
        Stream<String> machines = edits.stream()
                .flatMap(edit -> edit.created().stream())
                .filter(created -> created.kind().equals(Node.KIND))
                .map(node ->
                        "have a machine join the cluster: the command only says what its kubelet would, for a node called "
                                + node.name());
        return Stream.concat(storage, machines).toList();
    }

    private static boolean standsIn(Edit edit) {
        return edit instanceof Edit.Create create
                && create.object()
                        .at("spec", "csi")
                        .filter(csi -> FieldPath.of("driver").in(csi).equals(new JsonString(STAND_IN_DRIVER)))
                        .isPresent();
    }

    /**
     * For a person: {@code uncordon node n1, then add a volume of class "manual" with at least 1Gi and ReadWriteOnce}. What is
     * done several times is said once with the count.
     */
    public String purpose() {
        return purpose(edits);
    }

    static String purpose(List<Edit> edits) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        edits.forEach(edit -> counts.merge(edit.purpose(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(each -> each.getKey() + (each.getValue() == 1 ? "" : ", " + each.getValue() + " times"))
                .collect(Collectors.joining(", then "));
    }

    /** The commands, one after the other; ends in a newline. */
    public String kubectl() {
        return edits.stream().map(edit -> edit.kubectl() + "\n").collect(Collectors.joining());
    }
}
