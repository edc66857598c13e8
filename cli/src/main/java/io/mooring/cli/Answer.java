package io.mooring.cli;

import io.mooring.Refusal;
import io.mooring.tree.JsonObject;
import java.util.List;

/** What a command has found, before it is printed. */
interface Answer {
    /** What it is about. */
    World world();

    /** For a person; every line ends in a newline, and there may be none. */
    String text(Style style, Format format);

    /** For a program. */
    JsonObject tree();

    ExitCode exitCode();

    /** What was refused of all that was read; an answer is then not about all that was written. */
    default List<Refusal> refusals() {
        return world().settled().refusals();
    }

    /** Those that the text does not tell, so that they are told beside it. */
    default List<Refusal> untold() {
        return refusals();
    }
}
