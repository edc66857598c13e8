package io.mooring.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Files and folders of manifests. */
final class Sources {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");
    private static final String JSON = ".json";
    /** Of a character in UTF-8. */
    private static final int MOST_BYTES = 4;

    private final Session session;
    private final Limits limits;

    Sources(Session session, Limits limits) {
        this.session = session;
        this.limits = limits;
    }

    void read(Path path) {
        if (Files.isDirectory(path)) {
            folder(path);
        } else {
            file(path);
        }
    }

    private void folder(Path folder) {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Sources::isManifest)
                    .limit(limits.files() + 1L)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            unreadable(folder, String.valueOf(e.getMessage()));
            return;
        }
        if (files.size() > limits.files()) {
            session.problem(new Problem.TooMuch(Place.of(folder.toString(), 0), "files", limits.files()));
            return;
        }
        for (Path file : files) {
            if (!session.isEnough()) {
                file(file);
            }
        }
    }

    private static boolean isManifest(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
    }

    private void file(Path file) {
        String source = file.toString();
        try {
            if (Files.size(file) > (long) limits.textLength() * MOST_BYTES) {
                session.problem(new Problem.TooMuch(Place.of(source, 0), "textLength", limits.textLength()));
                return;
            }
            String text = Utf8.strict(Files.readAllBytes(file));
            if (source.toLowerCase(Locale.ROOT).endsWith(JSON)) {
                session.json(source, text);
            } else {
                session.yaml(source, text);
            }
        } catch (CharacterCodingException notUtf8) {
            unreadable(file, "it is not UTF-8");
        } catch (IOException e) {
            unreadable(file, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private void unreadable(Path path, String reason) {
        session.problem(new Problem.Unreadable(Place.of(path.toString(), 0), reason));
    }
}
