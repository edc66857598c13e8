package io.mooring.binding.explain.fix;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import java.util.List;

/**
 * A change that may help, to be tried.
 *
 * @param edits usually one; more where they belong together
 * @param warnings what it gives away, a sentence without a full stop each
 */
record Proposal(List<Edit> edits, Fix.Cost cost, List<String> warnings) {
    Proposal {
        edits = List.copyOf(edits);
        warnings = List.copyOf(warnings);
    }

    static Proposal of(Edit edit, Fix.Cost cost, String... warnings) {
        return new Proposal(List.of(edit), cost, List.of(warnings));
    }
}
