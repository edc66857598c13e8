package io.mooring.quantity;

/** Text that is no quantity. What is wrong with it is in {@link #problem()}. */
public final class QuantityFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final QuantityProblem problem;

    QuantityFormatException(QuantityProblem problem) {
        this.problem = problem;
    }

    /** What is wrong, where, and what may have been meant. */
    public QuantityProblem problem() {
        return problem;
    }

    /**
     * The error text of upstream's {@code ParseQuantity}, as the API server quotes it. For text that upstream does
     * not refuse (see {@link QuantityProblem#upstreamMessage()}) it is Mooring's own.
     */
    public String upstreamMessage() {
        return problem.upstreamMessage().orElseGet(problem::message);
    }

    /** What is wrong and where; on a second line what may have been meant, where that can be told. */
    @Override
    public String getMessage() {
        String advice = String.join(" or ", problem.suggestions());
        return advice.isEmpty() ? problem.message() : problem.message() + "\ndid you mean " + advice + "?";
    }
}
