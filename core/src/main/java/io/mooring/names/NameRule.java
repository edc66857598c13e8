package io.mooring.names;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What Kubernetes asks of one sort of name. {@link #problems} gives the API server's own texts, in its order; a text
 * without problems is taken.
 */
public enum NameRule {
    /** Names of most objects: {@code data-web-0.example}. Upstream: {@code IsDNS1123Subdomain}. */
    DNS_1123_SUBDOMAIN {
        @Override
        public List<String> problems(String text) {
            return subdomainProblems(text, NameRule::tooManyCharacters);
        }
    },

    /** The same names, where upstream declares in a type that they are such. Upstream: {@code LongName}. */
    LONG_NAME {
        @Override
        public List<String> problems(String text) {
            return subdomainProblems(text, NameRule::tooManyBytes);
        }
    },

    /** The same with letters of either case: {@code Driver.example}. Upstream: {@code IsDNS1123SubdomainCaseless}. */
    DNS_1123_SUBDOMAIN_OF_ANY_CASE {
        @Override
        public List<String> problems(String text) {
            List<String> problems = new ArrayList<>();
            if (isLonger(text, MAX_SUBDOMAIN)) {
                problems.add(tooManyBytes(MAX_SUBDOMAIN));
            }
            if (!Scanner.isSubdomain(GoText.lowerCase(text))) {
                problems.add(Wording.SUBDOMAIN_OF_ANY_CASE);
            }
            return List.copyOf(problems);
        }
    },

    /** Names without dots: namespaces, pods' volumes. Upstream: {@code IsDNS1123Label}. */
    DNS_1123_LABEL {
        @Override
        public List<String> problems(String text) {
            List<String> problems = new ArrayList<>();
            if (isLonger(text, MAX_LABEL)) {
                problems.add(tooManyCharacters(MAX_LABEL));
            }
            if (!Scanner.isDnsLabel(text)) {
                problems.add(Scanner.isSubdomain(text) ? Wording.NO_DOTS : Wording.DNS_LABEL);
            }
            return List.copyOf(problems);
        }
    },

    /** Names without dots that begin with a letter: services. Upstream: {@code IsDNS1035Label}. */
    DNS_1035_LABEL {
        @Override
        public List<String> problems(String text) {
            List<String> problems = new ArrayList<>();
            if (isLonger(text, MAX_LABEL)) {
                problems.add(tooManyCharacters(MAX_LABEL));
            }
            if (!Scanner.isDnsLabel(text) || Scanner.isDigit(text.charAt(0))) {
                problems.add(Wording.DNS_1035_LABEL);
            }
            return List.copyOf(problems);
        }
    },

    /** Label keys, finalizers and the like: {@code example.com/tier}. Upstream: {@code IsLabelKey}. */
    QUALIFIED_NAME {
        @Override
        public List<String> problems(String text) {
            int slash = text.indexOf('/');
            if (slash >= 0 && text.indexOf('/', slash + 1) >= 0) {
                return List.of(Wording.QUALIFIED_NAME);
            }
            List<String> problems = new ArrayList<>();
            if (slash >= 0) {
                addPrefixProblems(text.substring(0, slash), problems);
            }
            addNameProblems(text.substring(slash + 1), problems);
            return List.copyOf(problems);
        }
    },

    /** Label values; the empty text is one. Upstream: {@code IsLabelValue}. */
    LABEL_VALUE {
        @Override
        public List<String> problems(String text) {
            List<String> problems = new ArrayList<>();
            if (isLonger(text, MAX_LABEL)) {
                problems.add(tooManyBytes(MAX_LABEL));
            }
            if (!text.isEmpty() && !Scanner.isLabelText(text)) {
                problems.add(Wording.LABEL_VALUE);
            }
            return List.copyOf(problems);
        }
    },

    /** Annotation keys: qualified names whose letters may be of any case. Upstream: {@code ValidateAnnotations}. */
    ANNOTATION_KEY {
        @Override
        public List<String> problems(String text) {
            return QUALIFIED_NAME.problems(GoText.lowerCase(text));
        }
    },

    /** Keys of config maps and secrets. Upstream: {@code IsConfigMapKey}. */
    CONFIG_MAP_KEY {
        @Override
        public List<String> problems(String text) {
            List<String> problems = new ArrayList<>();
            if (isLonger(text, MAX_SUBDOMAIN)) {
                problems.add(tooManyCharacters(MAX_SUBDOMAIN));
            }
            if (!Scanner.isConfigMapKey(text)) {
                problems.add(Wording.CONFIG_MAP_KEY);
            }
            Wording.ofParentFolder(text).ifPresent(problems::add);
            return List.copyOf(problems);
        }
    };

    private static final int MAX_SUBDOMAIN = 253;
    private static final int MAX_LABEL = 63;
    private static final int MOST_BYTES_PER_CHARACTER = 3;

    /** What is wrong with the text, in upstream's order and words; empty if the text is taken. */
    public abstract List<String> problems(String text);

    /** Whether the text is taken. */
    public boolean accepts(String text) {
        return problems(text).isEmpty();
    }

    /**
     * What is wrong with the text as the beginning of a name ({@code generateName}): a dash may stand last. Upstream:
     * {@code maskTrailingDash}, which puts an {@code a} in place of the last two characters.
     */
    public List<String> problemsOfPrefix(String text) {
        boolean masks = text.length() > 1 && text.endsWith("-");
        return problems(masks ? withoutLastTwoBytes(text) + "a" : text);
    }

    /** Upstream cuts bytes, and may leave half a character behind, which no rule takes. */
    private static String withoutLastTwoBytes(String text) {
        String rest = text.substring(0, text.length() - 1);
        char last = rest.charAt(rest.length() - 1);
        return last < 0x80 ? rest.substring(0, rest.length() - 1) : rest;
    }

    private static List<String> subdomainProblems(String text, IntFunction<String> tooLong) {
        List<String> problems = new ArrayList<>();
        if (isLonger(text, MAX_SUBDOMAIN)) {
            problems.add(tooLong.apply(MAX_SUBDOMAIN));
        }
        if (!Scanner.isSubdomain(text)) {
            problems.add(Wording.SUBDOMAIN);
        }
        return List.copyOf(problems);
    }

    private static void addPrefixProblems(String prefix, List<String> problems) {
        if (prefix.isEmpty()) {
            problems.add(Wording.PREFIX_PART + Wording.EMPTY);
            return;
        }
        if (isLonger(prefix, MAX_SUBDOMAIN)) {
            problems.add(Wording.PREFIX_PART + tooManyBytes(MAX_SUBDOMAIN));
        }
        if (!Scanner.isSubdomain(prefix)) {
            problems.add(Wording.PREFIX_PART + Wording.SUBDOMAIN);
        }
    }

    private static void addNameProblems(String name, List<String> problems) {
        if (name.isEmpty()) {
            problems.add(Wording.NAME_PART + Wording.EMPTY);
        } else if (isLonger(name, MAX_LABEL)) {
            problems.add(Wording.NAME_PART + tooManyBytes(MAX_LABEL));
        }
        if (!Scanner.isLabelText(name)) {
            problems.add(Wording.NAME_PART + Wording.LABEL_TEXT);
        }
    }

    /** Whether the text takes more bytes than this; no character takes more than three. */
    private static boolean isLonger(String text, int bytes) {
        return text.length() > bytes / MOST_BYTES_PER_CHARACTER && text.getBytes(StandardCharsets.UTF_8).length > bytes;
    }

    private static String tooManyCharacters(int limit) {
        return "must be no more than " + limit + " characters";
    }

    private static String tooManyBytes(int limit) {
        return "must be no more than " + limit + " bytes";
    }
}
