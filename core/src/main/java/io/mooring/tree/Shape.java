package io.mooring.tree;

import java.util.List;
import java.util.Optional;

/**
 * The fields that an object carries along without interpreting them: which there are, and what may stand in them. An
 * {@link ObjectCodec} with such a rest refuses what the shape does not know.
 */
public interface Shape {
    /** Takes every field. */
    Shape ANYTHING = new Shape() {
        @Override
        public Optional<Codec<?>> field(String name) {
            return Optional.of(Codecs.ANY);
        }

        @Override
        public List<String> names() {
            return List.of();
        }
    };

    /** What reads the field's value, or empty if there is no such field. */
    Optional<Codec<?>> field(String name);

    /** The known names, for suggestions. */
    List<String> names();
}
