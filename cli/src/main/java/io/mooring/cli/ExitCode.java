package io.mooring.cli;

/** What a script learns. */
enum ExitCode {
    /** Everything is fine, or waits as it is to. */
    FINE(0, "everything is fine, or waits as intended"),

    /** Something is blocked, impossible, refused or not known, or a check failed. */
    BLOCKED(1, "something is blocked, refused or not known, or a check failed"),

    /** The command line is wrong, or there is nothing to read. */
    USAGE(2, "bad usage or input"),

    /** What must not happen. */
    DEFECT(3, "a defect of Mooring");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    String meaning() {
        return meaning;
    }
}
