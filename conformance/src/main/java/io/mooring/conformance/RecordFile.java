package io.mooring.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.release.Behaviour;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A file of recorded answers, one JSON object a line. In a folder that is named by a release, as {@code v1.35}, they are
 * the answers of that release.
 *
 * @param path where it is
 * @param shown how it is named: its path from the folder of records
 */
record RecordFile(Path path, String shown) {
    private static final String ENDING = ".jsonl.gz";
    private static final int DIFFERENCES_KEPT = 10;
    private static final int RECORD_SHOWN = 2000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Those in the folder, then those in its subfolders. */
    static List<RecordFile> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .map(file -> new RecordFile(file, folder.relativize(file).toString()))
                    .sorted(Comparator.comparingInt(
                                    (RecordFile file) -> file.path().getNameCount())
                            .thenComparing(RecordFile::shown))
                    .toList();
        }
    }

    /** As which Kubernetes it answers. */
    Semantics semantics() {
        Path folder = path.toAbsolutePath().getParent();
        String name = folder == null || folder.getFileName() == null
                ? ""
                : folder.getFileName().toString();
        return name.matches("v[0-9.]+") ? emulated(Release.parse(name)) : Semantics.DEFAULT;
    }

    /** Such records are of v1.37.2's own binaries, told to be older: what no gate guards is as in v1.37.2. */
    private static Semantics emulated(Release release) {
        Semantics semantics = Semantics.of(release);
        for (Behaviour row : Behaviour.values()) {
            if (row.gate().isEmpty()) {
                semantics = semantics.with(row, Semantics.DEFAULT.has(row));
            }
        }
        return semantics;
    }

    /** The file's name without its ending. */
    String name() {
        String file = path.getFileName().toString();
        return file.substring(0, file.length() - ENDING.length());
    }

    ReplayResult replay(Player player) throws IOException {
        return replay(player, 1);
    }

    /** @param every plays the first of each so many records */
    ReplayResult replay(Player player, int every) throws IOException {
        try (BufferedReader lines = reader()) {
            return replay(player, lines, every);
        }
    }

    List<String> lines() {
        try (BufferedReader lines = reader()) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedReader reader() throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8));
    }

    private static ReplayResult replay(Player player, BufferedReader lines, int every) throws IOException {
        long number = 0;
        long played = 0;
        long differ = 0;
        List<ReplayResult.Line> kept = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (number % every != 1 % every) {
                continue;
            }
            played++;
            Optional<Difference> difference = play(player, line);
            if (difference.isEmpty()) {
                continue;
            }
            differ++;
            if (kept.size() < DIFFERENCES_KEPT) {
                kept.add(new ReplayResult.Line(number, shortened(line), difference.get()));
            }
        }
        return new ReplayResult(played - differ, differ, List.copyOf(kept));
    }

    /** An exception that the player does not expect is an answer too, and never the recorded one. */
    static Optional<Difference> play(Player player, String line) {
        JsonNode record = parsed(line);
        try {
            return player.play(record);
        } catch (RuntimeException | StackOverflowError unexpected) {
            return Optional.of(new Difference("an answer", "threw " + unexpected + " at " + origin(unexpected)));
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String origin(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        return frames.length == 0 ? "unknown" : frames[0].toString();
    }

    private static String shortened(String line) {
        return line.length() <= RECORD_SHOWN ? line : line.substring(0, RECORD_SHOWN) + "...";
    }
}
