package io.mooring.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the jars of two folders. Ends with 1 if something breaks. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(run(Path.of(arguments[0]), Path.of(arguments[1]), System.out));
    }

    static int run(Path before, Path after, PrintStream out) throws IOException {
        List<Path> jars = jars(before);
        if (jars.isEmpty()) {
            throw new IllegalArgumentException("no jars are in " + before);
        }
        Comparison comparison = Comparison.of(jars, jars(after));
        Map<String, List<Break>> byType = comparison.breaks().stream()
                .collect(Collectors.groupingBy(Break::type, TreeMap::new, Collectors.toList()));
        byType.forEach((type, breaks) -> {
            out.println(type);
            breaks.forEach(each -> out.println("  " + each.what()));
        });
        comparison.added().forEach(type -> out.println("new: " + type));
        int count = comparison.breaks().size();
        out.println(count == 0 ? "nothing breaks" : count + (count == 1 ? " break" : " breaks"));
        return count == 0 ? 0 : 1;
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
