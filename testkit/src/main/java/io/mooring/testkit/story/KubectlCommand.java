package io.mooring.testkit.story;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A line {@code kubectl VERB ...}, read word by word; what nobody asked for in the end is wrong. */
final class KubectlCommand {
    private static final Set<String> WITH_NEXT_WORD = Set.of("-n", "-f", "-p");

    private final String verb;
    private final Deque<String> names = new ArrayDeque<>();
    private final Map<String, String> options = new HashMap<>();

    private KubectlCommand(String verb) {
        this.verb = verb;
    }

    /** @throws IllegalArgumentException if it is no such line */
    static KubectlCommand parse(String line) {
        List<String> words = Shell.words(line);
        if (words.size() < 2 || !words.get(0).equals("kubectl")) {
            throw new IllegalArgumentException("no step; expected kubectl and a verb, or a comment");
        }
        KubectlCommand command = new KubectlCommand(words.get(1));
        Iterator<String> rest = words.subList(2, words.size()).iterator();
        while (rest.hasNext()) {
            command.add(rest.next(), rest);
        }
        return command;
    }

    private void add(String word, Iterator<String> rest) {
        if (WITH_NEXT_WORD.contains(word)) {
            if (!rest.hasNext()) {
                throw new IllegalArgumentException("nothing follows " + word);
            }
            options.put(word, rest.next());
        } else if (word.startsWith("<<")) {
            options.put("<<", word.substring(2));
        } else if (word.startsWith("--")) {
            String[] parts = word.split("=", 2);
            options.put(parts[0], parts.length == 1 ? "" : parts[1]);
        } else {
            names.add(word);
        }
    }

    String verb() {
        return verb;
    }

    /** The next word that is no option. */
    String next() {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a name is missing");
        }
        return names.remove();
    }

    /** What is given for an option; the empty text if it says nothing. */
    Optional<String> option(String name) {
        return Optional.ofNullable(options.remove(name));
    }

    /** The same of an option that has to be there. */
    String need(String name) {
        return option(name).orElseThrow(() -> new IllegalArgumentException("expected " + name));
    }

    void checkAllRead() {
        if (!names.isEmpty() || !options.isEmpty()) {
            throw new IllegalArgumentException("no step has " + (names.isEmpty() ? options.keySet() : names));
        }
    }
}
