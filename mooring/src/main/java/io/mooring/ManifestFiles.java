package io.mooring;

import io.mooring.yaml.Limits;
import io.mooring.yaml.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Files, folders and the standard input as sources, each opened when it is its turn and not kept. What cannot be opened is
 * an unreadable source. What was named is followed wherever it leads; see {@link FolderListing} for what is in a folder.
 */
record ManifestFiles(List<Path> paths, Limits limits, Streams streams) implements Iterable<Source> {
    /** Stands for the standard input. */
    static final Path STANDARD_INPUT = Path.of("-");

    /** Of a character in UTF-8. */
    private static final int MOST_BYTES = 4;

    /** A stream that is flattened would open all files of a folder at once. */
    @Override
    public Iterator<Source> iterator() {
        Iterator<Path> rest = paths.iterator();
        return new Iterator<>() {
            private Iterator<Supplier<Source>> turns = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!turns.hasNext() && rest.hasNext()) {
                    turns = turns(rest.next());
                }
                return turns.hasNext();
            }

            @Override
            public Source next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return turns.next().get();
            }
        };
    }

    private Iterator<Supplier<Source>> turns(Path path) {
        if (path.equals(STANDARD_INPUT)) {
            return once(() -> streams.of(path, mostBytes()).as("standard input", Source::file));
        }
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        return FileTree.of(path).stream()
                .map(entry -> (Supplier<Source>) () -> source(entry, reading -> named(path, reading)))
                .iterator();
    }

    private static Iterator<Supplier<Source>> once(Supplier<Source> source) {
        return List.of(source).iterator();
    }

    private Source named(Path path, BiFunction<String, byte[], Source> reading) {
        return streams.of(path, mostBytes()).as(path.toString(), reading);
    }

    /** In the order of the paths, up to where the folder has too much. */
    private Iterator<Supplier<Source>> folder(Path folder) {
        FolderListing.Found found = FolderListing.of(folder, limits);
        FolderReading reading = new FolderReading(folder, found.files());
        List<Turn> turns = new ArrayList<>();
        found.faults().forEach((path, fault) -> turns.add(new Turn(path, () -> fault)));
        FileTree.below(folder, List.copyOf(found.files().keySet()))
                .forEach(entry ->
                        turns.add(new Turn(entry.path(), () -> source(entry, how -> reading.read(entry.path(), how)))));
        turns.sort(Comparator.comparing(Turn::path));
        Iterator<Turn> rest = turns.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !reading.isOver() && rest.hasNext();
            }

            @Override
            public Supplier<Source> next() {
                return rest.next().source();
            }
        };
    }

    /** What is told of a path when it is its turn. */
    private record Turn(Path path, Supplier<Source> source) {}

    private static Source source(FileTree.Entry entry, Function<BiFunction<String, byte[], Source>, Source> content) {
        if (entry instanceof FileTree.Entry.Chart) {
            return Source.chart(name(entry.path()));
        }
        if (entry instanceof FileTree.Entry.Kustomization) {
            return Source.kustomization(name(entry.path()));
        }
        return content.apply(entry instanceof FileTree.Entry.Template ? Source::template : Source::file);
    }

    /** What a folder or a file is called in a problem. */
    static String name(Path path) {
        return path.toString().isEmpty() ? "." : path.toString();
    }

    /** Of one source. */
    private int mostBytes() {
        return (int) Math.min((long) limits.textLength() * MOST_BYTES, Integer.MAX_VALUE - 1L);
    }

    /** What the files of one folder may have together. */
    private final class FolderReading {
        private final Path folder;
        private final Map<Path, Path> files;
        private long rest = limits.folderBytes();

        private FolderReading(Path folder, Map<Path, Path> files) {
            this.folder = folder;
            this.files = files;
        }

        private boolean isOver() {
            return rest < 0;
        }

        private Source read(Path file, BiFunction<String, byte[], Source> reading) {
            Content content = Content.ofFound(Objects.requireNonNull(files.get(file)), mostBytes());
            rest -= content.length();
            return isOver()
                    ? Source.largeFolder(name(folder), "folderBytes", limits.folderBytes())
                    : content.as(file.toString(), reading);
        }
    }
}
