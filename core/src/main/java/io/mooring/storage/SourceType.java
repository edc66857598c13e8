package io.mooring.storage;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The kinds of places where a volume's bytes can be, each named after the field that holds it. The order is the one in which
 * the API server looks for the source of a PersistentVolume.
 */
public enum SourceType {
    /** A path on the node itself; for one-node tests. */
    HOST_PATH("hostPath", Holder.BOTH),

    /** A Google Compute Engine disk. */
    GCE_PERSISTENT_DISK("gcePersistentDisk", Holder.BOTH),

    /** An AWS disk. */
    AWS_ELASTIC_BLOCK_STORE("awsElasticBlockStore", Holder.BOTH),

    /** A Gluster volume; deprecated. */
    GLUSTERFS("glusterfs", Holder.BOTH),

    /** A Flocker volume; deprecated. */
    FLOCKER("flocker", Holder.BOTH),

    /** A directory of an NFS server. */
    NFS("nfs", Holder.BOTH),

    /** A Ceph block device; deprecated. */
    RBD("rbd", Holder.BOTH),

    /** A Quobyte volume; deprecated. */
    QUOBYTE("quobyte", Holder.BOTH),

    /** A Ceph file system; deprecated. */
    CEPHFS("cephfs", Holder.BOTH),

    /** An iSCSI disk. */
    ISCSI("iscsi", Holder.BOTH),

    /** An OpenStack disk. */
    CINDER("cinder", Holder.BOTH),

    /** A Fibre Channel disk. */
    FC("fc", Holder.BOTH),

    /** A volume of an exec-based plug-in; deprecated. */
    FLEX_VOLUME("flexVolume", Holder.BOTH),

    /** An Azure file share. */
    AZURE_FILE("azureFile", Holder.BOTH),

    /** A vSphere disk. */
    VSPHERE_VOLUME("vsphereVolume", Holder.BOTH),

    /** A Photon disk; deprecated. */
    PHOTON_PERSISTENT_DISK("photonPersistentDisk", Holder.BOTH),

    /** A Portworx volume. */
    PORTWORX_VOLUME("portworxVolume", Holder.BOTH),

    /** An Azure disk. */
    AZURE_DISK("azureDisk", Holder.BOTH),

    /** A ScaleIO volume; deprecated. */
    SCALE_IO("scaleIO", Holder.BOTH),

    /** A disk or directory of one node; needs node affinity. */
    LOCAL("local", Holder.PERSISTENT_VOLUME),

    /** A StorageOS volume; deprecated. */
    STORAGE_OS("storageos", Holder.BOTH),

    /** A volume of a CSI driver. */
    CSI("csi", Holder.BOTH),

    /** A directory that goes with the pod. */
    EMPTY_DIR("emptyDir", Holder.POD),

    /** The files of a Git repository; deprecated. */
    GIT_REPO("gitRepo", Holder.POD),

    /** The keys of a Secret, as files. */
    SECRET("secret", Holder.POD),

    /** The keys of a ConfigMap, as files. */
    CONFIG_MAP("configMap", Holder.POD),

    /** Fields of the pod itself, as files. */
    DOWNWARD_API("downwardAPI", Holder.POD),

    /** Files from several of these. */
    PROJECTED("projected", Holder.POD),

    /** The files of a container image. */
    IMAGE("image", Holder.POD),

    /** The volume of a claim. */
    PERSISTENT_VOLUME_CLAIM("persistentVolumeClaim", Holder.POD),

    /** The volume of a claim that is made for the pod. */
    EPHEMERAL("ephemeral", Holder.POD),

    /** A kind that Kubernetes v1.37.2 does not have; a volume carries it along as it came. */
    UNKNOWN("", Holder.NONE);

    /** Whose volumes know a field. */
    private enum Holder {
        PERSISTENT_VOLUME,
        POD,
        BOTH,
        NONE
    }

    private static final Map<String, SourceType> BY_FIELD = Arrays.stream(values())
            .filter(type -> type != UNKNOWN)
            .collect(Collectors.toUnmodifiableMap(SourceType::field, type -> type));

    private final String field;
    private final Holder holder;

    SourceType(String field, Holder holder) {
        this.field = field;
        this.holder = holder;
    }

    /** The kind whose field has this name; {@link #UNKNOWN} if there is none. */
    public static SourceType ofField(String name) {
        return BY_FIELD.getOrDefault(name, UNKNOWN);
    }

    /** The field that holds it: {@code nfs}, {@code hostPath}, ...; empty for {@link #UNKNOWN}. */
    public String field() {
        return field;
    }

    /** Whether a PersistentVolume can have it. */
    public boolean isKnownInPersistentVolumes() {
        return holder == Holder.PERSISTENT_VOLUME || holder == Holder.BOTH;
    }

    /** Whether a volume of a pod can have it. */
    public boolean isKnownInPods() {
        return holder == Holder.POD || holder == Holder.BOTH;
    }
}
