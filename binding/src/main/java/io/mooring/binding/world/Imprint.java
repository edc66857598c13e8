package io.mooring.binding.world;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * A text in which uids may occur, without them, and the uids in their order: which object a uid means is different from
 * cluster to cluster.
 */
record Imprint(Digest text, List<String> uids) {
    private static final String HOLE = "\0";

    static Imprint of(String text) {
        List<String> uids = new ArrayList<>();
        Matcher matcher = Fingerprint.UID.matcher(text);
        StringBuilder rest = new StringBuilder(text.length());
        while (matcher.find()) {
            uids.add(matcher.group());
            matcher.appendReplacement(rest, HOLE);
        }
        return new Imprint(Hashing.of(matcher.appendTail(rest).toString()), List.copyOf(uids));
    }
}
