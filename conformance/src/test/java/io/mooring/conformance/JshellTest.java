package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code mooring jshell}: the session of the page about it, and that no name in it means two things. */
class JshellTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGE = REPOSITORY.resolve("docs/jshell.md");
    private static final Path STARTUP = REPOSITORY.resolve("cli/src/main/jshell/mooring.jsh");
    private static final String PROMPT = "jshell> ";
    private static final String FENCE = "```jshell\n";
    private static final long MOST_SECONDS = 120;

    /** An answer may begin like its question by chance. */
    private static final int LEAST_SHOWN = 3;

    /** Writes what comes in place of comparing it. */
    private static final boolean IS_WRITING = "write".equals(System.getProperty("transcripts"));

    /** What jshell imports by itself. */
    private static final List<String> DEFAULT_PACKAGES = List.of(
            "java.lang",
            "java.io",
            "java.math",
            "java.net",
            "java.nio.file",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.prefs",
            "java.util.regex",
            "java.util.stream");

    private static final Pattern IMPORT = Pattern.compile("import (io\\.mooring[a-z.]*)\\.(\\*|[A-Z]\\w*);");

    @Test
    void theSessionOfThePageAnswersAsItStands() throws Exception {
        assumeTrue(StartScriptTest.isBuilt(), "mvn package makes the jar");
        String page = Files.readString(PAGE);
        int from = page.indexOf(FENCE) + FENCE.length();
        int to = page.indexOf("```", from);
        List<String> typed = page.substring(from, to)
                .lines()
                .filter(line -> line.startsWith(PROMPT))
                .map(line -> line.substring(PROMPT.length()))
                .toList();

        String session = session(typed);
        if (IS_WRITING) {
            Files.writeString(PAGE, page.substring(0, from) + session + page.substring(to));
        }
        assertThat(session)
                .as("-Dtranscripts=write writes what comes into " + PAGE)
                .isEqualTo(Files.readString(PAGE)
                        .substring(from, Files.readString(PAGE).indexOf("```", from)));
    }

    /** The shell shows no input that is not typed at a terminal: each line goes before what it brought about. */
    private static String session(List<String> typed) throws Exception {
        Path input = Files.createTempFile("session", ".jsh");
        Files.writeString(input, String.join("\n", typed) + "\n/exit\n");
        Process process = new ProcessBuilder("../cli/mooring", "jshell", "--feedback", "concise")
                .directory(REPOSITORY.resolve("docs").toFile())
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        Files.delete(input);
        String[] answers = out.split(Pattern.quote(PROMPT), -1);
        StringBuilder session = new StringBuilder();
        for (int i = 0; i < typed.size(); i++) {
            session.append(PROMPT).append(typed.get(i)).append('\n').append(withoutEcho(typed.get(i), answers[i + 1]));
        }
        return session.toString();
    }

    /** JDK 25's shell shows the beginning of a line that came before its prompt. */
    private static String withoutEcho(String typed, String answer) {
        int shown = 0;
        while (shown < Math.min(typed.length(), answer.length()) && typed.charAt(shown) == answer.charAt(shown)) {
            shown++;
        }
        return shown < LEAST_SHOWN ? answer : answer.substring(shown);
    }

    @Test
    void noNameMeansTwoThings() throws IOException {
        Map<String, String> known = new HashMap<>();
        for (String each : DEFAULT_PACKAGES) {
            ofTheJdk(each).forEach(name -> known.merge(name, each, (one, other) -> one + ", " + other));
        }
        Map<String, String> twice = new TreeMap<>();
        List<MatchResult> imports =
                IMPORT.matcher(Files.readString(STARTUP)).results().toList();
        for (MatchResult each : imports) {
            if (each.group(2).equals("*")) {
                for (String name : ours(each.group(1))) {
                    String before = known.put(name, each.group(1));
                    if (before != null) {
                        twice.put(name, before + " and " + each.group(1));
                    }
                }
            }
        }
        imports.stream().map(each -> each.group(2)).forEach(twice::remove);
        assertThat(imports).hasSizeGreaterThan(10);
        assertThat(known).hasSizeGreaterThan(300);
        assertThat(twice).isEmpty();
    }

    private static List<String> ofTheJdk(String name) throws IOException {
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        String module = name.equals("java.util.prefs") ? "java.prefs" : "java.base";
        return publicNames(name, modules.resolve(module).resolve(name.replace('.', '/')));
    }

    private static List<String> ours(String name) throws IOException {
        for (String module : List.of("core", "binding", "yaml", "mooring")) {
            Path folder = REPOSITORY.resolve(module).resolve("target/classes").resolve(name.replace('.', '/'));
            if (Files.isDirectory(folder)) {
                return publicNames(name, folder);
            }
        }
        throw new AssertionError("no classes of package " + name);
    }

    /** An import of a whole package brings what is public. */
    private static List<String> publicNames(String name, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.contains("-"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .filter(simple -> isPublic(name + "." + simple))
                    .toList();
        }
    }

    private static boolean isPublic(String name) {
        try {
            return Modifier.isPublic(Class.forName(name, false, JshellTest.class.getClassLoader())
                    .getModifiers());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
