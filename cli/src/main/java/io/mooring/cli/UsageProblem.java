package io.mooring.cli;

/** The command line is wrong, or what it names: told in words, without a stack trace. */
final class UsageProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Lines of their own below the message; empty for none. */
    private final String advice;

    UsageProblem(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
