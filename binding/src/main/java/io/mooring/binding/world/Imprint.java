package io.mooring.binding.world;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in which uids may occur, without them, and the uids in their order: which object a uid means is different from
 * cluster to cluster.
 */
record Imprint(Digest text, List<String> uids) {
    private static final String HOLE = "\0";

    static Imprint of(String text) {
        List<String> uids = new ArrayList<>();
        StringBuilder rest = new StringBuilder(text.length());
        int from = 0;
        for (int at = Uids.indexIn(text, 0); at >= 0; at = Uids.indexIn(text, from)) {
            int end = at + Uids.LENGTH;
            uids.add(text.substring(at, end));
            rest.append(text, from, at).append(HOLE);
            from = end;
        }
        rest.append(text, from, text.length());
        return new Imprint(Hashing.of(rest.toString()), List.copyOf(uids));
    }
}
