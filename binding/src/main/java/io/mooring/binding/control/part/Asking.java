package io.mooring.binding.control.part;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks a part of the control plane that a caller brought. A part that throws, or answers null, has failed: the world goes on,
 * and tells it as any other failure. Errors, such as memory or stack that ran out, are the caller's to see.
 */
public final class Asking {
    /** As much as an event of Kubernetes says. */
    private static final int MOST_CHARACTERS = 1024;

    private Asking() {}

    /**
     * What the part answers.
     *
     * @param failed the answer when it has none, by why
     */
    public static <A> A ask(Supplier<? extends A> part, Function<String, ? extends A> failed) {
        return ask(part, answer -> answer, failed);
    }

    /**
     * What is made of the part's answer.
     *
     * @param failed what is made of there being none, by why
     */
    public static <A, R> R ask(
            Supplier<? extends A> part, Function<A, ? extends R> answered, Function<String, ? extends R> failed) {
        A answer;
        try {
            answer = part.get();
        } catch (RuntimeException thrown) {
            return failed.apply("threw " + words(thrown));
        }
        return answer == null ? failed.apply("answered null") : answered.apply(answer);
    }

    /** What is thrown is the caller's as well, and may fail to say what it is, or not come to an end. */
    private static String words(RuntimeException thrown) {
        String type = thrown.getClass().getName();
        String text;
        try {
            text = Objects.requireNonNullElse(thrown.toString(), type);
        } catch (RuntimeException speechless) {
            return type;
        }
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 3) + "...";
    }
}
