package io.mooring.cli;

import io.mooring.Refusal;
import java.util.List;

/** What a script learns. */
enum ExitCode {
    /** Everything is fine, or waits as it is to. */
    FINE(0, "everything is fine, or waits as intended"),

    /** Something is blocked, impossible, refused or not known, or a check failed. */
    BLOCKED(1, "something is blocked, refused or not known, or a check failed"),

    /** The command line is wrong, or the input or a part of it cannot be read, or is more than the JVM has room for. */
    USAGE(2, "bad usage or input"),

    /** What must not happen. */
    DEFECT(3, "a defect of Mooring");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** Where something was refused, nothing is fine; where a part of the input could not be read, no answer is about all of it. */
    ExitCode with(List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return this;
        }
        return refusals.stream().anyMatch(Refusal::hidesObjects) ? USAGE : BLOCKED;
    }

    int number() {
        return number;
    }

    String meaning() {
        return meaning;
    }
}
