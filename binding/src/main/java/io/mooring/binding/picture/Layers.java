package io.mooring.binding.picture;

import java.util.List;

/**
 * Boxes in columns, and lines between them.
 *
 * @param title what it shows, a sentence without a full stop
 * @param layers from left to right
 * @param lines between boxes that are there
 * @param legend what lines and borders mean; a line of text each
 */
public record Layers(String title, List<Layer> layers, List<Line> lines, List<String> legend) {
    public Layers {
        layers = List.copyOf(layers);
        lines = List.copyOf(lines);
        legend = List.copyOf(legend);
    }

    /** A column. */
    public record Layer(String heading, List<Box> boxes) {
        public Layer {
            boxes = List.copyOf(boxes);
        }
    }

    /**
     * A box.
     *
     * @param id by which lines find it; any text, each once
     * @param row how far down, from 0
     */
    public record Box(String id, String text, int row, Border border) {}

    /** How a box is drawn. */
    public enum Border {
        PLAIN,

        /** It ought to be there and is not. */
        DASHED,

        /** It is one of those that the picture is about. */
        DOUBLE
    }

    /**
     * A line between two boxes.
     *
     * @param text beside it; empty for none
     */
    public record Line(String from, String to, Stroke stroke, String text) {}

    /** How a line is drawn. */
    public enum Stroke {
        PLAIN,
        DASHED,
        THICK
    }

    /** As SVG that stands alone; ends in a newline. */
    public String svg() {
        return LayersSvg.of(this);
    }

    /** As a Mermaid flowchart; ends in a newline. */
    public String mermaid() {
        return LayersMermaid.of(this);
    }
}
