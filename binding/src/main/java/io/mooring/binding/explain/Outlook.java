package io.mooring.binding.explain;

/** What is to be expected of an object: the first thing that a person wants to know. */
public enum Outlook {
    /** It stands as it is to stand. */
    FINE("fine", "fine"),

    /** It is not there yet, and will be without anybody's doing; or it waits for what it was told to wait for. */
    WAITS("waits", "waits as intended"),

    /** It stays as it is until somebody changes something. */
    BLOCKED("blocked", "blocked: something must change"),

    /** What it asks for cannot be, whatever else changes. */
    IMPOSSIBLE("impossible", "impossible as asked"),

    /** It depends on a kind that was not fetched. */
    NOT_KNOWN("notKnown", "not known: this was not in the dump");

    private final String code;
    private final String words;

    Outlook(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** For a program; stable: {@code blocked}. */
    public String code() {
        return code;
    }

    /** For a person: {@code waits as intended}. */
    public String words() {
        return words;
    }
}
