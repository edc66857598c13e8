package io.mooring.binding.explain;

import io.mooring.meta.Ref;

/** Words of a command for a POSIX shell. */
final class Shell {
    private Shell() {}

    /** {@code persistentvolumeclaims data-0 -n default}. */
    static String object(Ref<?> object) {
        String name = object.kind().qualifiedPlural() + " " + object.name();
        return object.namespace().isEmpty() ? name : name + " -n " + object.namespace();
    }

    /** As one word, whatever is in it. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** What the command before it reads, one line as it stands; itself the end of the command. */
    static String input(String line) {
        return "<<'EOF'\n" + line + "\nEOF";
    }
}
