package io.mooring.testkit.story;

import io.mooring.meta.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Words of a command for a POSIX shell. */
final class Shell {
    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._:/=-]*");

    private Shell() {}

    /** {@code persistentvolumeclaims data-0}; the namespace only where it is another than {@code default}. */
    static String object(Ref<?> object) {
        String name = object.kind().qualifiedPlural() + " " + word(object.name());
        boolean isPlain = object.namespace().isEmpty() || object.namespace().equals(Placed.NAMESPACE);
        return isPlain ? name : name + " -n " + word(object.namespace());
    }

    /** In quotes only where a shell would read something else. */
    static String word(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /**
     * The words of a line, in single quotes or in none.
     *
     * @throws IllegalArgumentException if a quote has no end
     */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean isIn = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '\'') {
                int end = line.indexOf('\'', i + 1);
                if (end < 0) {
                    throw new IllegalArgumentException("a quote has no end: " + line.substring(i));
                }
                word.append(line, i + 1, end);
                i = end;
                isIn = true;
            } else if (letter == '\\' && i + 1 < line.length()) {
                i++;
                word.append(line.charAt(i));
                isIn = true;
            } else if (letter != ' ') {
                word.append(letter);
                isIn = true;
            } else if (isIn) {
                words.add(word.toString());
                word.setLength(0);
                isIn = false;
            }
        }
        if (isIn) {
            words.add(word.toString());
        }
        return words;
    }

    /** The command with this for its input. */
    static String reading(String command, String text) {
        return command + " -f - <<'EOF'\n" + text + "EOF";
    }
}
