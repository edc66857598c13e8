package io.mooring.yaml;

import io.mooring.yaml.scanner.TemplateActions;
import io.mooring.yaml.text.Unicode;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Optional;
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
            return unreadable(name, "it is not UTF-8", "save it as UTF-8");
        }
    }

    /**
     * A source whose text could not be had; reading it gives a {@link Problem.Unreadable}.
     *
     * @param reason goes after {@code cannot be read}
     */
    public static Source unreadable(String name, String reason) {
        return problem(new Problem.Unreadable(Location.ofSource(name), reason, Optional.empty()));
    }

    /**
     * A source whose text could not be had, and what to do about it.
     *
     * @param reason goes after {@code cannot be read}
     */
    public static Source unreadable(String name, String reason, String advice) {
        return problem(new Problem.Unreadable(Location.ofSource(name), reason, Optional.of(advice)));
    }

    /**
     * A folder that has more than it may; reading it gives a {@link Problem.LargeFolder}.
     *
     * @param limit the name of the limit in {@link Limits}
     * @param allowed its value
     */
    public static Source largeFolder(String folder, String limit, long allowed) {
        return problem(new Problem.LargeFolder(Location.ofSource(folder), limit, allowed));
    }

    /** A folder that holds a Helm chart; reading it gives a {@link Problem.Chart}. Its templates are {@link #template}. */
    public static Source chart(String folder) {
        return problem(new Problem.Chart(Location.ofSource(folder)));
    }

    /** A folder that holds a kustomization; reading it gives a {@link Problem.Kustomization}. */
    public static Source kustomization(String folder) {
        return problem(new Problem.Kustomization(Location.ofSource(folder)));
    }

    private static Source problem(Problem problem) {
        return new Source(problem.location().source(), reader -> reader.readNothing(problem));
    }

    /**
     * The content of a file of a chart that is told of already ({@link #chart}): read if it is a manifest as it stands, and passed
     * over if it is to be rendered.
     */
    public static Source template(String name, byte[] content) {
        try {
            return TemplateActions.first(Unicode.decode(content)).isPresent()
                    ? new Source(name, reader -> {})
                    : file(name, content);
        } catch (CharacterCodingException notUtf8) {
            return file(name, content);
        }
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
