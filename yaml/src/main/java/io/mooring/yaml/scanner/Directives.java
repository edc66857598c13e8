package io.mooring.yaml.scanner;

import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.DocumentRefusal;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.text.Excerpt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines with {@code %} before a document. Upstream knows {@code %YAML 1.1} and {@code %TAG}; SnakeYAML takes nearly any. */
public final class Directives {
    private static final Pattern DIRECTIVE = Pattern.compile("%(?:TAG[ \\t].*|YAML[ \\t]+(?<version>\\S+).*|.*)");
    private static final String VERSION = "1.1";
    private static final String BEFORE_CONTENT = "%# \t\r\n";

    private Directives() {}

    /**
     * Checks the directives that a document begins with, and says whether there are any.
     *
     * @throws DocumentRefusal if there is one that upstream refuses, or that is too long: every tag repeats it
     */
    public static boolean check(DocumentText text, Budget budget) {
        String document = text.text();
        int number = text.firstLine();
        int begin = 0;
        boolean hasDirectives = false;
        while (begin < document.length() && BEFORE_CONTENT.indexOf(document.charAt(begin)) >= 0) {
            int end = lineEnd(document, begin);
            String line = document.substring(begin, end).strip();
            if (document.charAt(begin) == '%') {
                hasDirectives = true;
                budget.checkKey(line, new LineColumn(number, 1));
                checkDirective(line);
            } else if (!line.isEmpty() && line.charAt(0) != '#') {
                return hasDirectives;
            }
            begin = end + 1;
            number++;
        }
        return hasDirectives;
    }

    private static void checkDirective(String line) {
        Matcher directive = DIRECTIVE.matcher(line);
        boolean isKnown =
                directive.matches() && (line.startsWith("%TAG") || VERSION.equals(directive.group("version")));
        if (!isKnown) {
            throw DocumentRefusal.notYaml(
                    "the directive " + Excerpt.of(line) + " is none of YAML 1.1", LineColumn.UNKNOWN);
        }
    }

    private static int lineEnd(String text, int begin) {
        int end = text.indexOf('\n', begin);
        return end < 0 ? text.length() : end;
    }
}
