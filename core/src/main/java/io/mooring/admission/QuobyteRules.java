package io.mooring.admission;

import io.mooring.storage.source.QuobyteVolumeSource;
import java.nio.charset.StandardCharsets;

/** The address of a Quobyte registry. */
final class QuobyteRules {
    private static final String PAIRS = "must be a host:port pair or multiple pairs separated by commas";
    private static final int MOST_TENANT_BYTES = 64;

    private QuobyteRules() {}

    static void registryAndTenant(QuobyteVolumeSource source, Place at) {
        if (source.registry().isEmpty()) {
            at.child("registry").required(PAIRS);
            return;
        }
        if (source.tenant().getBytes(StandardCharsets.UTF_8).length > MOST_TENANT_BYTES) {
            at.child("tenant").required("must be a UUID and may not exceed a length of 64 characters");
            return;
        }
        for (String pair : source.registry().split(",", -1)) {
            if (!isHostAndPort(pair)) {
                at.child("registry").invalid(source.registry(), PAIRS);
            }
        }
    }

    /** What Go's {@code net.SplitHostPort} takes: {@code host:port}, {@code [v6]:port}; either part may be empty. */
    static boolean isHostAndPort(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return false;
        }
        if (!text.startsWith("[")) {
            return text.indexOf(':') == colon && !text.contains("[") && !text.contains("]");
        }
        int end = text.indexOf(']');
        return end >= 0 && end + 1 == colon && text.indexOf('[', 1) < 0 && text.indexOf(']', end + 1) < 0;
    }
}
