package io.mooring.binding.explain;

import io.mooring.binding.explain.words.Names;
import io.mooring.meta.Ref;
import io.mooring.names.Visible;
import io.mooring.quantity.Quantity;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Objects of one kind of which the same can be said.
 *
 * @param first of the first of them, with what would help it
 * @param others the rest, by namespace and name
 * @param sizes how much the others ask for, where they are claims that do not all ask for as much as the first
 */
public record ExplanationGroup(Explanation first, List<Ref<?>> others, Optional<Sizes> sizes) {
    private static final int MOST_NAMES = 5;

    public ExplanationGroup {
        others = List.copyOf(others);
    }

    /** One object alone. */
    public static ExplanationGroup of(Explanation explanation) {
        return new ExplanationGroup(explanation, List.of(), Optional.empty());
    }

    /** From the least to the most. */
    public record Sizes(Quantity least, Quantity most) {
        /** {@code 1Gi to 40Gi}. */
        public String text() {
            return least.equals(most) ? least.toString() : least + " to " + most;
        }
    }

    /** The same, with more said of the first. */
    ExplanationGroup withFirst(Explanation explanation) {
        return new ExplanationGroup(explanation, others, sizes);
    }

    /** How many they are; one or more. */
    public int count() {
        return 1 + others.size();
    }

    /** The explanation of the first, and of which others the same holds; ends in a newline. */
    public String text() {
        return text(new SaidBefore());
    }

    /**
     * The texts of these one after the other: where the same helps, or Kubernetes says the same, the later ones name the object of
     * which it was told, as a set does that waits for its pod, which waits for its claim.
     */
    public static List<String> texts(List<ExplanationGroup> groups) {
        SaidBefore said = new SaidBefore();
        return groups.stream().map(group -> group.text(said)).toList();
    }

    private String text(SaidBefore said) {
        String text = ExplanationWords.of(first, said);
        return others.isEmpty()
                ? text
                : text + "The same holds for " + Names.counted(others.size(), "other") + asking() + ": "
                        + Visible.of(Names.of(others, MOST_NAMES)) + ".\n";
    }

    private String asking() {
        String which = others.size() == 1 ? ", which asks for " : ", which ask for ";
        return sizes.map(range -> which + range.text()).orElse("");
    }

    /** The same for a program; see {@link ExplanationTree}. */
    public JsonObject tree() {
        return ExplanationTree.of(this);
    }
}
