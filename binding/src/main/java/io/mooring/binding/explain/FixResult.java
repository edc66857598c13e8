package io.mooring.binding.explain;

import io.mooring.meta.LabelMatcher;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonObject;
import java.util.List;

/** What helps an object, or why nothing does. */
public sealed interface FixResult {
    /** The object. */
    Ref<?> about();

    /** The cheapest first; none where none is needed, and where nothing helps. */
    default List<Fix> fixes() {
        return List.of();
    }

    /** Several lines for a person: each change, what it gives away, and its commands; ends in a newline. */
    default String text() {
        return accept(FixWords.ALL);
    }

    /** The same for a program; see {@link ExplanationTree}. */
    default JsonObject tree() {
        return accept(FixTree.ALL);
    }

    /** Answers by the case for this result. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of result. */
    interface Cases<R> {
        R notNeeded(NotNeeded result);

        R helped(Helped result);

        R contradictory(Contradictory result);

        R exhausted(Exhausted result);

        R notKnown(NotKnown result);

        R notSearched(NotSearched result);

        R notTried(NotTried result);
    }

    /** It stands as it is to stand, or will without anybody's doing. */
    record NotNeeded(Ref<?> about) implements FixResult {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notNeeded(this);
        }
    }

    /**
     * Each of these helps.
     *
     * @param fixes one or more
     */
    record Helped(Ref<?> about, List<Fix> fixes, Extent extent) implements FixResult {
        public Helped {
            fixes = List.copyOf(fixes);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.helped(this);
        }
    }

    /**
     * Nothing helps, since no labels can meet what a claim's selector asks for.
     *
     * @param claim whose selector it is
     * @param requirements those that exclude each other, all of one key
     */
    record Contradictory(Ref<?> about, Ref<?> claim, LabelMatcher requirements) implements FixResult {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.contradictory(this);
        }
    }

    /**
     * No change that is known helps, or none does without loss.
     *
     * @param attempts what was tried and what each failed by; those that were only a step to others are among them
     * @param holds what keeps the object, where it is to go, or its namespace, where that is: others have to let go; the node of a pod
     *     that does not answer
     */
    record Exhausted(Ref<?> about, List<Attempt> attempts, List<Fact> holds, Extent extent) implements FixResult {
        public Exhausted {
            holds = List.copyOf(holds);
            attempts = List.copyOf(attempts);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.exhausted(this);
        }
    }

    /**
     * What would help depends on kinds that were not fetched.
     *
     * @param kinds those kinds, one or more
     */
    record NotKnown(Ref<?> about, List<ObjectKind<?>> kinds) implements FixResult {
        public NotKnown {
            kinds = List.copyOf(kinds);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notKnown(this);
        }
    }

    /** What would help was not looked for, since enough was tried for others. */
    record NotTried(Ref<?> about) implements FixResult {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notTried(this);
        }
    }

    /**
     * It is of a kind for which no change is searched: a node, a class, a quota. Where others wait for it, a change is searched for
     * them.
     */
    record NotSearched(Ref<?> about) implements FixResult {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notSearched(this);
        }
    }

    /**
     * How far the search went.
     *
     * @param trials how many changes were tried
     * @param isCutShort whether there was more to try
     */
    record Extent(int trials, boolean isCutShort) {}

    /**
     * A change that does not help.
     *
     * @param edits one to three
     */
    record Attempt(List<Edit> edits, FixFailure failure) {
        public Attempt {
            edits = List.copyOf(edits);
        }

        /** For a person: {@code uncordon node n1 (that is not enough)}. */
        public String text() {
            return Fix.purpose(edits) + " (" + failure.text() + ")";
        }
    }
}
