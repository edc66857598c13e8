package io.mooring.admission.source;

import io.mooring.names.GoText;
import io.mooring.schema.Field;
import io.mooring.schema.PairWarnings;
import io.mooring.storage.SourceType;
import io.mooring.tree.JsonObject;
import io.mooring.workload.PodVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the API server says of volumes whose files lie in each other's way. Models {@code warningsForOverlappingVirtualPaths}. */
public final class VolumePathWarnings {
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

    public static List<String> of(List<PodVolume> volumes) {
        PairWarnings warnings = new PairWarnings();
        for (PodVolume volume : volumes) {
            String name = "volume " + GoText.quoted(volume.name()) + " (";
            content(SourceType.CONFIG_MAP, volume)
                    .ifPresent(map -> addOverlaps(items(Files.ITEMS, map, ""), name + configMap(map), warnings));
            content(SourceType.SECRET, volume)
                    .ifPresent(secret -> addOverlaps(
                            items(Files.ITEMS, secret, ""),
                            name + named("Secret", Secret.SECRET_NAME.of(secret)),
                            warnings));
            content(SourceType.DOWNWARD_API, volume)
                    .ifPresent(
                            files -> addOverlaps(items(DownwardApi.ITEMS, files, ""), name + "DownwardAPI", warnings));
            content(SourceType.PROJECTED, volume)
                    .ifPresent(projected -> addProjected(projected, name + "Projected", warnings));
        }
        return warnings.list();
    }

    private static Optional<JsonObject> content(SourceType type, PodVolume volume) {
        return Sources.inPodVolume(type).in(volume.rest());
    }

    private static void addProjected(JsonObject projected, String volume, PairWarnings warnings) {
        List<File> before = new ArrayList<>();
        for (JsonObject source : Projected.SOURCES.of(projected)) {
            if (Projected.KINDS.stream().noneMatch(kind -> kind.isIn(source))) {
                warnings.add(volume + ") has no sources provided");
            }
            files(source).forEach(file -> addOverlap(file, before, volume, warnings));
        }
    }

    private static void addOverlaps(Stream<File> files, String volume, PairWarnings warnings) {
        List<File> before = new ArrayList<>();
        files.forEach(file -> addOverlap(file, before, volume, warnings));
    }

    private static void addOverlap(File file, List<File> before, String volume, PairWarnings warnings) {
        warnings.compare(
                before,
                other -> file.overlaps(other)
                        ? Optional.of(volume + "): overlapping paths: " + file + " with " + other)
                        : Optional.empty());
        before.add(file);
    }

    /** The first sort of source that has files counts. */
    private static Stream<File> files(JsonObject source) {
        return lists(source).orElseGet(() -> singles(source));
    }

    private static Optional<Stream<File>> lists(JsonObject source) {
        return Projected.CONFIG_MAP
                .in(source)
                .filter(Files.ITEMS::isIn)
                .map(keys -> items(Files.ITEMS, keys, configMap(keys)))
                .or(() -> Projected.SECRET
                        .in(source)
                        .filter(Files.ITEMS::isIn)
                        .map(keys -> items(Files.ITEMS, keys, named("Secret", Projected.NAME.of(keys)))))
                .or(() -> Projected.DOWNWARD_API
                        .in(source)
                        .filter(DownwardApi.ITEMS::isIn)
                        .map(files -> items(DownwardApi.ITEMS, files, "DownwardAPI")));
    }

    private static Stream<File> singles(JsonObject source) {
        Optional<JsonObject> token = Projected.SERVICE_ACCOUNT_TOKEN.in(source);
        if (token.isPresent()) {
            return Stream.of(file(Projected.TOKEN_PATH.of(token.get()), "ServiceAccountToken"));
        }
        Optional<JsonObject> bundle = Projected.CLUSTER_TRUST_BUNDLE.in(source);
        if (bundle.isPresent()) {
            String name = Projected.BUNDLE_NAME
                    .in(bundle.get())
                    .orElseGet(() -> Projected.BUNDLE_SIGNER_NAME.of(bundle.get()));
            return Stream.of(file(Projected.BUNDLE_PATH.of(bundle.get()), named("ClusterTrustBundle", name)));
        }
        return Projected.POD_CERTIFICATE.in(source).stream()
                .flatMap(certificate -> Stream.of(
                        file(Projected.CERTIFICATE_CHAIN_PATH.of(certificate), "PodCertificate chain"),
                        file(Projected.KEY_PATH.of(certificate), "PodCertificate key"),
                        file(Projected.CREDENTIAL_BUNDLE_PATH.of(certificate), "PodCertificate credential bundle")));
    }

    private static Stream<File> items(Field<List<JsonObject>> list, JsonObject files, String source) {
        return list.of(files).stream().map(item -> file(Files.PATH.of(item), source));
    }

    private static File file(String path, String source) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return new File(path.substring(0, end), source);
    }

    private static String configMap(JsonObject source) {
        return named("ConfigMap", ConfigMap.NAME.of(source));
    }

    private static String named(String kind, String name) {
        return kind + " " + GoText.quoted(name);
    }
}
