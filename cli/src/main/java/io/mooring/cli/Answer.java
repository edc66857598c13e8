package io.mooring.cli;

import io.mooring.tree.JsonObject;

/** What a command has found, before it is printed. */
interface Answer {
    /** What it is about. */
    World world();

    /** For a person; every line ends in a newline, and there may be none. */
    String text(Style style, Format format);

    /** For a program. */
    JsonObject tree();

    ExitCode exitCode();
}
