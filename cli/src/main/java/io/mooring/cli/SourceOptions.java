package io.mooring.cli;

import io.mooring.Answers;
import io.mooring.Input;
import io.mooring.Intake;
import io.mooring.Mooring;
import io.mooring.Opener;
import io.mooring.names.NearMiss;
import io.mooring.release.Semantics;
import io.mooring.yaml.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What is read, and as what. */
final class SourceOptions {
    private static final Path STANDARD_INPUT = Path.of("-");
    private static final int MOST_PLACES = 3;
    private static final int MOST_NAMES = 10_000;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "A file, a folder, or - for the standard input; then all other arguments are names.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--load", description = "The input is manifests, uids or not: they are created and settled.")
    private boolean isLoaded;

    @Option(names = "--open", description = "The input is a cluster's dump, uids or not: it stands as it is.")
    private boolean isOpened;

    @Option(
            names = "--given",
            paramLabel = "KINDS",
            description = {
                "Of a dump: these kinds were asked for, so that there are no others than it has: pv,pvc,sc as kubectl calls"
                        + " them; fetch for those that --fetch asks for; all."
            })
    private List<String> given = new ArrayList<>();

    @Option(
            names = "--assume",
            paramLabel = "[NAME=]ANSWER",
            description = {
                "What provisioners do, all or the one named: succeed, fail=TEXT or nothing. Of manifests they succeed, of a"
                        + " dump nothing is assumed."
            })
    private List<String> assumptions = new ArrayList<>();

    /** Those named by the option. */
    List<Path> files() {
        return List.copyOf(files);
    }

    /** Reads these and those of the option, or the standard input if there are none and nobody sits at it. */
    World read(List<Path> named, Semantics semantics, Surroundings surroundings) {
        List<Path> paths = new ArrayList<>(files);
        paths.addAll(named);
        return readOnly(paths, semantics, surroundings);
    }

    /** Reads these and no others. */
    World readOnly(List<Path> named, Semantics semantics, Surroundings surroundings) {
        List<Path> paths = new ArrayList<>(named);
        if (paths.isEmpty()) {
            paths.add(standardInput(surroundings));
        }
        paths.forEach(SourceOptions::requireThere);
        World read = read(intake(semantics, surroundings), paths);
        Waiting.on("settling " + read.asRead().cluster().size() + " objects", read, surroundings);
        return assuming(read);
    }

    private static Path standardInput(Surroundings surroundings) {
        if (surroundings.isTerminal(Surroundings.Stream.IN)) {
            throw new UsageProblem("there is nothing to read", """
                    Name files or folders, or pipe a cluster's objects in:
                      kubectl get pv,pvc,sc,sts,deploy,po,no,events -A -o yaml | mooring why""");
        }
        return STANDARD_INPUT;
    }

    private static void requireThere(Path path) {
        if (!path.equals(STANDARD_INPUT) && !Files.exists(path)) {
            throw notThere(path);
        }
    }

    /** With the one beside it that is called almost so. */
    static UsageProblem notThere(Path path) {
        Path folder = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
        String name =
                Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
        return new UsageProblem(
                "there is no file or folder \"" + path + "\"",
                NearMiss.of(name, names(folder))
                        .map(near -> "Did you mean " + (path.getParent() == null ? Path.of(near) : folder.resolve(near))
                                + "?")
                        .orElse(""));
    }

    /** A folder that cannot be read has nothing to propose. */
    private static List<String> names(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .sorted()
                    .limit(MOST_NAMES)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private Intake intake(Semantics semantics, Surroundings surroundings) {
        return Mooring.intake()
                .withSemantics(semantics)
                .withInput(surroundings.in())
                .withProgress(surroundings.progress().apply("objects"))
                .withOpener(this::giving);
    }

    private Opener giving(Opener opener) {
        Opener giving = opener;
        for (String kinds : given) {
            giving = switch (kinds) {
                case "all" -> giving.givenEverything();
                case "fetch" -> giving.givenByCommand();
                default -> given(giving, kinds);
            };
        }
        return giving;
    }

    private static Opener given(Opener opener, String kinds) {
        try {
            return opener.given(kinds);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem("--given: " + e.getMessage(), "");
        }
    }

    private World read(Intake intake, List<Path> paths) {
        if (isLoaded && isOpened) {
            throw new UsageProblem("--load and --open exclude each other", "");
        }
        if (isLoaded) {
            return loaded(something(intake.load(paths), paths));
        }
        return isOpened ? opened(something(intake.open(paths), paths)) : sorted(intake.read(paths), paths);
    }

    private static World sorted(Input input, List<Path> paths) {
        if (input instanceof Input.Manifests manifests) {
            return loaded(manifests.mooring());
        }
        if (input instanceof Input.Dump dump) {
            return opened(dump.mooring());
        }
        if (input instanceof Input.Mixture mixture) {
            throw mixed(mixture);
        }
        throw nothingIn(paths);
    }

    private static Mooring something(Mooring read, List<Path> paths) {
        if (read.isEmpty() && read.refusals().isEmpty()) {
            throw nothingIn(paths);
        }
        return read;
    }

    private static UsageProblem nothingIn(List<Path> paths) {
        String where = paths.stream()
                .map(path -> path.equals(STANDARD_INPUT) ? "the standard input" : path.toString())
                .collect(Collectors.joining(", "));
        boolean isFolder = paths.stream().anyMatch(Files::isDirectory);
        return new UsageProblem(
                "there is no object in " + where,
                isFolder ? "Of a folder all files that end in .yaml, .yml or .json are read." : "");
    }

    private static UsageProblem mixed(Input.Mixture mixture) {
        return new UsageProblem(
                "some objects have uids, as a cluster's dump has, and some have none, as manifests",
                "with a uid:    " + places(mixture.stored()) + "\nwithout a uid: " + places(mixture.written())
                        + "\nRead them apart, or say what they all are: --load for manifests, --open for a dump.");
    }

    private static String places(List<Location> places) {
        String first = places.stream()
                .limit(MOST_PLACES)
                .map(Location::toString)
                .collect(Collectors.joining("\n               "));
        int more = places.size() - MOST_PLACES;
        return more > 0 ? first + "\n               and " + more + " more" : first;
    }

    private static World loaded(Mooring read) {
        return new World(World.Origin.MANIFESTS, read, read);
    }

    private static World opened(Mooring read) {
        return new World(World.Origin.DUMP, read, read);
    }

    /** Who answers otherwise than before has his say: then a dump is settled too. */
    private World assuming(World world) {
        Mooring assumed = world.asRead();
        for (String assumption : assumptions) {
            assumed = Assumption.parse(assumption).in(assumed);
        }
        boolean isSettled = world.origin() == World.Origin.MANIFESTS || !assumptions.isEmpty();
        return new World(world.origin(), assumed, isSettled ? assumed.settle() : assumed);
    }

    /**
     * What somebody is taken to answer.
     *
     * @param who empty for everybody
     */
    private record Assumption(Optional<String> who, Answers answers) {
        static Assumption parse(String text) {
            int equals = text.indexOf('=');
            String first = equals < 0 ? text : text.substring(0, equals);
            String rest = equals < 0 ? "" : text.substring(equals + 1);
            return answers(text, text)
                    .map(answers -> new Assumption(Optional.empty(), answers))
                    .or(() -> answers(rest, text).map(answers -> new Assumption(Optional.of(first), answers)))
                    .orElseThrow(() -> new UsageProblem(
                            "--assume: \"" + text + "\" says no answer",
                            "Expected: succeed, fail=TEXT or nothing, for one provisioner after its name:"
                                    + " csi.example.com=fail=quota exceeded"));
        }

        private static Optional<Answers> answers(String text, String whole) {
            if (text.startsWith("fail=")) {
                return Optional.of(Answers.fail(text.substring("fail=".length())));
            }
            return switch (text) {
                case "succeed" -> Optional.of(Answers.succeed());
                case "nothing" -> Optional.of(Answers.nothing());
                case "fail" ->
                    throw new UsageProblem(
                            "--assume: \"" + whole + "\" does not say with which words it fails",
                            "Expected: fail=TEXT");
                default -> Optional.empty();
            };
        }

        Mooring in(Mooring mooring) {
            return who.map(name -> mooring.assuming(name, answers)).orElseGet(() -> mooring.assuming(answers));
        }
    }
}
