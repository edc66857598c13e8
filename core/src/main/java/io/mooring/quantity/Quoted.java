package io.mooring.quantity;

/** Refused text as messages show it: one line, and not longer than a person reads. */
final class Quoted {
    private static final int SHOWN = 40;

    private Quoted() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder("\"");
        text.chars().limit(SHOWN).forEach(c -> append(shown, (char) c));
        return shown.append(text.length() > SHOWN ? "...\"" : "\"").toString();
    }

    private static void append(StringBuilder shown, char c) {
        if (Character.isISOControl(c)) {
            shown.append(String.format("\\u%04x", (int) c));
        } else {
            shown.append(c);
        }
    }
}
