package io.mooring.binding.check;

/** How bad it is what a check finds; the worst first. */
public enum Severity {
    /** It will not work. */
    ERROR("error"),

    /** It loses data, or surprises. */
    WARNING("warning"),

    /** It is good to know. */
    INFO("info");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** For a person: {@code warning}. */
    public String word() {
        return word;
    }
}
