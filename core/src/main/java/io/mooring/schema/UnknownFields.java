package io.mooring.schema;

import io.mooring.names.NearMiss;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import java.util.List;

/** What is told of a field that its object does not have. */
final class UnknownFields {
    private UnknownFields() {}

    static DecodingProblem problem(String name, FieldPath path, List<String> known) {
        return new DecodingProblem.UnknownField(path, NearMiss.of(name, known), known);
    }
}
