package io.mooring;

import io.mooring.yaml.Limits;
import io.mooring.yaml.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Files, folders and the standard input as sources, each opened when it is its turn and not kept. What cannot be opened is
 * an unreadable source.
 */
record ManifestFiles(List<Path> paths, Limits limits, InputStream input) implements Iterable<Source> {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    /** Stands for the standard input. */
    static final Path STANDARD_INPUT = Path.of("-");

    /** In a folder and those below it. */
    private static final int MOST_FILES = 10_000;

    /** Of a character in UTF-8. */
    private static final int MOST_BYTES = 4;

    @Override
    public Iterator<Source> iterator() {
        return paths.stream().flatMap(this::sources).iterator();
    }

    private Stream<Source> sources(Path path) {
        if (path.equals(STANDARD_INPUT)) {
            return Stream.of(read("standard input", input, Source::file));
        }
        return Files.isDirectory(path) ? folder(path) : sources(FileTree.of(path));
    }

    private Stream<Source> folder(Path folder) {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(ManifestFiles::isManifest).limit(MOST_FILES + 1L).toList();
        } catch (IOException | UncheckedIOException e) {
            return Stream.of(unreadable(folder, e));
        }
        return files.size() > MOST_FILES
                ? Stream.of(Source.unreadable(
                        folder.toString(), "it has more than " + MOST_FILES + " files: name some of them"))
                : sources(FileTree.below(folder, files));
    }

    private static boolean isManifest(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return (ENDINGS.stream().anyMatch(name::endsWith) || KustomizationFile.isName(file))
                && Files.isRegularFile(file);
    }

    private Stream<Source> sources(List<FileTree.Entry> entries) {
        return entries.stream().map(this::source);
    }

    private Source source(FileTree.Entry entry) {
        Path path = entry.path();
        String folder = path.toString().isEmpty() ? "." : path.toString();
        if (entry instanceof FileTree.Entry.Chart) {
            return Source.chart(folder);
        }
        if (entry instanceof FileTree.Entry.Kustomization) {
            return Source.kustomization(folder);
        }
        return file(path, entry instanceof FileTree.Entry.Template ? Source::template : Source::file);
    }

    private Source file(Path file, BiFunction<String, byte[], Source> reading) {
        try (InputStream content = Files.newInputStream(file)) {
            return read(file.toString(), content, reading);
        } catch (IOException e) {
            return unreadable(file, e);
        }
    }

    /** Of one source. */
    static int mostBytes(Limits limits) {
        return (int) Math.min((long) limits.textLength() * MOST_BYTES, Integer.MAX_VALUE - 1L);
    }

    /** No more than the limit comes into memory. */
    private Source read(String name, InputStream content, BiFunction<String, byte[], Source> reading) {
        int most = mostBytes(limits);
        try {
            byte[] bytes = content.readNBytes(most + 1);
            return bytes.length > most
                    ? Source.unreadable(name, "it has more than " + most + " bytes: split it")
                    : reading.apply(name, bytes);
        } catch (IOException e) {
            return Source.unreadable(name, reason(e));
        }
    }

    private static Source unreadable(Path path, Exception e) {
        return Source.unreadable(path.toString(), reason(e));
    }

    private static String reason(Exception e) {
        if (e instanceof UncheckedIOException unchecked) {
            return reason(unchecked.getCause());
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        return e instanceof AccessDeniedException
                ? "no permission"
                : e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
