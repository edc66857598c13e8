package io.mooring.yaml.scanner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.DocumentRefusal;
import io.mooring.yaml.node.LineColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * A document's text, and what had to be replaced in it for SnakeYAML to read it as upstream does. After each repair the text
 * is parsed again, which is paid for from the budget of the whole reading.
 */
public final class RepairableText {
    /** Of a tab where only spaces may stand. */
    public static final String TAB_AS_INDENTATION = "a tab is no indentation";

    private static final String IN_BLOCK_SCALAR = "while scanning a block scalar";
    private static final JsonFactory JSON = new JsonFactory();

    private final Budget budget;
    private final WordColons colons;
    private final List<LineColumn> tabsAtLineStart = new ArrayList<>();
    private DocumentText text;
    private Optional<Boolean> isJson = Optional.empty();

    public RepairableText(DocumentText text, Budget budget) {
        this.text = text;
        this.budget = budget;
        this.colons = new WordColons(text.text());
    }

    /** As repaired so far. */
    public DocumentText text() {
        return text;
    }

    /** A scalar of the repaired text, as it was before. */
    public String restore(String scalar) {
        return colons.restore(scalar);
    }

    /** For the next attempt. Plain scalars are of interest only if there are tabs to be judged by them. */
    public Layout newLayout() {
        return new Layout(text, !tabsAtLineStart.isEmpty());
    }

    /**
     * Puts a stand-in for the colon at which SnakeYAML ended a scalar.
     *
     * @throws DocumentRefusal if too much was parsed again already
     */
    public void repair(PlainScalarCutShort problem) {
        payFor(problem.end());
        text = text.withText(colons.replace(text.text(), problem.end()));
    }

    /**
     * Replaces what SnakeYAML stumbled over; false if upstream refuses it too.
     *
     * @throws DocumentRefusal if too much was parsed again already
     */
    public boolean repair(MarkedYAMLException problem) {
        Mark mark = problem.getProblemMark();
        if (mark == null) {
            return false;
        }
        int found = mark.getBuffer()[mark.getIndex()];
        if (found == '#' && IN_BLOCK_SCALAR.equals(problem.getContext())) {
            payFor(mark);
            return replaceComment(index(mark));
        }
        if (found == '\t') {
            payFor(mark);
            return isJson() ? replaceAllTabs() : replaceTabs(index(mark), mark);
        }
        return false;
    }

    private void payFor(Mark mark) {
        budget.spendReparsed(text.text().length(), text.position(mark));
    }

    private int index(Mark mark) {
        return text.text().offsetByCodePoints(0, mark.getIndex());
    }

    private boolean replaceComment(int begin) {
        int end = begin;
        while (end < text.text().length()
                && !YamlCharacters.isLineBreak(text.text().charAt(end))) {
            end++;
        }
        text = text.withBlanks(begin, end);
        return true;
    }

    /** Outside of its texts, where no tab may stand, JSON takes tabs anywhere. */
    private boolean replaceAllTabs() {
        text = text.withText(text.text().replace('\t', ' '));
        return true;
    }

    private boolean isJson() {
        if (isJson.isEmpty()) {
            isJson = Optional.of(readsAsJson());
        }
        return isJson.get();
    }

    private boolean readsAsJson() {
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

    private boolean replaceTabs(int begin, Mark mark) {
        if (isAtLineStart(begin)) {
            tabsAtLineStart.add(text.position(mark));
        }
        int end = begin;
        while (end < text.text().length() && text.text().charAt(end) == '\t') {
            end++;
        }
        text = text.withBlanks(begin, end);
        return true;
    }

    /** Nothing but blanks before it, or the {@code -} or {@code ?} of a block. */
    private boolean isAtLineStart(int index) {
        String all = text.text();
        int begin = index;
        while (begin > 0 && YamlCharacters.isBlank(all.charAt(begin - 1))) {
            begin--;
        }
        char previous = begin == 0 ? '\n' : all.charAt(begin - 1);
        boolean isIndicator = (previous == '-' || previous == '?') && (begin == 1 || all.charAt(begin - 2) <= ' ');
        return isIndicator || YamlCharacters.isLineBreak(previous);
    }

    /**
     * Judges the tabs that were replaced, once the text is parsed.
     *
     * @throws DocumentRefusal if one stands where upstream does not take it
     */
    public void checkTabs(Layout layout) {
        for (LineColumn tab : tabsAtLineStart) {
            if (!layout.allowsTabAt(tab)) {
                throw DocumentRefusal.notYaml(TAB_AS_INDENTATION, tab);
            }
        }
    }
}
