package io.mooring.admission.source;

import io.mooring.schema.CheckOption;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.Type;
import io.mooring.storage.SourceType;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonObject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** All sources, by type. */
public final class Sources {
    /** The name of the PersistentVolume that has the source. */
    public static final CheckOption<String> VOLUME_NAME = new CheckOption<>("the volume's name", "");

    /** What PersistentVolumes can have, by the field that holds it. */
    public static final Map<String, Type<VolumeSource>> IN_PERSISTENT_VOLUMES = inPersistentVolumes();

    /** What volumes of pods can have, but for claims, which are Java values. */
    public static final Map<SourceType, Field<JsonObject>> IN_POD_VOLUMES = inPodVolumes();

    private Sources() {}

    /** What is declared of the type. */
    public static SourceSchema of(SourceType type) {
        return switch (type) {
            case HOST_PATH -> HostPath.SOURCE;
            case GCE_PERSISTENT_DISK -> GcePersistentDisk.SOURCE;
            case AWS_ELASTIC_BLOCK_STORE -> AwsElasticBlockStore.SOURCE;
            case GLUSTERFS -> Glusterfs.SOURCE;
            case FLOCKER -> Flocker.SOURCE;
            case NFS -> Nfs.SOURCE;
            case RBD -> Rbd.SOURCE;
            case QUOBYTE -> Quobyte.SOURCE;
            case CEPHFS -> Cephfs.SOURCE;
            case ISCSI -> Iscsi.SOURCE;
            case CINDER -> Cinder.SOURCE;
            case FC -> Fc.SOURCE;
            case FLEX_VOLUME -> FlexVolume.SOURCE;
            case AZURE_FILE -> AzureFile.SOURCE;
            case VSPHERE_VOLUME -> VsphereVolume.SOURCE;
            case PHOTON_PERSISTENT_DISK -> PhotonPersistentDisk.SOURCE;
            case PORTWORX_VOLUME -> PortworxVolume.SOURCE;
            case AZURE_DISK -> AzureDisk.SOURCE;
            case SCALE_IO -> ScaleIo.SOURCE;
            case LOCAL -> Local.SOURCE;
            case STORAGE_OS -> StorageOs.SOURCE;
            case CSI -> Csi.SOURCE;
            case EMPTY_DIR -> EmptyDir.SOURCE;
            case GIT_REPO -> GitRepo.SOURCE;
            case SECRET -> Secret.SOURCE;
            case CONFIG_MAP -> ConfigMap.SOURCE;
            case DOWNWARD_API -> DownwardApi.SOURCE;
            case PROJECTED -> Projected.SOURCE;
            case IMAGE -> Image.SOURCE;
            case PERSISTENT_VOLUME_CLAIM, EPHEMERAL, UNKNOWN -> SourceSchema.elsewhere(type);
        };
    }

    private static Map<String, Type<VolumeSource>> inPersistentVolumes() {
        Map<String, Type<VolumeSource>> types = new LinkedHashMap<>();
        for (SourceType type : SourceType.values()) {
            of(type).inPersistentVolume()
                    .ifPresent(schema -> types.put(type.field(), new VolumeSourceType(type.field(), schema)));
        }
        return Collections.unmodifiableMap(types);
    }

    private static Map<SourceType, Field<JsonObject>> inPodVolumes() {
        Map<SourceType, Field<JsonObject>> fields = new EnumMap<>(SourceType.class);
        for (SourceType type : SourceType.values()) {
            of(type).inPod().ifPresent(schema -> fields.put(type, Field.object(type.field(), schema)));
        }
        return Collections.unmodifiableMap(fields);
    }

    /** Whether an iSCSI portal and the name of the pod's volume that has it are short enough together; told at the name. */
    public static void portalFitsPodVolumeName(String name, JsonObject disk, ErrorsAt at) {
        Iscsi.portalFitsPodVolumeName(name, disk, at);
    }

    /** The type of the PersistentVolume's source that stands in this field. */
    public static Type<VolumeSource> inPersistentVolume(String field) {
        return Objects.requireNonNull(IN_PERSISTENT_VOLUMES.get(field), field);
    }

    /** The field of a pod's volume that holds a source of this kind. */
    public static Field<JsonObject> inPodVolume(SourceType type) {
        return Objects.requireNonNull(IN_POD_VOLUMES.get(type), type.field());
    }
}
