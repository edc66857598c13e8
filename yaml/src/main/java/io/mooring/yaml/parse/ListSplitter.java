package io.mooring.yaml.parse;

import io.mooring.yaml.scanner.DocumentText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a document that is a list into its items, so that each can be parsed by itself. It does so where the layout leaves no
 * doubt, as kubectl's does: {@code items:} alone on its line, every item begins with a dash at the left margin, and all else
 * of it is indented. An anchor does not reach from one item into another then.
 */
public final class ListSplitter {
    private static final String ITEMS = "items:";
    private static final String DASH = "- ";

    private final StringBuilder frame = new StringBuilder();
    private final List<DocumentText> items = new ArrayList<>();
    private final StringBuilder item = new StringBuilder();
    private int firstLineOfItem;
    private State state = State.BEFORE;

    private ListSplitter() {}

    private enum State {
        BEFORE,
        WITHIN,
        AFTER,
        IN_DOUBT
    }

    /**
     * A list.
     *
     * @param frame the document with no items in it
     */
    public record Parts(DocumentText frame, List<DocumentText> items) {}

    /** The parts of the document; empty if it is no list, or of another layout. */
    public static Optional<Parts> split(DocumentText document) {
        ListSplitter splitter = new ListSplitter();
        String text = document.text();
        int line = document.firstLine();
        for (int begin = 0; begin < text.length() && splitter.state != State.IN_DOUBT; line++) {
            int newline = text.indexOf('\n', begin);
            int end = newline < 0 ? text.length() : newline + 1;
            splitter.add(text, begin, end, line);
            begin = end;
        }
        return splitter.parts(document);
    }

    private Optional<Parts> parts(DocumentText document) {
        finishItem();
        return state == State.WITHIN || state == State.AFTER
                ? Optional.of(new Parts(new DocumentText(frame.toString(), document.firstLine()), items))
                : Optional.empty();
    }

    private void add(String text, int begin, int end, int number) {
        char first = text.charAt(begin);
        boolean isIndented = first == ' ' || first == '\n' || first == '\r';
        if (state == State.WITHIN && text.startsWith(DASH, begin) && isName(text, begin + DASH.length())) {
            finishItem();
            firstLineOfItem = number;
            item.append("  ").append(text, begin + DASH.length(), end);
        } else if (state == State.WITHIN && isIndented && !item.isEmpty()) {
            item.append(text, begin, end);
        } else {
            addToFrame(text.substring(begin, end), first);
        }
    }

    /** What stands at the left margin is a field, or an item that is none of an object's. */
    private void addToFrame(String line, char first) {
        if (first == '-' && !line.startsWith("---")) {
            state = State.IN_DOUBT;
        } else if (line.strip().equals(ITEMS) && first == 'i') {
            state = state == State.BEFORE ? State.WITHIN : State.IN_DOUBT;
            frame.append("items: []\n");
        } else {
            state = state == State.WITHIN ? State.AFTER : state;
            frame.append(line);
        }
    }

    private static boolean isName(String text, int at) {
        return at < text.length() && Character.isLetter(text.charAt(at));
    }

    private void finishItem() {
        if (!item.isEmpty()) {
            items.add(new DocumentText(item.toString(), firstLineOfItem));
            item.setLength(0);
        }
    }
}
