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
        String rest = Uids.replacedIn(text, uid -> {
            uids.add(uid);
            return HOLE;
        });
        return new Imprint(Hashing.of(rest), List.copyOf(uids));
    }
}
