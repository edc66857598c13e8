package io.mooring.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands on the command line beside the options, told apart: what is there as a file or folder is read, and so is what is
 * spelt like one; everything else is a name. Where files are given by the option, everything is a name.
 */
record Arguments(List<Path> files, List<String> names) {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");
    private static final List<String> BEGINNINGS = List.of("./", "../", "/");

    static Arguments of(List<String> words, List<Path> byOption) {
        List<Path> files = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String word : words) {
            Optional<Path> path = byOption.isEmpty() ? path(word) : Optional.empty();
            path.ifPresentOrElse(files::add, () -> names.add(word));
        }
        return new Arguments(List.copyOf(files), List.copyOf(names));
    }

    /** Where no name is expected. */
    static List<Path> filesOnly(List<String> words, List<Path> byOption) {
        Arguments arguments = of(words, byOption);
        if (!arguments.names().isEmpty()) {
            throw SourceOptions.notThere(Path.of(arguments.names().get(0)));
        }
        return arguments.files();
    }

    private static Optional<Path> path(String word) {
        try {
            Path path = Path.of(word);
            return isSpeltLikeOne(word) || (!word.isEmpty() && Files.exists(path))
                    ? Optional.of(path)
                    : Optional.empty();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static boolean isSpeltLikeOne(String word) {
        return word.equals("-")
                || ENDINGS.stream().anyMatch(word::endsWith)
                || BEGINNINGS.stream().anyMatch(word::startsWith);
    }
}
