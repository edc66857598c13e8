package io.mooring.schema;

import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * The fields that an object carries along without interpreting them: which there are, and what may stand in them. An
 * {@link Schema} with such a rest refuses what the shape does not know.
 */
public interface Shape {
    /** Whether there is such a field. */
    boolean has(String name);

    /** The known names, for suggestions. */
    List<String> names();

    /**
     * What a field holds, as the API server would write it; empty if it is left out, or if it cannot be read and {@code
     * problems} says why.
     */
    Optional<JsonValue> read(String name, JsonValue value, FieldPath path, List<DecodingProblem> problems);
}
