package io.mooring.schema;

import io.mooring.names.GoText;
import io.mooring.names.NameRule;
import java.util.Optional;

/** The nearest name that a rule takes: in lower case where it must be, with dashes for what may not stand there. */
public final class NameAdvice {
    /** Beyond it nothing is near. */
    private static final int LONGEST_NAME = 512;

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
            case DNS_1123_SUBDOMAIN -> GoText.lowerCase(name).replaceAll("[^a-z0-9.]+", "-");
            case DNS_1123_LABEL, DNS_1035_LABEL -> GoText.lowerCase(name).replaceAll("[^a-z0-9]+", "-");
            case QUALIFIED_NAME, ANNOTATION_KEY -> name.replaceAll("[^A-Za-z0-9_./]+", "-");
            case LABEL_VALUE, CONFIG_MAP_KEY -> name.replaceAll("[^A-Za-z0-9_.]+", "-");
        };
        return text.replaceAll("^[^A-Za-z0-9]+|[^A-Za-z0-9]+$", "");
    }
}
