package io.mooring.binding.explain;

import io.mooring.meta.Ref;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.Optional;

/**
 * Something that is so, and that matters to an answer.
 *
 * @param code what kind of fact it is
 * @param object of which object it is so
 * @param field where in that object; {@link FieldPath#ROOT} for the object as a whole
 * @param has what is there, as the API writes it
 * @param needs what would have to be there, as the API writes it
 * @param text a clause for a person that begins with what is said of the object, without a full stop:
 *     {@code holds 1G, 70.3Mi short of the 1Gi requested}
 */
public record Fact(
        FactCode code,
        Ref<?> object,
        FieldPath field,
        Optional<JsonValue> has,
        Optional<JsonValue> needs,
        String text) {

    /** Without values. */
    public static Fact of(FactCode code, Ref<?> object, FieldPath field, String text) {
        return new Fact(code, object, field, Optional.empty(), Optional.empty(), text);
    }

    /** The same with what is there. */
    public Fact having(JsonValue value) {
        return new Fact(code, object, field, Optional.of(value), needs, text);
    }

    /** The same with what is there. */
    public Fact having(String value) {
        return having(new JsonString(value));
    }

    /** The same with what would have to be there. */
    public Fact needing(JsonValue value) {
        return new Fact(code, object, field, has, Optional.of(value), text);
    }

    /** The same with what would have to be there. */
    public Fact needing(String value) {
        return needing(new JsonString(value));
    }
}
