package io.mooring.admission.source;

import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.int32;
import static io.mooring.schema.Field.int64;
import static io.mooring.schema.Field.object;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.textMap;
import static io.mooring.schema.TreeLine.rule;

import io.mooring.admission.metadata.Selectors;
import io.mooring.schema.BadValue;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeLine;
import io.mooring.schema.TreeSchema;
import io.mooring.schema.Types;
import io.mooring.storage.SourceType;
import io.mooring.tree.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files from several sources. Kubernetes: {@code core/v1 ProjectedVolumeSource}. Models {@code validateProjectionSources}. */
final class Projected {
    private static final long TEN_MINUTES = 600;
    private static final long MOST_SECONDS = 1L << 32;
    private static final long HOUR = 3600;

    static final Field<String> NAME = text("name").required();
    private static final TreeSchema KEYS =
            TreeSchema.of(NAME, Files.ITEMS, bool("optional").optional());
    static final Field<JsonObject> SECRET = object("secret", KEYS);
    static final Field<JsonObject> CONFIG_MAP = object("configMap", KEYS);
    static final Field<JsonObject> DOWNWARD_API = object("downwardAPI", DownwardApi.PROJECTION);

    private static final Field<Long> EXPIRATION_SECONDS =
            int64("expirationSeconds").optional().preset(HOUR);
    static final Field<String> TOKEN_PATH = text("path").always();
    static final Field<JsonObject> SERVICE_ACCOUNT_TOKEN = object(
            "serviceAccountToken",
            TreeSchema.of(
                    text("audience"),
                    EXPIRATION_SECONDS,
                    TOKEN_PATH,
                    int64("user").dropped()));

    static final Field<String> BUNDLE_NAME = text("name").optional();
    static final Field<String> BUNDLE_SIGNER_NAME = text("signerName").optional();
    static final Field<String> BUNDLE_PATH = text("path").always();
    static final Field<JsonObject> CLUSTER_TRUST_BUNDLE = object(
            "clusterTrustBundle",
            TreeSchema.of(
                    BUNDLE_NAME,
                    BUNDLE_SIGNER_NAME,
                    object("labelSelector", Types.tree(Selectors.SELECTOR)),
                    bool("optional").optional(),
                    BUNDLE_PATH,
                    int64("user").dropped()));

    static final Field<String> CREDENTIAL_BUNDLE_PATH = text("credentialBundlePath");
    static final Field<String> KEY_PATH = text("keyPath");
    static final Field<String> CERTIFICATE_CHAIN_PATH = text("certificateChainPath");
    static final Field<JsonObject> POD_CERTIFICATE = object(
            "podCertificate",
            TreeSchema.of(
                    text("signerName"),
                    text("keyType"),
                    CREDENTIAL_BUNDLE_PATH,
                    KEY_PATH,
                    CERTIFICATE_CHAIN_PATH,
                    int32("maxExpirationSeconds").optional(),
                    textMap("userAnnotations"),
                    int64("user").dropped()));

    static final List<Field<JsonObject>> KINDS =
            List.of(SECRET, CONFIG_MAP, DOWNWARD_API, SERVICE_ACCOUNT_TOKEN, CLUSTER_TRUST_BUNDLE, POD_CERTIFICATE);

    /** The kinds of sources, which are checked together, since no two files may have one path. */
    static final Field<List<JsonObject>> SOURCES = objects("sources", TreeSchema.of(KINDS.toArray(TreeLine[]::new)))
            .always()
            .unchecked();

    static final SourceSchema SOURCE = SourceSchema.of(
            SourceType.PROJECTED,
            TreeSchema.of(
                    Files.defaultMode(),
                    SOURCES,
                    rule(Projected::sources),
                    int64("defaultUser").dropped()));

    private Projected() {}

    private static void sources(JsonObject volume, ErrorsAt at) {
        Set<String> paths = new HashSet<>();
        List<JsonObject> sources = SOURCES.of(volume);
        for (int i = 0; i < sources.size(); i++) {
            source(sources.get(i), paths, at, at.child(SOURCES).index(i));
        }
    }

    private static void source(JsonObject source, Set<String> paths, ErrorsAt volume, ErrorsAt at) {
        for (Field<JsonObject> field : List.of(SECRET, CONFIG_MAP)) {
            field.in(source).ifPresent(keys -> {
                KEYS.check(keys, at.child(field));
                Files.ITEMS.of(keys).forEach(item -> take(Files.PATH.of(item), NAME.of(keys), paths, volume));
            });
        }
        DOWNWARD_API
                .in(source)
                .ifPresent(files -> DownwardApi.ITEMS.of(files).forEach(file -> {
                    DownwardApi.FILE.check(file, at.child(DOWNWARD_API));
                    String path = Files.PATH.of(file);
                    take(path, path, paths, volume);
                }));
        SERVICE_ACCOUNT_TOKEN.in(source).ifPresent(token -> token(token, volume, at.child(SERVICE_ACCOUNT_TOKEN)));
        if (KINDS.stream().filter(kind -> kind.isIn(source)).count() > 1) {
            at.forbidden("may not specify more than 1 volume type per source");
        }
    }

    private static void take(String path, String shown, Set<String> paths, ErrorsAt volume) {
        if (!path.isEmpty() && !paths.add(path)) {
            volume.invalid(shown, "conflicting duplicate paths");
        }
    }

    /** Upstream tells of the token's path at the volume. */
    private static void token(JsonObject token, ErrorsAt volume, ErrorsAt at) {
        long seconds = EXPIRATION_SECONDS.of(token);
        ErrorsAt expiration = at.child(EXPIRATION_SECONDS);
        if (seconds < TEN_MINUTES) {
            expiration.invalid(BadValue.of(seconds), "may not specify a duration less than 10 minutes");
        }
        if (seconds > MOST_SECONDS) {
            expiration.invalid(BadValue.of(seconds), "may not specify a duration larger than 2^32 seconds");
        }
        TOKEN_PATH.required().check(FilePaths.unreserved()).check(token, volume);
    }
}
