package io.mooring.binding.explain;

import io.mooring.meta.Ref;
import java.util.regex.Pattern;

/** Words of a command for a POSIX shell. */
final class Shell {
    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._:-]*");

    private Shell() {}

    /** {@code persistentvolumeclaims data-0 -n default}. */
    static String object(Ref<?> object) {
        String name = object.kind().qualifiedPlural() + " " + word(object.name());
        return object.namespace().isEmpty() ? name : name + " -n " + word(object.namespace());
    }

    /** In quotes only where a shell would read something else. */
    private static String word(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    /** As one word, whatever is in it. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** What the command before it reads, one line as it stands; itself the end of the command. */
    static String input(String line) {
        return "<<'EOF'\n" + line + "\nEOF";
    }

    /** The command that looks for what helps. */
    static String fix(Ref<?> object) {
        String namespace = object.namespace().isEmpty() ? "" : " -n " + object.namespace();
        return "mooring fix " + object.kind().qualifiedPlural() + "/" + object.name() + namespace;
    }
}
