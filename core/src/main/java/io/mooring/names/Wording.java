package io.mooring.names;

import java.util.Optional;

/** The API server's texts about names, as v1.37 words them. */
final class Wording {
    private static final String DNS_LABEL_FORM = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String LABEL_TEXT_FORM = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final String LABEL_TEXT_RULE =
            "consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";

    static final String EMPTY = "must be non-empty";
    static final String NO_DOTS = "must not contain dots";
    static final String PREFIX_PART = "prefix part ";
    static final String NAME_PART = "name part ";

    static final String SUBDOMAIN = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters,"
            + " '-' or '.', and must start and end with an alphanumeric character"
            + form(DNS_LABEL_FORM + "(\\." + DNS_LABEL_FORM + ")*", "example.com");

    static final String SUBDOMAIN_OF_ANY_CASE = "an RFC 1123 subdomain must consist of alphanumeric characters,"
            + " '-' or '.', and must start and end with an alphanumeric character"
            + form(DNS_LABEL_FORM + "(\\." + DNS_LABEL_FORM + ")*", "Example.com");

    static final String DNS_LABEL = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or"
            + " '-', and must start and end with an alphanumeric character"
            + form(DNS_LABEL_FORM, "my-name", "123-abc");

    static final String DNS_1035_LABEL = "a DNS-1035 label must consist of lower case alphanumeric characters or '-',"
            + " start with an alphabetic character, and end with an alphanumeric character"
            + form("[a-z]([-a-z0-9]*[a-z0-9])?", "my-name", "abc-123");

    static final String LABEL_TEXT = "must " + LABEL_TEXT_RULE + form(LABEL_TEXT_FORM, "MyName", "my.name", "123-abc");

    static final String QUALIFIED_NAME = "a valid label key " + LABEL_TEXT
            + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";

    static final String LABEL_VALUE = "a valid label must be an empty string or " + LABEL_TEXT_RULE
            + form("(" + LABEL_TEXT_FORM + ")?", "MyValue", "my_value", "12345");

    static final String CONFIG_MAP_KEY = "a valid config key must consist of alphanumeric characters, '-', '_' or '.'"
            + form("[-._a-zA-Z0-9]+", "key.name", "KEY_NAME", "key-name");

    private Wording() {}

    /** What is wrong with a text that a file system would read as its parent folder. */
    static Optional<String> ofParentFolder(String text) {
        if (text.equals(".") || text.equals("..")) {
            return Optional.of("must not be '" + text + "'");
        }
        return text.startsWith("..") ? Optional.of("must not start with '..'") : Optional.empty();
    }

    /** Upstream puts a comma before the last part and before every "or". */
    private static String form(String expression, String... examples) {
        return " (e.g. '" + String.join("',  or '", examples) + "', regex used for validation is '" + expression + "')";
    }
}
