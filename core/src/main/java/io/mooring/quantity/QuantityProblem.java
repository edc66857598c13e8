package io.mooring.quantity;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Why a text is no quantity.
 *
 * <p>{@code "1GB"} is an {@link UnknownSuffix} with part {@code GB} at index 1, and its suggestions are {@code 1G} and
 * {@code 1Gi}.
 */
public sealed interface QuantityProblem extends Serializable {

    /** The text that was refused. */
    String text();

    /** Where in the text the offending part begins, counted in chars from 0. */
    int index();

    /** The offending part of the text; empty if something is missing there. */
    String part();

    /** What is wrong, in one line without advice. */
    String message();

    /**
     * The error text of upstream's {@code ParseQuantity} (v1.37.2). Empty for text that upstream does not refuse but
     * hangs on, runs out of memory on, or reads with a number that silently wrapped.
     */
    Optional<String> upstreamMessage();

    /** Quantities that may have been meant, in the order decimal, binary; empty where that cannot be told. */
    default List<String> suggestions() {
        return Suggestions.forText(text());
    }

    /** There is no text. */
    record Empty() implements QuantityProblem {
        @Override
        public String text() {
            return "";
        }

        @Override
        public int index() {
            return 0;
        }

        @Override
        public String part() {
            return "";
        }

        @Override
        public String message() {
            return "a quantity must not be empty";
        }

        @Override
        public Optional<String> upstreamMessage() {
            return Optional.of(UpstreamError.FORMAT.text);
        }
    }

    /** A character where neither the number nor a suffix can go on: {@code 1,5Gi}, {@code 1 Gi}, {@code --1}. */
    record UnexpectedCharacter(String text, int index, String part, String upstreamText) implements QuantityProblem {
        @Override
        public String message() {
            return Quoted.of(text) + " is not a quantity: unexpected " + Quoted.of(part) + " at index " + index;
        }

        @Override
        public Optional<String> upstreamMessage() {
            return Optional.of(upstreamText);
        }
    }

    /** The number is followed by letters that are no suffix: {@code 1GB}, {@code 1gi}, {@code 1K}, {@code 1e}. */
    record UnknownSuffix(String text, int index, String part, String upstreamText) implements QuantityProblem {
        @Override
        public String message() {
            return Quoted.of(text) + " is not a quantity: unknown suffix " + Quoted.of(part) + " at index " + index;
        }

        @Override
        public Optional<String> upstreamMessage() {
            return Optional.of(upstreamText);
        }
    }

    /**
     * A suffix without a number before it: {@code Ei}. Upstream reads some of these as 0 ({@code Gi}, {@code e3}) and
     * refuses the others.
     */
    record NoDigits(String text, int index) implements QuantityProblem {
        @Override
        public String part() {
            return "";
        }

        @Override
        public String message() {
            return Quoted.of(text) + " is not a quantity: no digits before index " + index;
        }

        @Override
        public Optional<String> upstreamMessage() {
            return Optional.of(UpstreamError.NUMERIC.text);
        }
    }

    /** An exponent beyond {@link Quantity#MAX_EXPONENT} either way: {@code 1e2147483648}. */
    record ExponentTooLarge(String text, int index, String part) implements QuantityProblem {
        @Override
        public String message() {
            return Quoted.of(text) + " is refused: exponent " + Quoted.of(part) + " at index " + index + " is beyond "
                    + Quantity.MAX_EXPONENT;
        }

        @Override
        public Optional<String> upstreamMessage() {
            return AnyText.fitsLong(part) ? Optional.empty() : Optional.of(UpstreamError.SUFFIX.text);
        }
    }

    /**
     * An amount within the limits whose canonical text is not: {@code 1000e1000} would be written {@code 10e1002}.
     *
     * @param written the text that it would have
     */
    record NotReadBack(String text, String written) implements QuantityProblem {
        @Override
        public int index() {
            return 0;
        }

        @Override
        public String part() {
            return text;
        }

        @Override
        public String message() {
            return Quoted.of(text) + " is refused: it would be written " + Quoted.of(written) + ", which is not read";
        }

        @Override
        public Optional<String> upstreamMessage() {
            return Optional.empty();
        }
    }

    /** More than {@link Quantity#MAX_LENGTH} chars. It is refused unread, so that it may be wrong otherwise too. */
    record TooLong(String text) implements QuantityProblem {
        @Override
        public int index() {
            return Quantity.MAX_LENGTH;
        }

        @Override
        public String part() {
            return text.substring(Quantity.MAX_LENGTH);
        }

        @Override
        public String message() {
            return Quoted.of(text) + " is refused: " + text.length() + " characters, at most " + Quantity.MAX_LENGTH
                    + " are read";
        }

        @Override
        public Optional<String> upstreamMessage() {
            return Optional.empty();
        }
    }
}
