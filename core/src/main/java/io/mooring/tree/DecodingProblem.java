package io.mooring.tree;

import java.util.List;
import java.util.Optional;

/** What can be wrong with an object before anybody asks whether it is valid: it cannot be read as its kind. */
public sealed interface DecodingProblem {

    /** The field that is the matter. */
    FieldPath path();

    /** True if the object has no value because of this; false if a lenient reader can go on without the field. */
    boolean isFatal();

    /** One line: what, where, the offending value, what was expected. */
    String message();

    /** What to do about it, where that can be told. */
    default Optional<String> advice() {
        return Optional.empty();
    }

    <R> R accept(Visitor<R> visitor);

    /** Answers for each kind of problem. */
    interface Visitor<R> {
        R unknownField(UnknownField problem);

        R duplicateField(DuplicateField problem);

        R wrongType(WrongType problem);

        R badText(BadText problem);
    }

    /**
     * A field that its object does not have.
     *
     * @param suggestion the known field that was probably meant, if one is near
     * @param known the object's fields, in declared order
     */
    record UnknownField(FieldPath path, Optional<String> suggestion, List<String> known) implements DecodingProblem {
        public UnknownField {
            known = List.copyOf(known);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unknownField(this);
        }

        @Override
        public boolean isFatal() {
            return false;
        }

        @Override
        public String message() {
            return "unknown field \"" + path + "\"";
        }

        @Override
        public Optional<String> advice() {
            return suggestion
                    .map(name -> "did you mean \"" + name + "\"?")
                    .or(() -> known.isEmpty()
                            ? Optional.empty()
                            : Optional.of("known here: " + String.join(", ", known)));
        }
    }

    /** A field that its object has twice; the last one counts for a lenient reader. */
    record DuplicateField(FieldPath path) implements DecodingProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.duplicateField(this);
        }

        @Override
        public boolean isFatal() {
            return false;
        }

        @Override
        public String message() {
            return "duplicate field \"" + path + "\"";
        }

        @Override
        public Optional<String> advice() {
            return Optional.of("keep one of them");
        }
    }

    /**
     * A value of another type than the field's.
     *
     * @param expected the field's type, as a person would say it: {@code a string}, {@code a list}
     */
    record WrongType(FieldPath path, String expected, JsonValue actual) implements DecodingProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.wrongType(this);
        }

        @Override
        public boolean isFatal() {
            return true;
        }

        @Override
        public String message() {
            return "cannot read " + path + ": expected " + expected + ", found " + found();
        }

        @Override
        public Optional<String> advice() {
            if (expected.equals("a string") && (actual instanceof JsonNumber || actual instanceof JsonBool)) {
                return Optional.of("put it in quotes: \"" + actual + "\"");
            }
            return Optional.empty();
        }

        private String found() {
            if (actual instanceof JsonObject || actual instanceof JsonArray) {
                return "an " + actual.typeName();
            }
            String json = actual.toJson();
            return actual.typeName() + " " + (json.length() <= 60 ? json : json.substring(0, 57) + "...");
        }
    }

    /**
     * Text that its field's type cannot parse, such as a quantity or a time.
     *
     * @param text the offending text
     * @param reason the API server's own words, which do not name the field
     * @param advice what was probably meant
     */
    record BadText(FieldPath path, String text, String reason, Optional<String> advice) implements DecodingProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.badText(this);
        }

        @Override
        public boolean isFatal() {
            return true;
        }

        @Override
        public String message() {
            return "cannot read " + path + ": \"" + text + "\": " + reason;
        }
    }
}
