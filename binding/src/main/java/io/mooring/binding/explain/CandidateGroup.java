package io.mooring.binding.explain;

import java.util.List;

/**
 * Several of which the same can be said, and that are not worth a line each.
 *
 * @param count how many they are; one or more
 * @param codes what speaks against each of them, in the order of the rules
 * @param text for a person, the rest of a line that begins with the count: {@code too small; of another class}
 */
public record CandidateGroup(int count, List<FactCode> codes, String text) {
    public CandidateGroup {
        codes = List.copyOf(codes);
    }
}
