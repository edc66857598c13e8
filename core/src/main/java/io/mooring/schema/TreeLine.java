package io.mooring.schema;

import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A line of a {@link TreeSchema}: a field, a check over several fields, or several lines. */
public sealed interface TreeLine extends Check<JsonObject> permits Field, TreeLine.Rule, TreeLine.Fill, TreeLine.Lines {

    /** A check over several fields, or over the object as such, asked here. */
    static TreeLine rule(Check<JsonObject> check) {
        return new Rule(check);
    }

    /** What is filled in that one field alone does not tell, at this point; the same tree if nothing is. */
    static TreeLine fill(UnaryOperator<JsonObject> fill) {
        return new Fill(fill);
    }

    /** Lines that several schemas have. */
    static TreeLine lines(TreeLine... lines) {
        return new Lines(List.of(lines));
    }

    /** The lines that it stands for, which is itself but for several. */
    default Stream<TreeLine> flattened() {
        return Stream.of(this);
    }

    /** The fields that it declares. */
    default List<Field<?>> fields() {
        return List.of();
    }

    default boolean hasDefaults() {
        return false;
    }

    default JsonObject withDefaults(JsonObject tree) {
        return tree;
    }

    default boolean hasChecks() {
        return false;
    }

    @Override
    default void check(JsonObject tree, ErrorsAt at) {}

    /** A check over several fields. */
    record Rule(Check<JsonObject> check) implements TreeLine {
        @Override
        public boolean hasChecks() {
            return true;
        }

        @Override
        public void check(JsonObject tree, ErrorsAt at) {
            check.check(tree, at);
        }
    }

    /** A default that depends on several fields. */
    record Fill(UnaryOperator<JsonObject> fill) implements TreeLine {
        @Override
        public boolean hasDefaults() {
            return true;
        }

        @Override
        public JsonObject withDefaults(JsonObject tree) {
            return fill.apply(tree);
        }
    }

    /** Several lines in the place of one. */
    record Lines(List<TreeLine> all) implements TreeLine {
        @Override
        public Stream<TreeLine> flattened() {
            return all.stream().flatMap(TreeLine::flattened);
        }
    }
}
