package io.mooring.binding.picture;

import io.mooring.binding.picture.Layers.Box;
import io.mooring.binding.picture.Layers.Layer;
import io.mooring.binding.picture.Layers.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@link Layers} as SVG. */
final class LayersSvg {
    private static final int MARGIN = 16;
    private static final int PADDING = 8;
    private static final int BOX_HEIGHT = 26;
    private static final int ROW_HEIGHT = 36;
    private static final int GAP = 56;
    private static final int TEXT_FOOT = 18;
    private static final int TOP = 68;
    private static final int LEGEND_HEIGHT = 18;

    private final Layers layers;
    private final Map<String, Place> places = new HashMap<>();

    private LayersSvg(Layers layers) {
        this.layers = layers;
    }

    /** Where a box is. */
    private record Place(int left, int top, int width) {
        int right() {
            return left + width;
        }

        int middle() {
            return top + BOX_HEIGHT / 2;
        }
    }

    static String of(Layers layers) {
        return new LayersSvg(layers).svg();
    }

    private String svg() {
        int right = placeAll();
        int rows = layers.layers().stream()
                .flatMap(layer -> layer.boxes().stream())
                .mapToInt(box -> box.row() + 1)
                .max()
                .orElse(0);
        int bottom = TOP + rows * ROW_HEIGHT;
        int width = Math.max(right, MARGIN + widest(layers.legend(), layers.title())) + MARGIN;
        Svg svg = Svg.of(width, bottom + layers.legend().size() * LEGEND_HEIGHT + MARGIN, layers.title());
        svg.heading(MARGIN, MARGIN + PADDING, layers.title());
        layers.lines().forEach(line -> draw(line, svg));
        int left = MARGIN;
        for (Layer layer : layers.layers()) {
            svg.heading(left, TOP - PADDING - 4, layer.heading());
            layer.boxes().forEach(box -> draw(box, svg));
            left += width(layer) + gapAfter(layer);
        }
        int y = bottom + LEGEND_HEIGHT;
        for (String text : layers.legend()) {
            svg.text(MARGIN, y, text);
            y += LEGEND_HEIGHT;
        }
        return svg.end();
    }

    /** @return how far to the right they reach */
    private int placeAll() {
        int left = MARGIN;
        int right = MARGIN;
        for (Layer layer : layers.layers()) {
            int width = width(layer);
            for (Box box : layer.boxes()) {
                places.put(box.id(), new Place(left, TOP + box.row() * ROW_HEIGHT, width));
            }
            right = left + width;
            left = right + gapAfter(layer);
        }
        return right;
    }

    private static int width(Layer layer) {
        return Math.max(
                        Svg.width(layer.heading()),
                        layer.boxes().stream()
                                .mapToInt(box -> Svg.nameWidth(box.text()))
                                .max()
                                .orElse(0))
                + 2 * PADDING;
    }

    /** With room for what stands beside the lines that begin here. */
    private int gapAfter(Layer layer) {
        int texts = layers.lines().stream()
                .filter(line -> layer.boxes().stream().anyMatch(box -> box.id().equals(line.from())))
                .mapToInt(line -> Svg.width(line.text()))
                .max()
                .orElse(0);
        return GAP + texts;
    }

    private static int widest(List<String> legend, String title) {
        return Math.max(
                Svg.width(title), legend.stream().mapToInt(Svg::width).max().orElse(0));
    }

    /** Where a box is that was placed. */
    private Place place(String id) {
        return Objects.requireNonNull(places.get(id));
    }

    private void draw(Box box, Svg svg) {
        Place place = place(box.id());
        String dashed = box.border() == Layers.Border.DASHED ? " stroke-dasharray=\"5 3\"" : "";
        svg.rectangle(place.left(), place.top(), place.width(), BOX_HEIGHT, "fill=\"white\" stroke=\"black\"" + dashed);
        if (box.border() == Layers.Border.DOUBLE) {
            svg.rectangle(
                    place.left() + 3,
                    place.top() + 3,
                    place.width() - 6,
                    BOX_HEIGHT - 6,
                    "fill=\"none\" stroke=\"black\"");
        }
        svg.name(place.left() + PADDING, place.top() + TEXT_FOOT, box.text());
    }

    private void draw(Line line, Svg svg) {
        Place from = place(line.from());
        Place to = place(line.to());
        String attributes = switch (line.stroke()) {
            case PLAIN -> "";
            case DASHED -> " stroke-dasharray=\"5 3\"";
            case THICK -> " stroke-width=\"3\"";
        };
        svg.stroke(from.right(), from.middle(), to.left(), to.middle(), attributes);
        if (!line.text().isEmpty()) {
            svg.text(from.right() + PADDING, from.middle() - 3, line.text());
        }
    }
}
