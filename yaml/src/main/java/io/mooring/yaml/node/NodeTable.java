package io.mooring.yaml.node;

import io.mooring.tree.JsonString;
import io.mooring.yaml.scalar.ResolvedScalar;
import io.mooring.yaml.scalar.ScalarResolver;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The nodes of one document, each a row of a table, in the order of the text: what is in a list or a map stands in the rows after it, a
 * key before its value. A node is named by the number of its row. One table serves a whole reading, document after document, so that no
 * node takes room of its own.
 */
public final class NodeTable {
    /** The row of the node that all others are in. */
    public static final int ROOT = 0;

    private static final int AT_FIRST = 64;
    /** A table of more rows is not kept for the next document. */
    private static final int MOST_KEPT = 1 << 14;

    private Kind[] kinds = {};
    private LineColumn[] starts = {};
    private JsonString[] texts = {};
    private String[] tags = {};
    /** Of an alias its target, of all else the row behind its last part. */
    private int[] links = {};

    private final BitSet anchored = new BitSet();
    private int size;

    /** What a node is. */
    public enum Kind {
        /** A scalar without quotes: without a tag its looks decide what it says. */
        PLAIN,
        /** A scalar in quotes, or in a block. */
        QUOTED,
        SEQUENCE,
        MAPPING,
        /** Stands for an anchored node. */
        ALIAS
    }

    /** A document begins; that of before is gone. */
    public void clear() {
        size = 0;
        anchored.clear();
        if (kinds.length > MOST_KEPT) {
            resize(0);
        }
    }

    /**
     * Adds a scalar.
     *
     * @param tag in full; empty if there is none, {@code ?} for any that Kubernetes does not know
     */
    public int addScalar(Kind kind, JsonString text, String tag, LineColumn start) {
        int node = add(kind, start);
        texts[node] = text;
        tags[node] = tag;
        links[node] = size;
        return node;
    }

    /** Adds a list or a map, whose parts are what is added before it is {@linkplain #end ended}. */
    public int begin(Kind kind, LineColumn start) {
        return add(kind, start);
    }

    /** Ends a list or a map. */
    public void end(int collection) {
        links[collection] = size;
    }

    /**
     * Adds an alias.
     *
     * @param name the anchor's
     * @param start where the alias stands
     */
    public int addAlias(String name, int target, LineColumn start) {
        int node = add(Kind.ALIAS, start);
        texts[node] = new JsonString(name);
        links[node] = target;
        return node;
    }

    private int add(Kind kind, LineColumn start) {
        if (size == kinds.length) {
            resize(Math.max(AT_FIRST, 2 * size));
        }
        kinds[size] = kind;
        starts[size] = start;
        return size++;
    }

    private void resize(int rows) {
        kinds = Arrays.copyOf(kinds, rows);
        starts = Arrays.copyOf(starts, rows);
        texts = Arrays.copyOf(texts, rows);
        tags = Arrays.copyOf(tags, rows);
        links = Arrays.copyOf(links, rows);
    }

    /** The node has an anchor. */
    public void anchor(int node) {
        anchored.set(node);
    }

    public boolean isAnchored(int node) {
        return anchored.get(node);
    }

    public Kind kind(int node) {
        return kinds[node];
    }

    public boolean isScalar(int node) {
        return kinds[node] == Kind.PLAIN || kinds[node] == Kind.QUOTED;
    }

    /** Where it begins. */
    public LineColumn start(int node) {
        return starts[node];
    }

    /** What a scalar says as it is written; of an alias, the anchor's name. */
    public JsonString text(int node) {
        return texts[node];
    }

    /** A scalar's tag in full; empty if there is none, {@code ?} for any that Kubernetes does not know. */
    public String tag(int scalar) {
        return tags[scalar];
    }

    /** What an alias stands for. */
    public int target(int alias) {
        return links[alias];
    }

    /** The row of the first part of a list or a map, if it has any. */
    public int first(int collection) {
        return collection + 1;
    }

    /** The row of what follows a node; after the last part of a list or a map, its {@link #behind}. */
    public int next(int node) {
        return kinds[node] == Kind.ALIAS ? node + 1 : links[node];
    }

    /** The row after all parts of a list or a map. */
    public int behind(int collection) {
        return links[collection];
    }

    /** True of a scalar that is the text that is written, which its looks tell at once. */
    public boolean isPlainlyText(int scalar) {
        return tags[scalar].isEmpty()
                && (kinds[scalar] == Kind.QUOTED || ScalarResolver.isPlainlyText(texts[scalar].value()));
    }

    /** What a scalar's tag, or else its looks, make of it. */
    public ResolvedScalar resolve(int scalar) {
        String text = texts[scalar].value();
        if (!tags[scalar].isEmpty()) {
            return ScalarResolver.tagged(tags[scalar], text);
        }
        return kinds[scalar] == Kind.PLAIN ? ScalarResolver.plain(text) : new ResolvedScalar.Text(text);
    }
}
