package io.mooring.binding.picture;

import io.mooring.names.Visible;

/** Lines of SVG. Black on white, one font, whole numbers. */
final class Svg {
    /** How wide a letter of the font is taken to be. */
    private static final int LETTER = 8;

    /** Longer names are shortened. */
    private static final int LONGEST = 44;

    private static final int SHOWN_BEFORE = 26;
    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder();

    static Svg of(int width, int height, String title) {
        Svg svg = new Svg();
        svg.line("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height
                + "\" role=\"img\" font-family=\"monospace\" font-size=\"13\">");
        svg.line("<title>" + escaped(title) + "</title>");
        svg.line("<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"white\"/>");
        return svg;
    }

    /** An element, as it is. */
    void line(String element) {
        out.append(element).append('\n');
    }

    /** A text whose first letter is at x, its foot at y. */
    void text(int x, int y, String text) {
        text(x, y, "", escaped(text));
    }

    /** The same in bold. */
    void heading(int x, int y, String text) {
        text(x, y, " font-weight=\"bold\"", escaped(text));
    }

    /** The same of a name, which may be long. */
    void name(int x, int y, String name) {
        String shown = shortened(name);
        String whole = shown.equals(Visible.of(name)) ? "" : "<title>" + escaped(name) + "</title>";
        text(x, y, "", whole + escaped(shown));
    }

    private void text(int x, int y, String attributes, String content) {
        line("<text x=\"" + x + "\" y=\"" + y + "\"" + attributes + " xml:space=\"preserve\">" + content + "</text>");
    }

    void rectangle(int x, int y, int width, int height, String attributes) {
        line("<rect x=\"" + x + "\" y=\"" + y + "\" width=\"" + width + "\" height=\"" + height + "\" " + attributes
                + "/>");
    }

    void stroke(int x1, int y1, int x2, int y2, String attributes) {
        line("<line x1=\"" + x1 + "\" y1=\"" + y1 + "\" x2=\"" + x2 + "\" y2=\"" + y2 + "\" stroke=\"black\""
                + attributes + "/>");
    }

    String end() {
        line("</svg>");
        return out.toString();
    }

    static int width(String text) {
        String shown = Visible.of(text);
        return LETTER * shown.codePointCount(0, shown.length());
    }

    /** Of a name, as it is shown. */
    static int nameWidth(String name) {
        return width(shortened(name));
    }

    /** Its beginning and its end. */
    private static String shortened(String name) {
        String text = Visible.of(name);
        int length = text.codePointCount(0, text.length());
        if (length <= LONGEST) {
            return text;
        }
        int end = text.offsetByCodePoints(text.length(), -(LONGEST - SHOWN_BEFORE - 1));
        return text.substring(0, text.offsetByCodePoints(0, SHOWN_BEFORE)) + "\u2026" + text.substring(end);
    }

    /** As text or as an attribute; what XML cannot hold is replaced. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        Visible.of(text).codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isXml(letter) ? letter : REPLACEMENT);
            }
        });
        return escaped.toString();
    }

    /** Without line ends and tabs, which XML would change. */
    private static boolean isXml(int letter) {
        return (letter >= ' ' && letter <= 0xD7FF)
                || (letter >= 0xE000 && letter <= 0xFFFD)
                || (letter >= 0x10000 && letter <= 0x10FFFF);
    }
}
