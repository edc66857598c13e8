package io.mooring.yaml.parse;

import static io.mooring.yaml.parse.OtherForm.require;

import io.mooring.tree.JsonString;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.node.NodeTable;
import io.mooring.yaml.scanner.DocumentText;

/**
 * Composes the nodes of documents in the form in which kubectl prints and people mostly write: blocks of fields and of items, scalars on one
 * line, with quotes or without, lists and maps in brackets on one line, texts after {@code |}. It takes a quarter of the time that
 * SnakeYAML takes.
 *
 * <p>It reads what leaves no doubt and nothing else. A document with anything that it does not know, be it an anchor, a tag, an escape,
 * a tab, a scalar that goes on in the next line, a mistake, or more than a limit, is left to {@link NodeComposer} as a whole.
 */
final class BlockComposer {
    /** A little less than what SnakeYAML takes for a key. */
    private static final int LONGEST_KEY = 1000;

    private final NodeTable nodes;
    private final Budget budget;
    private final BlockScanner source;
    private long nodesLeft;

    /** @param nodes takes them */
    BlockComposer(NodeTable nodes, Budget budget) {
        this.nodes = nodes;
        this.budget = budget;
        this.source = new BlockScanner(budget);
    }

    /** Whether the document has content, and is of this form. Its nodes are in the table then, and paid for; else nothing is. */
    boolean compose(DocumentText document) {
        nodes.clear();
        nodesLeft = budget.nodesLeft();
        try {
            source.begin(document);
            if (source.isOver()) {
                return false;
            }
            addBlock(1);
            require(source.isOver());
        } catch (OtherForm other) {
            return false;
        }
        budget.spendNodes(budget.nodesLeft() - nodesLeft, LineColumn.UNKNOWN);
        return true;
    }

    /** What the line has from here, and the lines below it that begin in this column. */
    private void addBlock(int depth) throws OtherForm {
        if (source.isItem()) {
            addSequence(depth);
        } else {
            addMapping(depth);
        }
    }

    private void addSequence(int depth) throws OtherForm {
        int column = source.indent();
        int sequence = begin(NodeTable.Kind.SEQUENCE, depth);
        while (source.indent() == column && source.isItem()) {
            source.enterItem();
            if (source.isItem() || source.isField()) {
                addBlock(depth + 1);
            } else {
                addValue(depth + 1, column);
            }
            require(source.indent() <= column);
        }
        nodes.end(sequence);
    }

    private void addMapping(int depth) throws OtherForm {
        int column = source.indent();
        int mapping = begin(NodeTable.Kind.MAPPING, depth);
        while (source.indent() == column) {
            addKey();
            if (source.isLineOver()) {
                source.endLine();
                require(source.indent() > column || (source.indent() == column && source.isItem()));
                addBlock(depth + 1);
            } else {
                addValue(depth + 1, column);
            }
            require(source.indent() <= column);
        }
        nodes.end(mapping);
    }

    private int begin(NodeTable.Kind kind, int depth) throws OtherForm {
        require(depth <= budget.allowedDepth());
        spendNode();
        return nodes.begin(kind, source.position());
    }

    /** A dash may begin the marker of a document. */
    private void addKey() throws OtherForm {
        require(source.current() != '-');
        endKey(addScalar());
    }

    private void endKey(JsonString key) throws OtherForm {
        require(source.isColon() && key.value().length() <= LONGEST_KEY);
        source.skip();
    }

    /**
     * A value that is no block, and to where the next line begins.
     *
     * @param outer the column of the field's name, or of the item's dash
     */
    private void addValue(int depth, int outer) throws OtherForm {
        switch (source.current()) {
            case '|' -> addLiteral(outer);
            case '[', '{' -> {
                addInFlow(depth);
                source.endLine();
            }
            default -> {
                addScalar();
                source.endLine();
            }
        }
    }

    private void addLiteral(int outer) throws OtherForm {
        LineColumn start = source.position();
        addScalar(NodeTable.Kind.QUOTED, source.literal(outer), start);
    }

    private JsonString addScalar() throws OtherForm {
        LineColumn start = source.position();
        return source.isQuote()
                ? addScalar(NodeTable.Kind.QUOTED, source.quoted(), start)
                : addScalar(NodeTable.Kind.PLAIN, source.plain(), start);
    }

    private JsonString addScalarInFlow() throws OtherForm {
        LineColumn start = source.position();
        return source.isQuote()
                ? addScalar(NodeTable.Kind.QUOTED, source.quoted(), start)
                : addScalar(NodeTable.Kind.PLAIN, source.plainInFlow(), start);
    }

    private JsonString addScalar(NodeTable.Kind kind, JsonString value, LineColumn start) throws OtherForm {
        spendNode();
        nodes.addScalar(kind, value, "", start);
        return value;
    }

    /** A value within brackets, or with brackets around it. */
    private void addInFlow(int depth) throws OtherForm {
        switch (source.current()) {
            case '[' -> addFlowSequence(depth);
            case '{' -> addFlowMapping(depth);
            default -> addScalarInFlow();
        }
    }

    private void addFlowSequence(int depth) throws OtherForm {
        int sequence = begin(NodeTable.Kind.SEQUENCE, depth);
        source.skip();
        while (source.current() != ']') {
            addInFlow(depth + 1);
            endPart(']');
        }
        source.skip();
        nodes.end(sequence);
    }

    private void addFlowMapping(int depth) throws OtherForm {
        int mapping = begin(NodeTable.Kind.MAPPING, depth);
        source.skip();
        while (source.current() != '}') {
            endKey(addScalarInFlow());
            addInFlow(depth + 1);
            endPart('}');
        }
        source.skip();
        nodes.end(mapping);
    }

    /** Goes to the next part, or to the bracket. */
    private void endPart(char bracket) throws OtherForm {
        source.skipSpaces();
        if (source.current() == ',') {
            source.skip();
            require(source.current() != bracket);
        } else {
            require(source.current() == bracket);
        }
    }

    private void spendNode() throws OtherForm {
        nodesLeft--;
        require(nodesLeft >= 0);
    }
}
