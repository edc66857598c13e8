package io.mooring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What files are, by their names and places: manifests, or of a Helm chart, or of a kustomization.
 *
 * <pre>
 * shop/Chart.yaml, values*.yaml, requirements.yaml, ci/*values*.yaml   of a chart, and no manifests
 * shop/templates/                                                      manifests where they need no rendering
 * shop/charts/                                                         charts within the chart
 * shop/kustomization.yaml, and the patches that it names               of a kustomization, and no manifests
 * everything else, beside them too                                     manifests
 * </pre>
 *
 * A file with the name of one of these that says {@code apiVersion} and {@code kind} is a manifest all the same.
 */
final class FileTree {
    private static final String CHART = "Chart.yaml";
    private static final String TEMPLATES = "templates";

    private final Set<Path> charts = new HashSet<>();
    private final Map<Path, KustomizationFile> kustomizations = new HashMap<>();

    private FileTree() {}

    /** A file, or a folder that is more than its files. */
    sealed interface Entry {
        /** The file, or the folder. */
        Path path();

        /** To be read as manifests. */
        record Manifests(Path path) implements Entry {}

        /** A file of a chart that may hold manifests as they stand. */
        record Template(Path path) implements Entry {}

        /** A folder with a chart. */
        record Chart(Path path) implements Entry {}

        /** A folder with a kustomization. */
        record Kustomization(Path path) implements Entry {}
    }

    /** A file that was named. */
    static List<Entry> of(Path file) {
        return new FileTree().entries(List.of(file));
    }

    /** The files in a folder and below it, by path; what a folder is comes before what is in it. */
    static List<Entry> below(Path folder, List<Path> files) {
        FileTree tree = new FileTree();
        if (folder.endsWith(TEMPLATES)
                && FileHead.of(folder.resolveSibling(CHART)).isChart()) {
            tree.charts.add(parent(folder));
        }
        return tree.entries(files);
    }

    /** Whether a file of this name says what the folder is that it is in. */
    static boolean saysWhatItsFolderIs(Path file) {
        return file.endsWith(CHART) || KustomizationFile.isName(file);
    }

    private static Path parent(Path path) {
        return Optional.ofNullable(path.getParent()).orElse(Path.of(""));
    }

    private List<Entry> entries(List<Path> files) {
        files.forEach(this::find);
        Set<Path> bases = named(KustomizationFile::resources);
        Set<Path> patches = named(KustomizationFile::patches);
        patches.removeAll(bases);
        List<Entry> entries = new ArrayList<>();
        charts.stream()
                .filter(chart -> chartAround(chart).isEmpty())
                .map(Entry.Chart::new)
                .forEach(entries::add);
        kustomizations.keySet().stream()
                .filter(folder -> !bases.contains(folder.normalize()))
                .map(Entry.Kustomization::new)
                .forEach(entries::add);
        files.stream()
                .filter(file -> !patches.contains(file.normalize()))
                .flatMap(file -> entry(file).stream())
                .forEach(entries::add);
        entries.sort(Comparator.comparing(Entry::path));
        return entries;
    }

    private void find(Path file) {
        if (file.endsWith(CHART) && FileHead.of(file).isChart()) {
            charts.add(parent(file));
        } else if (KustomizationFile.isName(file) && FileHead.of(file).isKustomization()) {
            kustomizations.put(parent(file), KustomizationFile.read(file));
        }
    }

    private Set<Path> named(Function<KustomizationFile, List<String>> names) {
        Set<Path> paths = new HashSet<>();
        kustomizations.forEach((folder, file) ->
                names.apply(file).forEach(name -> paths.add(folder.resolve(name).normalize())));
        return paths;
    }

    /** Empty if there is nothing to read in it. */
    private Optional<Entry> entry(Path file) {
        boolean isKustomization = KustomizationFile.isName(file) && kustomizations.containsKey(parent(file));
        return isKustomization
                ? Optional.empty()
                : chartAround(file)
                        .map(chart -> part(chart, file))
                        .orElseGet(() -> Optional.of(new Entry.Manifests(file)));
    }

    /** The innermost chart that this file or folder is in. */
    private Optional<Path> chartAround(Path path) {
        return Stream.iterate(parent(path), folder -> !folder.toString().isEmpty(), FileTree::parent)
                .filter(charts::contains)
                .findFirst()
                .or(() -> Optional.of(Path.of(""))
                        .filter(root -> charts.contains(root) && !path.equals(root) && !path.isAbsolute()));
    }

    private static Optional<Entry> part(Path chart, Path file) {
        Path part = chart.toString().isEmpty() ? file : chart.relativize(file);
        if (part.startsWith(TEMPLATES)) {
            return Optional.of(new Entry.Template(file));
        }
        return isOwn(part) && !FileHead.of(file).isManifest()
                ? Optional.empty()
                : Optional.of(new Entry.Manifests(file));
    }

    /** Whether Helm reads it, and not as a manifest. */
    private static boolean isOwn(Path part) {
        String name = part.getFileName().toString();
        return part.getNameCount() == 1
                ? name.equals(CHART) || name.startsWith("requirements.") || name.startsWith("values")
                : part.startsWith("ci") && name.contains("values");
    }
}
