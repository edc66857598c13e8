package io.mooring.admission.pod;

import io.mooring.schema.Tree;
import io.mooring.tree.GoText;
import io.mooring.tree.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the API server says of volumes whose files lie in each other's way. Models {@code warningsForOverlappingVirtualPaths}. */
final class VolumePathWarnings {
    private static final String TOKEN = "serviceAccountToken";
    private static final String TRUST_BUNDLE = "clusterTrustBundle";
    private static final String CERTIFICATE = "podCertificate";
    private static final List<String> SOURCES =
            List.of("secret", "configMap", "downwardAPI", TOKEN, TRUST_BUNDLE, CERTIFICATE);

    private VolumePathWarnings() {}

    /** A file, and where it comes from if the volume has it from several. */
    private record File(String path, String source) {
        boolean overlaps(File other) {
            return !path.isEmpty()
                    && !other.path.isEmpty()
                    && ((path + "/").startsWith(other.path + "/") || (other.path + "/").startsWith(path + "/"));
        }

        @Override
        public String toString() {
            return GoText.quoted(path) + (source.isEmpty() ? "" : " (" + source + ")");
        }
    }

    static List<String> of(List<JsonObject> volumes) {
        List<String> warnings = new ArrayList<>();
        for (JsonObject volume : volumes) {
            String name = "volume " + GoText.quoted(Tree.text(volume, "name")) + " (";
            Tree.object(volume, "configMap")
                    .ifPresent(source -> addOverlaps(items(source, ""), name + configMap(source), warnings));
            Tree.object(volume, "secret")
                    .ifPresent(source -> addOverlaps(
                            items(source, ""), name + named("Secret", Tree.text(source, "secretName")), warnings));
            Tree.object(volume, "downwardAPI")
                    .ifPresent(source -> addOverlaps(items(source, ""), name + "DownwardAPI", warnings));
            Tree.object(volume, "projected").ifPresent(source -> addProjected(source, name + "Projected", warnings));
        }
        return warnings;
    }

    private static void addProjected(JsonObject projected, String volume, List<String> warnings) {
        List<File> before = new ArrayList<>();
        for (JsonObject source : Tree.items(projected, "sources")) {
            if (SOURCES.stream().noneMatch(source::has)) {
                warnings.add(volume + ") has no sources provided");
            }
            files(source).forEach(file -> addOverlap(file, before, volume, warnings));
        }
    }

    private static void addOverlaps(Stream<File> files, String volume, List<String> warnings) {
        List<File> before = new ArrayList<>();
        files.forEach(file -> addOverlap(file, before, volume, warnings));
    }

    private static void addOverlap(File file, List<File> before, String volume, List<String> warnings) {
        before.stream()
                .filter(file::overlaps)
                .forEach(other -> warnings.add(volume + "): overlapping paths: " + file + " with " + other));
        before.add(file);
    }

    /** The first sort of source that has files counts. */
    private static Stream<File> files(JsonObject source) {
        return lists(source).orElseGet(() -> singles(source));
    }

    private static Optional<Stream<File>> lists(JsonObject source) {
        return listed(source, "configMap")
                .map(files -> items(files, configMap(files)))
                .or(() ->
                        listed(source, "secret").map(files -> items(files, named("Secret", Tree.text(files, "name")))))
                .or(() -> listed(source, "downwardAPI").map(files -> items(files, "DownwardAPI")));
    }

    private static Optional<JsonObject> listed(JsonObject source, String field) {
        return Tree.object(source, field).filter(files -> files.has("items"));
    }

    private static Stream<File> singles(JsonObject source) {
        Optional<JsonObject> token = Tree.object(source, TOKEN);
        if (token.isPresent()) {
            return Stream.of(file(Tree.text(token.get(), "path"), "ServiceAccountToken"));
        }
        Optional<JsonObject> bundle = Tree.object(source, TRUST_BUNDLE);
        if (bundle.isPresent()) {
            String name = Tree.textIfThere(bundle.get(), "name").orElse(Tree.text(bundle.get(), "signerName"));
            return Stream.of(file(Tree.text(bundle.get(), "path"), named("ClusterTrustBundle", name)));
        }
        return Tree.object(source, CERTIFICATE).stream()
                .flatMap(certificate -> Stream.of(
                        file(Tree.text(certificate, "certificateChainPath"), "PodCertificate chain"),
                        file(Tree.text(certificate, "keyPath"), "PodCertificate key"),
                        file(Tree.text(certificate, "credentialBundlePath"), "PodCertificate credential bundle")));
    }

    private static Stream<File> items(JsonObject files, String source) {
        return Tree.items(files, "items").stream().map(item -> file(Tree.text(item, "path"), source));
    }

    private static File file(String path, String source) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return new File(path.substring(0, end), source);
    }

    private static String configMap(JsonObject source) {
        return named("ConfigMap", Tree.text(source, "name"));
    }

    private static String named(String kind, String name) {
        return kind + " " + GoText.quoted(name);
    }
}
