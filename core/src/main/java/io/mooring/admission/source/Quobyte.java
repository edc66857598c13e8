package io.mooring.admission.source;

import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.TreeLine.rule;

import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;
import io.mooring.tree.JsonObject;
import java.nio.charset.StandardCharsets;

/** A Quobyte volume. Kubernetes: {@code core/v1 QuobyteVolumeSource}. */
final class Quobyte {
    private static final String PAIRS = "must be a host:port pair or multiple pairs separated by commas";
    private static final int MOST_TENANT_BYTES = 64;

    private static final Field<String> REGISTRY = text("registry").always();
    private static final Field<String> TENANT = text("tenant");

    static final SourceSchema SOURCE = SourceSchema.of(
                    SourceType.QUOBYTE,
                    TreeSchema.of(
                            REGISTRY,
                            rule(Quobyte::registryAndTenant),
                            text("volume").always().required(),
                            bool("readOnly"),
                            text("user"),
                            text("group"),
                            TENANT))
            .deprecatedInPods("deprecated in v1.22, non-functional in v1.25+");

    private Quobyte() {}

    private static void registryAndTenant(JsonObject volume, ErrorsAt at) {
        String registry = REGISTRY.of(volume);
        if (registry.isEmpty()) {
            at.child(REGISTRY).required(PAIRS);
            return;
        }
        if (TENANT.of(volume).getBytes(StandardCharsets.UTF_8).length > MOST_TENANT_BYTES) {
            at.child(TENANT).required("must be a UUID and may not exceed a length of 64 characters");
            return;
        }
        for (String pair : registry.split(",", -1)) {
            if (!isHostAndPort(pair)) {
                at.child(REGISTRY).invalid(registry, PAIRS);
            }
        }
    }

    /** What Go's {@code net.SplitHostPort} takes: {@code host:port}, {@code [v6]:port}; either part may be empty. */
    private static boolean isHostAndPort(String text) {
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
