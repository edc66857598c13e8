package io.mooring.admission;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of the warnings reaches whoever sent the request. Models {@code recorder} of apiserver's {@code endpoints/filters}: each
 * once; while they have 4,096 characters together, as they are, and once there are more, 256 characters of each, until those
 * have as many. One with control characters has no place in a header. Nothing says that some were left out.
 */
final class WarningHeaders {
    private static final int MOST_CHARACTERS = 4096;
    private static final int MOST_OF_ONE = 256;

    private final Set<String> recorded = new LinkedHashSet<>();
    private List<String> sent = new ArrayList<>();
    private int written;
    private boolean isTruncating;

    private WarningHeaders() {}

    static List<String> sent(List<String> warnings) {
        WarningHeaders headers = new WarningHeaders();
        for (String warning : warnings) {
            if (headers.isTruncating && headers.written >= MOST_CHARACTERS) {
                break;
            }
            headers.add(warning);
        }
        return headers.sent;
    }

    private void add(String warning) {
        if (warning.isEmpty() || !recorded.add(warning)) {
            return;
        }
        if (isTruncating) {
            send(truncated(warning));
        } else if (written + length(warning) <= MOST_CHARACTERS) {
            send(warning);
        } else if (!hasControls(warning)) {
            isTruncating = true;
            written = 0;
            sent = new ArrayList<>();
            recorded.forEach(each -> send(truncated(each)));
        }
    }

    private void send(String text) {
        if (!hasControls(text)) {
            written += length(text);
            sent.add(text);
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String truncated(String text) {
        return length(text) <= MOST_OF_ONE ? text : text.substring(0, text.offsetByCodePoints(0, MOST_OF_ONE));
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
