package io.mooring.binding.check;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fact;
import io.mooring.meta.Ref;
import io.mooring.tree.FieldPath;
import java.util.List;
import java.util.Optional;

/** A result that does not say yet whose it is. */
record Sighting(
        Ref<?> object,
        FieldPath field,
        String text,
        List<Fact> evidence,
        Optional<String> advice,
        Optional<Edit> edit) {
    static Sighting of(Ref<?> object, FieldPath field, String text) {
        return new Sighting(object, field, text, List.of(), Optional.empty(), Optional.empty());
    }

    Sighting because(List<Fact> facts) {
        return new Sighting(object, field, text, facts, advice, edit);
    }

    Sighting because(Fact... facts) {
        return because(List.of(facts));
    }

    /** Other advice than the check's own. */
    Sighting advise(String sentence) {
        return new Sighting(object, field, text, evidence, Optional.of(sentence), edit);
    }

    Sighting edit(Edit change) {
        return new Sighting(object, field, text, evidence, advice, Optional.of(change));
    }

    CheckResult by(Check check) {
        return new CheckResult(check, object, field, text, evidence, advice.orElse(check.fix()), edit);
    }
}
