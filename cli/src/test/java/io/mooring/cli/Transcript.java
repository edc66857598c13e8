package io.mooring.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What was typed and what came, as in a terminal: {@code $ mooring ...}, the standard output, {@code (stderr)} and what stands
 * there, {@code (exit 1)}. {@code NAME=VALUE} before the command is its environment, {@code TTY} a terminal on all streams, {@code
 * < FILE} its input.
 */
record Transcript(List<Run> runs) {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final String PROMPT = "$ ";

    /** Where the files are that commands name. */
    private static final Map<String, String> FOLDERS = Map.of(
            "inputs/",
            "src/test/resources/inputs/",
            "examples/manifests/",
            "../examples/manifests/",
            "docs/questions/",
            "../docs/questions/",
            "docs/why/",
            "../docs/why/",
            "docs/upgrade/",
            "../docs/upgrade/");

    /**
     * One command.
     *
     * @param code the exit code
     */
    record Run(String command, String out, String err, int code) {
        String text() {
            return PROMPT + command + "\n" + out
                    + (err.isEmpty() ? "" : "(stderr)\n" + err)
                    + (code == 0 ? "" : "(exit " + code + ")\n");
        }
    }

    /** Runs every command of the file again. */
    static Transcript replayed(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs every command of the text again. */
    static Transcript of(String text) {
        return new Transcript(text.lines()
                .filter(line -> line.startsWith(PROMPT))
                .map(line -> run(line.substring(PROMPT.length())))
                .toList());
    }

    String text() {
        return String.join("\n", runs.stream().map(Run::text).toList());
    }

    static Run run(String command) {
        Map<String, String> environment = new HashMap<>();
        List<String> arguments = new ArrayList<>();
        Set<Surroundings.Stream> terminals = EnumSet.noneOf(Surroundings.Stream.class);
        InputStream input = InputStream.nullInputStream();
        List<String> words = words(command);
        int name = words.indexOf("mooring");
        for (String word : words.subList(0, name)) {
            if (word.equals("TTY")) {
                terminals.addAll(Arrays.asList(Surroundings.Stream.values()));
            } else {
                environment.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
            }
        }
        for (int i = name + 1; i < words.size(); i++) {
            if (words.get(i).equals("<")) {
                i++;
                input = open(there(words.get(i)));
            } else {
                arguments.add(there(words.get(i)));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings =
                new Surroundings(input, print(out), print(err), terminals, environment, counted -> count -> {});
        int code = Main.run(surroundings, arguments.toArray(String[]::new));
        return new Run(command, text(out), text(err), code);
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map((MatchResult word) -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
    }

    private static String there(String word) {
        String there = word;
        for (Map.Entry<String, String> folder : FOLDERS.entrySet()) {
            there = there.replace(folder.getKey(), folder.getValue());
        }
        return there;
    }

    private static InputStream open(String file) {
        try {
            return new ByteArrayInputStream(Files.readAllBytes(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Output print(ByteArrayOutputStream bytes) {
        return Output.to(bytes);
    }

    /** With the folders as they were named, and one kind of line end. */
    private static String text(ByteArrayOutputStream bytes) {
        String text = bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        for (Map.Entry<String, String> folder : FOLDERS.entrySet()) {
            text = text.replace(folder.getValue(), folder.getKey());
        }
        return text;
    }
}
