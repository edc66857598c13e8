package io.mooring.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The script that completes the command in a shell. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        abbreviateSynopsis = true,
        usageHelpAutoWidth = true,
        description = {"Print the script that completes commands and options in a shell.", ""},
        footer = {"", "In bash, or in zsh: source <(mooring completion)"})
final class CompletionCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SHELL",
            arity = "0..1",
            defaultValue = "bash",
            description = "bash or zsh; one script serves both.")
    @SuppressWarnings("UnusedVariable") // Set by picocli, which refuses other shells.
    private Shell shell = Shell.BASH;

    /** Which it is for. */
    enum Shell {
        BASH,
        ZSH
    }

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        surroundings.out().print(AutoComplete.bash("mooring", spec.root().commandLine()));
        return ExitCode.FINE.number();
    }
}
