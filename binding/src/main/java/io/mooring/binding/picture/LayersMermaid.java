package io.mooring.binding.picture;

import io.mooring.binding.picture.Layers.Box;
import io.mooring.binding.picture.Layers.Layer;
import io.mooring.binding.picture.Layers.Line;
import io.mooring.names.Visible;
import java.util.HashMap;
import java.util.Map;

/** {@link Layers} as a Mermaid flowchart. Its ids are numbered; names are texts in quotes, where nothing in them is read. */
final class LayersMermaid {
    private static final String HARMLESS = " /,()=";
    private static final String HARMLESS_WITHIN_NAMES = "-_.:";

    private final Layers layers;
    private final Map<String, String> ids = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private LayersMermaid(Layers layers) {
        this.layers = layers;
    }

    static String of(Layers layers) {
        return new LayersMermaid(layers).mermaid();
    }

    private String mermaid() {
        line("flowchart LR");
        line("  accTitle: " + escaped(layers.title()));
        int number = 0;
        for (Layer layer : layers.layers()) {
            line("  subgraph s" + number++ + "[\"" + escaped(layer.heading()) + "\"]");
            layer.boxes().forEach(this::box);
            line("  end");
        }
        layers.lines().forEach(this::connect);
        line("  classDef dashed stroke-dasharray:5 3");
        line("  classDef double stroke-width:4px");
        return out.toString();
    }

    private void box(Box box) {
        String id = "n" + ids.size();
        ids.put(box.id(), id);
        String text = "\"" + escaped(box.text()) + "\"";
        line("    " + id
                + switch (box.border()) {
                    case PLAIN -> "[" + text + "]";
                    case DASHED -> "[" + text + "]:::dashed";
                    case DOUBLE -> "[[" + text + "]]:::double";
                });
    }

    private void connect(Line line) {
        String arrow = switch (line.stroke()) {
            case PLAIN -> "---";
            case DASHED -> "-.-";
            case THICK -> "===";
        };
        String text = line.text().isEmpty() ? "" : "|\"" + escaped(line.text()) + "\"|";
        line("  " + ids.get(line.from()) + " " + arrow + text + " " + ids.get(line.to()));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /**
     * Letters and digits as they are, and what is harmless between them; all else by its number. A point or a dash is harmless
     * only within a name: elsewhere Mermaid takes it for a list.
     */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        int[] letters = Visible.of(text).codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            boolean isWithinName = i > 0 && i + 1 < letters.length && Character.isLetterOrDigit(letters[i + 1]);
            if (Character.isLetterOrDigit(letters[i])
                    || HARMLESS.indexOf(letters[i]) >= 0
                    || (isWithinName && HARMLESS_WITHIN_NAMES.indexOf(letters[i]) >= 0)) {
                escaped.appendCodePoint(letters[i]);
            } else {
                escaped.append('#').append(letters[i]).append(';');
            }
        }
        return escaped.toString();
    }
}
