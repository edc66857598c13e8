package io.mooring.testkit.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.AssertionFailedError;

/**
 * Files that say what a text was when somebody last read it. With {@code -Dmooring.update=true} they are written anew, to be read
 * before they are committed.
 *
 * <pre>{@code
 * golden.matches("tables.txt", mooring.tables());
 * }</pre>
 */
public final class Golden {
    /** The system property by which the files are written anew. */
    public static final String UPDATE = "mooring.update";

    private final Path folder;

    private Golden(Path folder) {
        this.folder = folder;
    }

    /** Files in this folder, which is made when something is written. */
    public static Golden in(Path folder) {
        return new Golden(folder);
    }

    /**
     * The text is what the file has; line ends do not count.
     *
     * @throws AssertionFailedError if it is another, or there is no such file, and it is not to be written
     */
    public void matches(String file, String text) {
        Path path = folder.resolve(file);
        try {
            if (Boolean.getBoolean(UPDATE)) {
                Files.createDirectories(folder);
                Files.writeString(path, text, StandardCharsets.UTF_8);
            } else if (!Files.exists(path)) {
                throw new AssertionFailedError("there is no " + path + "; -D" + UPDATE + "=true writes it:\n" + text);
            } else {
                compare(path, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(Path path, String text) throws IOException {
        String expected = Files.readString(path).replace("\r\n", "\n");
        String found = text.replace("\r\n", "\n");
        if (!expected.equals(found)) {
            throw new AssertionFailedError(
                    "differs from " + path + "; -D" + UPDATE + "=true writes it anew\nexpected:\n" + expected
                            + "but was:\n" + found,
                    expected,
                    found);
        }
    }
}
