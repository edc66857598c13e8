package io.mooring.binding.picture;

import io.mooring.binding.picture.Bars.Bar;
import java.util.List;

/** {@link Bars} as SVG: what is used is grey, what is not is hatched. */
final class BarsSvg {
    private static final int MARGIN = 16;
    private static final int TOP = 44;
    private static final int ROW_HEIGHT = 26;
    private static final int BAR_HEIGHT = 18;
    private static final int TEXT_FOOT = 14;
    private static final int GAP = 12;
    private static final int LONGEST = 320;
    private static final int THOUSANDTHS = 1000;
    private static final int LEGEND_HEIGHT = 18;

    private BarsSvg() {}

    static String of(Bars bars) {
        int names = bars.bars().stream()
                .mapToInt(bar -> Svg.nameWidth(bar.name()))
                .max()
                .orElse(0);
        int texts = bars.bars().stream()
                .mapToInt(bar -> Svg.width(bar.text()))
                .max()
                .orElse(0);
        int left = MARGIN + names + GAP;
        int right = Math.max(left + LONGEST + GAP + texts, MARGIN + widest(bars.legend(), bars.title()));
        int bottom = TOP + bars.bars().size() * ROW_HEIGHT;
        Svg svg = Svg.of(right + MARGIN, bottom + bars.legend().size() * LEGEND_HEIGHT + MARGIN, bars.title());
        svg.line("<defs><pattern id=\"unused\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
                + "<path d=\"M0 6 L6 0\" stroke=\"black\"/></pattern></defs>");
        svg.heading(MARGIN, MARGIN + 8, bars.title());
        int y = TOP;
        for (Bar bar : bars.bars()) {
            draw(bar, left, y, svg);
            y += ROW_HEIGHT;
        }
        y = bottom + LEGEND_HEIGHT;
        for (String text : bars.legend()) {
            svg.text(MARGIN, y, text);
            y += LEGEND_HEIGHT;
        }
        return svg.end();
    }

    private static int widest(List<String> legend, String title) {
        return Math.max(
                Svg.width(title), legend.stream().mapToInt(Svg::width).max().orElse(0));
    }

    private static void draw(Bar bar, int left, int y, Svg svg) {
        int length = LONGEST * bar.length() / THOUSANDTHS;
        int used = LONGEST * bar.used() / THOUSANDTHS;
        svg.name(MARGIN, y + TEXT_FOOT, bar.name());
        svg.rectangle(left, y, used, BAR_HEIGHT, "fill=\"lightgrey\" stroke=\"black\"");
        svg.rectangle(left + used, y, length - used, BAR_HEIGHT, "fill=\"url(#unused)\" stroke=\"black\"");
        svg.text(left + LONGEST + GAP, y + TEXT_FOOT, bar.text());
    }
}
