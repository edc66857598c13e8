package io.mooring.storage;

import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.Optional;

/**
 * Where a PersistentVolume's bytes are. Kubernetes: {@code core/v1 PersistentVolumeSource}.
 *
 * <pre>{@code
 * VolumeSource.hostPath("/data")
 * VolumeSource.csi("disk.csi.example.com", "vol-1")
 * VolumeSource.of("iscsi", content)
 * }</pre>
 *
 * @param field the field of the volume's spec that holds it
 * @param content the field's content, as Kubernetes writes it
 */
public record VolumeSource(String field, JsonObject content) {
    private static final String PATH = "path";

    /** A path on the node itself. */
    public static VolumeSource hostPath(String path) {
        return of(SourceType.HOST_PATH, text(PATH, path));
    }

    /** A disk or directory of one node; the volume needs node affinity. */
    public static VolumeSource local(String path) {
        return of(SourceType.LOCAL, text(PATH, path));
    }

    /** A directory of an NFS server. */
    public static VolumeSource nfs(String server, String path) {
        return of(SourceType.NFS, text("server", server).with(PATH, new JsonString(path)));
    }

    /** A volume of a CSI driver. */
    public static VolumeSource csi(String driver, String handle) {
        return of(SourceType.CSI, text("driver", driver).with("volumeHandle", new JsonString(handle)));
    }

    /** A source of any kind. */
    public static VolumeSource of(String field, JsonObject content) {
        return new VolumeSource(field, content);
    }

    private static VolumeSource of(SourceType type, JsonObject content) {
        return new VolumeSource(type.field(), content);
    }

    private static JsonObject text(String name, String value) {
        return JsonObject.of(name, new JsonString(value));
    }

    /** Of which kind it is. */
    public SourceType type() {
        return SourceType.ofField(field);
    }

    /** The same kind of source with other content. */
    public VolumeSource withContent(JsonObject other) {
        return new VolumeSource(field, other);
    }

    /** The path on the node, if it is a host path. */
    public Optional<String> hostPath() {
        return textOf(SourceType.HOST_PATH, PATH);
    }

    /** The path on its node, if it is a local volume. */
    public Optional<String> localPath() {
        return textOf(SourceType.LOCAL, PATH);
    }

    /** The NFS server, if it is a directory of one. */
    public Optional<String> nfsServer() {
        return textOf(SourceType.NFS, "server");
    }

    /** The directory on the NFS server, if it is one. */
    public Optional<String> nfsPath() {
        return textOf(SourceType.NFS, PATH);
    }

    /** The CSI driver, if it is a driver's volume. */
    public Optional<String> csiDriver() {
        return textOf(SourceType.CSI, "driver");
    }

    /** What the CSI driver calls the volume, if it is a driver's volume. */
    public Optional<String> csiHandle() {
        return textOf(SourceType.CSI, "volumeHandle");
    }

    private Optional<String> textOf(SourceType type, String name) {
        if (!field.equals(type.field())) {
            return Optional.empty();
        }
        return content.get(name)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value())
                .or(() -> Optional.of(""));
    }
}
