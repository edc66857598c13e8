package io.mooring.yaml.scanner;

import io.mooring.yaml.node.LineColumn;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Where a document's flow collections and plain scalars stand. A tab at the beginning of a line is no indentation: upstream
 * takes it within {@code {}} and {@code []}, and after a line of a plain scalar to the right of the block around it.
 */
public final class Layout {
    /** No tab is to the right of it. */
    public static final int UNKNOWN_COLUMN = Integer.MAX_VALUE;

    private static final int OUTSIDE_ALL_BLOCKS = -1;

    private final DocumentText text;
    private final boolean keepsPlainScalars;
    private final List<Span> flows = new ArrayList<>();
    private final List<PlainScalar> plainScalars = new ArrayList<>();
    /** The column of the innermost block, from 0. */
    private int indent = OUTSIDE_ALL_BLOCKS;

    private int flowDepth;

    Layout(DocumentText text, boolean keepsPlainScalars) {
        this.text = text;
        this.keepsPlainScalars = keepsPlainScalars;
    }

    private record Span(LineColumn start, LineColumn end) {
        boolean contains(LineColumn position) {
            return start.compareTo(position) < 0 && position.compareTo(end) < 0;
        }
    }

    /** A plain scalar with the blanks after it, and the column of the block that it is in. */
    private record PlainScalar(Span span, int indent) {}

    /**
     * A list or a map begins. Returns what is to be given back when it ends.
     *
     * @param contentColumn where its content begins, from 0: what counts for a block whose event begins with an anchor or a
     *     tag, which may stand elsewhere
     */
    public int enter(CollectionStartEvent event, int contentColumn) {
        int outerIndent = indent;
        if (event.isFlow()) {
            flowDepth++;
        } else {
            boolean hasProperties = event.getAnchor() != null || event.getTag() != null;
            indent = hasProperties ? contentColumn : event.getStartMark().getColumn();
        }
        return outerIndent;
    }

    /** It ends. */
    public void leave(CollectionStartEvent event, Event end, int outerIndent) {
        indent = outerIndent;
        if (!event.isFlow()) {
            return;
        }
        flowDepth--;
        if (flowDepth == 0) {
            flows.add(new Span(text.position(event.getStartMark()), text.position(end.getEndMark())));
        }
    }

    /**
     * A scalar stands here.
     *
     * @throws PlainScalarCutShort if SnakeYAML ended it too early
     */
    public void scalar(ScalarEvent event) {
        if (flowDepth > 0 && WordColons.endsAtOne(event)) {
            throw new PlainScalarCutShort(event.getEndMark());
        }
        if (keepsPlainScalars && event.isPlain()) {
            boolean hasProperties = event.getAnchor() != null || event.getTag() != null;
            Mark start = hasProperties ? event.getEndMark() : event.getStartMark();
            plainScalars.add(new PlainScalar(new Span(text.position(start), endOfBlanks(event.getEndMark())), indent));
        }
    }

    /** Where the first character stands that is no blank and no line break. */
    private LineColumn endOfBlanks(Mark end) {
        int[] source = end.getBuffer();
        LineColumn first = text.position(end);
        int line = first.line();
        int column = first.column();
        for (int at = end.getIndex(); source[at] != CodePointReader.END; at++) {
            boolean isFirstOfTwo = source[at] == '\r' && source[at + 1] == '\n';
            if (YamlCharacters.isLineBreak(source[at]) && !isFirstOfTwo) {
                line++;
                column = 1;
            } else if (YamlCharacters.isBlank(source[at]) || isFirstOfTwo) {
                column++;
            } else {
                break;
            }
        }
        return new LineColumn(line, column);
    }

    /** Whether upstream takes a tab that stands at the beginning of a line. */
    boolean allowsTabAt(LineColumn tab) {
        return plainScalars.stream()
                .filter(scalar -> scalar.span().contains(tab))
                .findFirst()
                .map(scalar -> tab.column() - 1 > scalar.indent())
                .orElseGet(() -> flows.stream().anyMatch(flow -> flow.contains(tab)));
    }
}
