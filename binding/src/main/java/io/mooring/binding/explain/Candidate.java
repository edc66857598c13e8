package io.mooring.binding.explain;

import io.mooring.meta.Ref;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that might have served: a volume for a claim, a node for a pod, a pod of a set.
 *
 * @param facts what speaks against it, or how it stands; one or more
 */
public record Candidate(Ref<?> object, List<Fact> facts) {
    public Candidate {
        facts = List.copyOf(facts);
    }

    /** All facts on one line. */
    public String text() {
        return facts.stream().map(Fact::text).collect(Collectors.joining("; "));
    }
}
