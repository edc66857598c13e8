package io.mooring.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Tabs between tokens. Upstream takes them within {@code {}} and {@code []}, but after a plain text only to the right of
 * the block that it is in, and elsewhere after something on the same line that is no dash and no question mark; the
 * parser beneath takes none of them. Those that it stumbles over become spaces, so that nothing moves, and the text is
 * parsed again: as often as is cheap.
 */
final class Tabs {
    static final String NO_INDENTATION = "a tab is no indentation";

    /** Characters that may be parsed again. */
    private static final long MOST_WORK = 4 << 20;

    private static final JsonFactory JSON = new JsonFactory();

    private final List<Position> atLineStart = new ArrayList<>();
    private Documents.Text text;
    private long work;

    Tabs(Documents.Text text) {
        this.text = text;
    }

    /** From the first character to the last. */
    record Span(Position start, Position end) {
        boolean contains(Position position) {
            return start.compareTo(position) < 0 && position.compareTo(end) < 0;
        }
    }

    /** A plain text with the blanks after it, and the column from which on they may be tabs, counted from 0. */
    record Plain(Span span, int column) {}

    Documents.Text text() {
        return text;
    }

    /** Another text of the same length takes the place of this one; false if it was parsed as often as is cheap. */
    boolean parseInstead(Documents.Text other) {
        work += other.text().length();
        text = other;
        return work <= MOST_WORK;
    }

    /**
     * Replaces the tab that the parser stumbled over, or the comment right behind a block scalar's header; false if it was
     * neither, or a tab that upstream refuses too.
     */
    boolean replace(MarkedYAMLException stumble) {
        Mark mark = stumble.getProblemMark();
        work += text.text().length();
        if (mark == null || work > MOST_WORK) {
            return false;
        }
        int at = text.text().offsetByCodePoints(0, mark.getIndex());
        if (at >= text.text().length()) {
            return false;
        }
        if (text.text().charAt(at) == '#' && "while scanning a block scalar".equals(stumble.getContext())) {
            replaceComment(at);
            return true;
        }
        if (text.text().charAt(at) != '\t') {
            return false;
        }
        if (isJson()) {
            text = new Documents.Text(text.text().replace('\t', ' '), text.firstLine());
            return true;
        }
        return replaceRun(at, YamlComposer.position(mark, text.firstLine()));
    }

    private void replaceComment(int at) {
        StringBuilder replaced = new StringBuilder(text.text());
        for (int i = at; i < replaced.length() && !Blanks.isLineBreak(replaced.charAt(i)); i++) {
            replaced.setCharAt(i, ' ');
        }
        text = new Documents.Text(replaced.toString(), text.firstLine());
    }

    private boolean replaceRun(int at, Position position) {
        String all = text.text();
        int before = at;
        while (before > 0 && (all.charAt(before - 1) == ' ' || all.charAt(before - 1) == '\t')) {
            before--;
        }
        char previous = before == 0 ? '\n' : all.charAt(before - 1);
        boolean isAfterIndicator =
                (previous == '-' || previous == '?') && (before == 1 || all.charAt(before - 2) <= ' ');
        if (Blanks.isLineBreak(previous) || isAfterIndicator) {
            atLineStart.add(position);
        }
        int end = at;
        while (end < all.length() && all.charAt(end) == '\t') {
            end++;
        }
        text = new Documents.Text(all.substring(0, at) + " ".repeat(end - at) + all.substring(end), text.firstLine());
        return true;
    }

    /** JSON has tabs between tokens only. */
    private boolean isJson() {
        if (!text.text().stripLeading().startsWith("{")) {
            return false;
        }
        try (JsonParser tokens = JSON.createParser(text.text())) {
            tokens.nextToken();
            tokens.skipChildren();
            return tokens.nextToken() == null;
        } catch (IOException notJson) {
            return false;
        }
    }

    /** Whether there are tabs of which only the parsed text can tell whether they may stand there. */
    boolean areToBeChecked() {
        return !atLineStart.isEmpty();
    }

    /** @throws Refusal if a tab stands at the beginning of a line where upstream does not take it */
    void check(List<Span> flows, List<Plain> plains, Place place) {
        for (Position tab : atLineStart) {
            boolean isTaken = plains.stream()
                    .filter(plain -> plain.span().contains(tab))
                    .findFirst()
                    .map(plain -> tab.column() > plain.column())
                    .orElseGet(() -> flows.stream().anyMatch(flow -> flow.contains(tab)));
            if (!isTaken) {
                throw new Refusal(new Problem.Syntax(place.at(tab), "YAML", NO_INDENTATION));
            }
        }
    }
}
