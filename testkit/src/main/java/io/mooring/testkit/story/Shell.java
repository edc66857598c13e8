package io.mooring.testkit.story;

import io.mooring.meta.Ref;
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

    /** The command with this for its input. */
    static String reading(String command, String text) {
        return command + " -f - <<'EOF'\n" + text + "EOF";
    }
}
