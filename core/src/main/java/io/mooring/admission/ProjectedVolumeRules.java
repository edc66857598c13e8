package io.mooring.admission;

import io.mooring.tree.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is checked on a volume of several sources. Models {@code validateProjectedVolumeSource}. */
final class ProjectedVolumeRules {
    private static final List<String> SOURCES = List.of(
            "secret", "configMap", "downwardAPI", "serviceAccountToken", "clusterTrustBundle", "podCertificate");
    private static final long TEN_MINUTES = 600;
    private static final long MOST_SECONDS = 1L << 32;

    private ProjectedVolumeRules() {}

    static void check(JsonObject projected, Place at) {
        TreeRules.table().number("defaultMode", FileVolumeRules.MODE).check(projected, at);
        Set<String> paths = new HashSet<>();
        List<JsonObject> sources = Tree.items(projected, "sources");
        for (int i = 0; i < sources.size(); i++) {
            source(sources.get(i), paths, at, at.child("sources").index(i));
        }
    }

    private static void source(JsonObject source, Set<String> paths, Place volume, Place at) {
        TreeRules named = TreeRules.table().required("name").rule(FileVolumeRules.ITEMS);
        for (String field : List.of("secret", "configMap")) {
            Tree.object(source, field).ifPresent(files -> {
                named.check(files, at.child(field));
                Tree.items(files, "items")
                        .forEach(item -> take(Tree.text(item, "path"), Tree.text(files, "name"), paths, volume));
            });
        }
        Tree.object(source, "downwardAPI")
                .ifPresent(files -> Tree.items(files, "items").forEach(file -> {
                    FileVolumeRules.downwardFile(file, at.child("downwardAPI"));
                    String path = Tree.text(file, "path");
                    take(path, path, paths, volume);
                }));
        Tree.object(source, "serviceAccountToken")
                .ifPresent(token -> token(token, volume, at.child("serviceAccountToken")));
        if (SOURCES.stream().filter(source::has).count() > 1) {
            at.forbidden("may not specify more than 1 volume type per source");
        }
    }

    private static void take(String path, String shown, Set<String> paths, Place volume) {
        if (!path.isEmpty() && !paths.add(path)) {
            volume.invalid(shown, "conflicting duplicate paths");
        }
    }

    private static void token(JsonObject token, Place volume, Place at) {
        long seconds = Tree.number(token, "expirationSeconds").orElse(0);
        Place expiration = at.child("expirationSeconds");
        if (seconds < TEN_MINUTES) {
            expiration.invalid(BadValue.of(seconds), "may not specify a duration less than 10 minutes");
        }
        if (seconds > MOST_SECONDS) {
            expiration.invalid(BadValue.of(seconds), "may not specify a duration larger than 2^32 seconds");
        }
        TreeRules.table().required("path", FileVolumeRules.localPath()).check(token, volume);
    }
}
