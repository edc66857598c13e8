package io.mooring.schema;

import io.mooring.tree.DecodingProblem;
import java.util.List;
import java.util.Optional;

/**
 * What reading a tree gave: the value, and every problem in document order.
 *
 * @param value empty if and only if a problem is fatal
 */
public record Decoded<T>(Optional<T> value, List<DecodingProblem> problems) {
    public Decoded {
        problems = List.copyOf(problems);
    }

    /** True if there is no problem at all, as the API server's strict field validation demands. */
    public boolean isClean() {
        return problems.isEmpty();
    }

    /**
     * The value of a clean reading.
     *
     * @throws DecodingException if there is any problem; the message lists all
     */
    public T orThrow() {
        if (!isClean()) {
            throw new DecodingException(problems);
        }
        return value.orElseThrow();
    }
}
