package io.mooring.yaml;

/** Text of others within a message: on one line and never longer than a line may be. */
final class Shortened {
    private static final int LONGEST = 120;

    private Shortened() {}

    static String text(String text) {
        String line = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
        StringBuilder out = new StringBuilder(line.length());
        line.chars().forEach(c -> append((char) c, out));
        return out.toString();
    }

    private static void append(char c, StringBuilder out) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
