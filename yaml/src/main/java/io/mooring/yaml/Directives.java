package io.mooring.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines with {@code %} before a document: the parser beneath takes nearly all, upstream two. */
final class Directives {
    private static final Pattern DIRECTIVE = Pattern.compile("%(?:TAG[ \\t].*|YAML[ \\t]+(\\S+).*|.*)");
    private static final String VERSION = "1.1";

    private Directives() {}

    /**
     * Whether there are any.
     *
     * @throws Refusal if there is one that upstream refuses
     */
    static boolean check(String document, Place place) {
        int begin = 0;
        boolean isAny = false;
        while (begin < document.length() && "%# \t\r\n".indexOf(document.charAt(begin)) >= 0) {
            int end = lineEnd(document, begin);
            String line = document.substring(begin, end).strip();
            if (document.charAt(begin) == '%') {
                isAny = true;
                check(DIRECTIVE.matcher(line), line, place);
            } else if (!line.isEmpty() && line.charAt(0) != '#') {
                return isAny;
            }
            begin = end + 1;
        }
        return isAny;
    }

    private static void check(Matcher directive, String line, Place place) {
        boolean isKnown = directive.matches() && (line.startsWith("%TAG") || VERSION.equals(directive.group(1)));
        if (!isKnown) {
            throw new Refusal(new Problem.Syntax(
                    place, "YAML", "the directive " + Shortened.text(line) + " is none of YAML 1.1"));
        }
    }

    private static int lineEnd(String text, int begin) {
        int end = text.indexOf('\n', begin);
        return end < 0 ? text.length() : end;
    }
}
