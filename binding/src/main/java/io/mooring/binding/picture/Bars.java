package io.mooring.binding.picture;

import java.util.List;

/**
 * How much of each of several things is used.
 *
 * @param title what it shows, a sentence without a full stop
 * @param bars from the top down
 * @param legend what the parts of a bar mean; a line of text each
 */
public record Bars(String title, List<Bar> bars, List<String> legend) {
    public Bars {
        bars = List.copyOf(bars);
        legend = List.copyOf(legend);
    }

    /**
     * A bar of two parts.
     *
     * @param length of the whole bar, in thousandths of the longest there is; 0 to 1000
     * @param used of the length, from the left
     * @param text beside the bar
     */
    public record Bar(String name, int length, int used, String text) {}

    /** As SVG that stands alone; ends in a newline. */
    public String svg() {
        return BarsSvg.of(this);
    }
}
