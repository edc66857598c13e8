package io.mooring.schema;

import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.List;

/** A field with one possible content, such as {@code kind}: written always; any text is read and dropped. */
record Constant<T, B>(String name, String value) implements Line<T, B> {
    @Override
    public void read(String field, JsonValue read, FieldPath path, B into, List<DecodingProblem> problems) {
        Types.STRING.read(read, path, problems);
    }

    @Override
    public void write(T from, JsonObject.Builder into) {
        into.put(name, new JsonString(value));
    }
}
