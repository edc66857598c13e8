package io.mooring.binding.control.part;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks a part of the control plane that a caller brought. A part that throws, or answers null, has failed: the world goes on,
 * and tells it as any other failure. Errors, such as memory or stack that ran out, are the caller's to see.
 */
public final class Asking {
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
            return failed.apply("threw " + thrown);
        }
        return answer == null ? failed.apply("answered null") : answered.apply(answer);
    }
}
