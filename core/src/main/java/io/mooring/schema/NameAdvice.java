package io.mooring.schema;

import io.mooring.names.GoText;
import io.mooring.names.NameRule;
import java.util.Optional;
import java.util.regex.Pattern;

/** The nearest name that a rule takes: in lower case where it must be, with dashes for what may not stand there. */
public final class NameAdvice {
    /** Beyond it nothing is near. */
    private static final int LONGEST_NAME = 512;

    private static final Pattern NO_SUBDOMAIN = Pattern.compile("[^a-z0-9.]+");
    private static final Pattern NO_LABEL = Pattern.compile("[^a-z0-9]+");
    private static final Pattern NO_QUALIFIED_NAME = Pattern.compile("[^A-Za-z0-9_./]+");
    private static final Pattern NO_VALUE = Pattern.compile("[^A-Za-z0-9_.]+");
    private static final Pattern AT_THE_ENDS = Pattern.compile("^[^A-Za-z0-9]+|[^A-Za-z0-9]+$");

    private NameAdvice() {}

    /** Empty for a name that the rule takes as it is. */
    public static Optional<String> of(NameRule rule, String name) {
        return Optional.of(name)
                .filter(text -> text.length() <= LONGEST_NAME && !rule.accepts(text))
                .map(text -> near(rule, text))
                .filter(near -> !near.isEmpty() && !near.equals(name) && rule.accepts(near))
                .map(near -> "did you mean \"" + near + "\"?");
    }

    private static String near(NameRule rule, String name) {
        String text = switch (rule) {
            case DNS_1123_SUBDOMAIN, LONG_NAME, DNS_1123_SUBDOMAIN_OF_ANY_CASE ->
                dashed(NO_SUBDOMAIN, GoText.lowerCase(name));
            case DNS_1123_LABEL, DNS_1035_LABEL -> dashed(NO_LABEL, GoText.lowerCase(name));
            case QUALIFIED_NAME, ANNOTATION_KEY -> dashed(NO_QUALIFIED_NAME, name);
            case LABEL_VALUE, CONFIG_MAP_KEY -> dashed(NO_VALUE, name);
        };
        return AT_THE_ENDS.matcher(text).replaceAll("");
    }

    private static String dashed(Pattern wrong, String name) {
        return wrong.matcher(name).replaceAll("-");
    }
}
