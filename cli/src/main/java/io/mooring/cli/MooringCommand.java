package io.mooring.cli;

import io.mooring.Mooring;
import io.mooring.names.NearMiss;
import io.mooring.names.Visible;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command without a subcommand: volumes, claims, and why what is not fine stands as it does. */
@Command(
        name = "mooring",
        versionProvider = Versions.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        customSynopsis = {"mooring [OPTIONS] [FILE...]", "mooring COMMAND [OPTIONS] [NAME|FILE...]"},
        header = "What would Kubernetes do with this storage, and why?",
        description = {
            "",
            "Files are manifests, which are created and settled, or a cluster's dump, which stands as it is; uids tell which."
                    + " Folders are read with all that is in them, - is the standard input. Without a command: volumes, claims,"
                    + " and why what is not fine stands as it does.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Exit codes: 0 fine, 1 something is blocked, refused or not known, or a check failed, 2 bad usage or input, be it a part of it.",
            "",
            "  kubectl get pv,pvc,sc,sts,deploy,po,no,events -A -o yaml | mooring why",
            "  mooring why shop/ pvc/data-0",
            "  mooring get pv,pvc shop.yaml"
        })
final class MooringCommand implements Callable<Integer> {
    /** What other commands call it. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "describe", "why",
            "explain", "why",
            "list", "get",
            "lint", "check",
            "validate", "check",
            "repair", "fix",
            "graph", "draw",
            "version", "--version",
            "help", "--help");

    /** Its script completes every command. */
    private static final String NEEDS_ALL = "completion";

    /** In the order in which they are listed. */
    private static final Map<String, Function<Surroundings, Object>> COMMANDS = commands();

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Files, folders, or - for the standard input.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--fetch", description = "Print the command that fetches what Mooring makes use of, and end.")
    private boolean isFetching;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private Selection selection = new Selection();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private MooringCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private static Map<String, Function<Surroundings, Object>> commands() {
        Map<String, Function<Surroundings, Object>> commands = new LinkedHashMap<>();
        commands.put("get", GetCommand::new);
        commands.put("why", WhyCommand::new);
        commands.put("fix", FixCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("plan", PlanCommand::new);
        commands.put("diff", DiffCommand::new);
        commands.put("upgrade", UpgradeCommand::new);
        commands.put("explore", ExploreCommand::new);
        commands.put("draw", DrawCommand::new);
        commands.put("completion", CompletionCommand::new);
        return commands;
    }

    /**
     * The command with what it takes to run these arguments: of its subcommands only the one that they begin with, since
     * picocli takes a millisecond to learn what options each has.
     */
    static CommandLine commandLine(Surroundings surroundings, List<String> arguments) {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        boolean isAlone = COMMANDS.containsKey(first) && !NEEDS_ALL.equals(first);
        return commandLine(surroundings, isAlone ? Set.of(first) : COMMANDS.keySet());
    }

    /** The whole command, ready to run. */
    static CommandLine commandLine(Surroundings surroundings) {
        return commandLine(surroundings, COMMANDS.keySet());
    }

    private static CommandLine commandLine(Surroundings surroundings, Set<String> commands) {
        CommandLine line = new CommandLine(new MooringCommand(surroundings));
        commands.forEach(name -> line.addSubcommand(
                name, Objects.requireNonNull(COMMANDS.get(name)).apply(surroundings)));
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        Choice.register(line);
        line.setExecutionStrategy(MooringCommand::run);
        line.setParameterExceptionHandler((problem, parsed) -> misused(problem, surroundings));
        line.setExecutionExceptionHandler((problem, command, result) -> failed(problem, surroundings));
        return line;
    }

    /** What stands before the command is not passed over in silence. */
    private static int run(ParseResult result) {
        if (result.hasSubcommand() && !result.matchedArgs().isEmpty()) {
            String command = result.subcommand().commandSpec().name();
            return print(
                    new UsageProblem(
                            "the command comes first: " + command + " stands behind other words",
                            "mooring " + command + " [OPTIONS] [NAME|FILE...]"),
                    surroundingsOf(result));
        }
        return new CommandLine.RunLast().execute(result);
    }

    private static Surroundings surroundingsOf(ParseResult result) {
        return ((MooringCommand) result.commandSpec().userObject()).surroundings;
    }

    @Override
    public Integer call() {
        if (isFetching) {
            surroundings.out().println(Mooring.fetchCommand());
            return ExitCode.FINE.number();
        }
        Arguments arguments = Arguments.of(words, input.files());
        if (!arguments.names().isEmpty()) {
            throw unknownWord(arguments.names().get(0));
        }
        World world = input.read(arguments.files(), surroundings);
        return output.print(new Overview(world, Reasons.of(world, selection), selection), surroundings);
    }

    private UsageProblem unknownWord(String word) {
        List<String> commands = List.copyOf(spec.subcommands().keySet());
        String meant = Optional.ofNullable(ELSEWHERE.get(word))
                .or(() -> NearMiss.of(word, commands))
                .map(command -> "Did you mean mooring " + command + "?")
                .orElse("Commands: " + String.join(", ", commands));
        return new UsageProblem("\"" + word + "\" is no command, and there is no file or folder of that name", meant);
    }

    private static String near(CommandLine.ParameterException problem) {
        return problem instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream()
                        .limit(1)
                        .map(option -> "Did you mean " + option + "?\n")
                        .collect(Collectors.joining())
                : "";
    }

    private static int misused(CommandLine.ParameterException problem, Surroundings surroundings) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        return print(new UsageProblem(message(problem), near(problem) + "See " + command + " --help"), surroundings);
    }

    private static int failed(Exception problem, Surroundings surroundings) {
        if (problem instanceof UsageProblem usage) {
            return print(usage, surroundings);
        }
        return defect(problem, surroundings);
    }

    /** What must not happen; a stack trace only for who asks for it. */
    static int defect(Throwable problem, Surroundings surroundings) {
        surroundings
                .err()
                .println("mooring: this is a defect of Mooring, please report it with the input: "
                        + Visible.of(message(problem)));
        if (!surroundings.environment().getOrDefault("MOORING_DEBUG", "").isEmpty()) {
            problem.printStackTrace(surroundings.err());
        }
        return ExitCode.DEFECT.number();
    }

    private static String message(Throwable problem) {
        return Objects.requireNonNullElse(
                problem.getMessage(), problem.getClass().getName());
    }

    private static int print(UsageProblem problem, Surroundings surroundings) {
        surroundings.err().println("mooring: " + Visible.of(message(problem)));
        problem.advice().lines().forEach(line -> surroundings.err().println("  " + Visible.of(line)));
        return ExitCode.USAGE.number();
    }
}
