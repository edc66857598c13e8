package io.mooring.yaml;

import io.mooring.yaml.text.Unicode;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A text to read, and its name, which is printed with every problem and need not be a file's.
 *
 * <p>Files are read by the caller. One that could not be read is {@link #unreadable}, so that it is listed among the
 * problems, in its turn.
 */
public final class Source {
    private static final String JSON_FILE = ".json";

    private final String name;
    private final Consumer<SourceReader> content;

    private Source(String name, Consumer<SourceReader> content) {
        this.name = name;
        this.content = content;
    }

    /** YAML, and so JSON: any number of documents. */
    public static Source yaml(String name, String text) {
        return new Source(name, reader -> reader.readYaml(name, text));
    }

    /** JSON values, one after the other, read as the API server reads JSON. */
    public static Source json(String name, String text) {
        return new Source(name, reader -> reader.readJson(name, text));
    }

    /** The content of a file: JSON if its name ends in {@code .json}, else YAML; unreadable if it is not UTF-8. */
    public static Source file(String name, byte[] content) {
        try {
            String text = Unicode.decode(content);
            return name.toLowerCase(Locale.ROOT).endsWith(JSON_FILE) ? json(name, text) : yaml(name, text);
        } catch (CharacterCodingException notUtf8) {
            return unreadable(name, "it is not UTF-8");
        }
    }

    /**
     * A source whose text could not be had; reading it gives a {@link Problem.Unreadable}.
     *
     * @param reason goes after {@code cannot be read}
     */
    public static Source unreadable(String name, String reason) {
        return new Source(name, reader -> reader.readNothing(name, reason));
    }

    public String name() {
        return name;
    }

    void read(SourceReader reader) {
        content.accept(reader);
    }

    @Override
    public String toString() {
        return name;
    }
}
