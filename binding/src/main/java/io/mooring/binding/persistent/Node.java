package io.mooring.binding.persistent;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A node of a {@link HashTrie}.
 *
 * <p>Where the hash has no more bits, all entries have equal hashes; such a node has no bits, and its entries are looked through.
 */
final class Node {
    static final Node EMPTY = new Node(0, 0, new Object[0]);

    private static final int BITS = 4;

    /** A bit for each value of the hash's bits under which there is an entry. */
    private final int entryBits;

    /** A bit for each under which there is a node. */
    private final int nodeBits;

    /** Key and value of each entry, then the nodes. */
    private final Object[] content;

    private Node(int entryBits, int nodeBits, Object[] content) {
        this.entryBits = entryBits;
        this.nodeBits = nodeBits;
        this.content = content;
    }

    @Nullable
    Object get(Object key, int hash) {
        Node node = this;
        for (int shift = 0; shift < Integer.SIZE; shift += BITS) {
            int bit = bit(hash, shift);
            if ((node.entryBits & bit) != 0) {
                int place = node.entryPlace(bit);
                return node.content[place].equals(key) ? node.content[place + 1] : null;
            }
            if ((node.nodeBits & bit) == 0) {
                return null;
            }
            node = node.child(bit);
        }
        int place = node.placeAmongEqual(key);
        return place < 0 ? null : node.content[place + 1];
    }

    private static int bit(int hash, int shift) {
        return 1 << (hash >>> shift & (1 << BITS) - 1);
    }

    private int entryPlace(int bit) {
        return 2 * Integer.bitCount(entryBits & bit - 1);
    }

    private int nodePlace(int bit) {
        return 2 * Integer.bitCount(entryBits) + Integer.bitCount(nodeBits & bit - 1);
    }

    private Node child(int bit) {
        return (Node) content[nodePlace(bit)];
    }

    private int placeAmongEqual(Object key) {
        for (int place = 0; place < content.length; place += 2) {
            if (content[place].equals(key)) {
                return place;
            }
        }
        return -1;
    }

    Node plus(Object key, Object value, int hash, int shift) {
        if (shift >= Integer.SIZE) {
            int place = placeAmongEqual(key);
            return place < 0 ? new Node(0, 0, inserted(content, content.length, key, value)) : withValue(place, value);
        }
        int bit = bit(hash, shift);
        if ((nodeBits & bit) != 0) {
            Node child = child(bit);
            Node changed = child.plus(key, value, hash, shift + BITS);
            return changed == child ? this : withChild(bit, changed);
        }
        int place = entryPlace(bit);
        if ((entryBits & bit) == 0) {
            return new Node(entryBits | bit, nodeBits, inserted(content, place, key, value));
        }
        return content[place].equals(key)
                ? withValue(place, value)
                : withNode(bit, both(content[place], content[place + 1], key, value, hash, shift + BITS));
    }

    /** A node of two entries. */
    private static Node both(Object some, Object value, Object other, Object otherValue, int otherHash, int shift) {
        return EMPTY.plus(some, value, HashTrie.hash(some), shift).plus(other, otherValue, otherHash, shift);
    }

    private Node withValue(int place, Object value) {
        if (content[place + 1] == value) {
            return this;
        }
        Object[] changed = content.clone();
        changed[place + 1] = value;
        return new Node(entryBits, nodeBits, changed);
    }

    private Node withChild(int bit, Node child) {
        Object[] changed = content.clone();
        changed[nodePlace(bit)] = child;
        return new Node(entryBits, nodeBits, changed);
    }

    /** With a node instead of the entry. */
    private Node withNode(int bit, Node node) {
        int from = entryPlace(bit);
        int to = nodePlace(bit) - 2;
        Object[] changed = new Object[content.length - 1];
        System.arraycopy(content, 0, changed, 0, from);
        System.arraycopy(content, from + 2, changed, from, to - from);
        changed[to] = node;
        System.arraycopy(content, to + 2, changed, to + 1, changed.length - to - 1);
        return new Node(entryBits & ~bit, nodeBits | bit, changed);
    }

    /** {@link #EMPTY} if nothing is left. */
    Node minus(Object key, int hash, int shift) {
        if (shift >= Integer.SIZE) {
            int place = placeAmongEqual(key);
            return place < 0 ? this : new Node(0, 0, removed(content, place));
        }
        int bit = bit(hash, shift);
        if ((nodeBits & bit) != 0) {
            Node child = child(bit);
            Node changed = child.minus(key, hash, shift + BITS);
            return changed == child ? this : changed.isOneEntry() ? withEntry(bit, changed) : withChild(bit, changed);
        }
        int place = entryPlace(bit);
        if ((entryBits & bit) == 0 || !content[place].equals(key)) {
            return this;
        }
        return content.length == 2 ? EMPTY : new Node(entryBits & ~bit, nodeBits, removed(content, place));
    }

    private boolean isOneEntry() {
        return nodeBits == 0 && content.length == 2;
    }

    /** With the only entry that is left of a node instead of the node. */
    private Node withEntry(int bit, Node left) {
        int from = nodePlace(bit);
        int to = entryPlace(bit);
        Object[] changed = new Object[content.length + 1];
        System.arraycopy(content, 0, changed, 0, to);
        changed[to] = left.content[0];
        changed[to + 1] = left.content[1];
        System.arraycopy(content, to, changed, to + 2, from - to);
        System.arraycopy(content, from + 1, changed, from + 2, content.length - from - 1);
        return new Node(entryBits | bit, nodeBits & ~bit, changed);
    }

    void forEach(BiConsumer<Object, Object> action) {
        int nodes = Integer.bitCount(nodeBits);
        for (int place = 0; place < content.length - nodes; place += 2) {
            action.accept(content[place], content[place + 1]);
        }
        for (int place = content.length - nodes; place < content.length; place++) {
            ((Node) content[place]).forEach(action);
        }
    }

    private static Object[] inserted(Object[] all, int place, Object key, Object value) {
        Object[] more = new Object[all.length + 2];
        System.arraycopy(all, 0, more, 0, place);
        more[place] = key;
        more[place + 1] = value;
        System.arraycopy(all, place, more, place + 2, all.length - place);
        return more;
    }

    private static Object[] removed(Object[] all, int place) {
        Object[] rest = new Object[all.length - 2];
        System.arraycopy(all, 0, rest, 0, place);
        System.arraycopy(all, place + 2, rest, place, rest.length - place);
        return rest;
    }
}
