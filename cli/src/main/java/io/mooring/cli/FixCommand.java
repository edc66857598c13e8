package io.mooring.cli;

import io.mooring.binding.explain.FixResult;
import io.mooring.binding.explain.Fixes;
import io.mooring.binding.world.Cluster;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What helps. */
@Command(
        name = "fix",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        usageHelpAutoWidth = true,
        description = {
            "The smallest changes after which it works and nobody loses a volume, a reservation or data: of what is named, or,"
                    + " without names, of all that is blocked. Each was tried.",
            ""
        },
        footer = {
            "",
            "  mooring fix pvc/data-0 shop/",
            "  kubectl get ... -A -o yaml | mooring fix pvc/data-0 --print | sh",
        })
final class FixCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME|FILE", description = "Names, files and folders.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--print",
            description = "Print only the commands that do it, for a shell; the cheapest fix of each object.")
    private boolean isPrinting;

    @Option(
            names = "--apply-to",
            paramLabel = "FILE",
            description =
                    "Write everything, with the cheapest fix of each object done, to a new file as a dump; - is the standard output.")
    private Optional<Path> target = Optional.empty();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private Selection selection = new Selection();

    @Mixin
    private OutputOptions output = new OutputOptions();

    FixCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Arguments arguments = Arguments.of(words, input.files());
        World world = input.read(arguments.files(), surroundings);
        Cluster cluster = world.settled().cluster();
        List<FixResult> results = arguments.names().isEmpty()
                ? Fixes.ofStuck(cluster, selection::takes)
                : Fixes.of(
                        cluster,
                        selection.of(world.settled(), arguments.names()).objects());
        Fixed fixed = new Fixed(world, results);
        if (target.isPresent()) {
            return write(fixed, target.get());
        }
        if (isPrinting) {
            return print(fixed);
        }
        return output.print(fixed, surroundings);
    }

    /** What has no command is told where a shell does not read it. */
    private int print(Fixed fixed) {
        surroundings.out().print(fixed.commands());
        surroundings.out().flush();
        fixed.results().stream()
                .filter(result -> result.fixes().isEmpty())
                .forEach(result -> surroundings.err().print(result.text()));
        return told(fixed);
    }

    /** What the API server refused is told beside what was printed, and is not mended by it. */
    private int told(Fixed fixed) {
        fixed.refusals().forEach(refusal -> surroundings.err().println(refusal.text()));
        return fixed.exitCodeOnceDone().with(fixed.refusals()).number();
    }

    private int write(Fixed fixed, Path file) {
        String text = fixed.applied().write();
        if (file.equals(Path.of("-"))) {
            surroundings.out().print(text);
            return told(fixed);
        }
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new UsageProblem("--apply-to: there is a file \"" + file + "\" already", "");
        } catch (IOException e) {
            throw new UsageProblem("--apply-to: \"" + file + "\" cannot be written: " + e.getMessage(), "");
        }
        return told(fixed);
    }
}
