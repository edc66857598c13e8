package io.mooring.binding.control.volume;

import io.mooring.storage.AccessMode;
import io.mooring.storage.SourceType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What became of the volume plug-ins that were part of Kubernetes, and what those that are there can do. The releases are those
 * of upstream's own warnings and of its documentation of volumes; the modes are those of the table of access modes in the
 * documentation of PersistentVolumes, and the raw volumes those of its list of them.
 */
public enum PluginHistory {
    PHOTON(SourceType.PHOTON_PERSISTENT_DISK, "photon-pd", Fate.GONE, "v1.16", "nothing: the platform is gone too"),
    SCALE_IO(SourceType.SCALE_IO, "scaleio", Fate.GONE, "v1.22", "the CSI driver csi-vxflexos.dellemc.com"),
    FLOCKER(SourceType.FLOCKER, "flocker", Fate.GONE, "v1.25", "nothing: the product is gone too"),
    QUOBYTE(SourceType.QUOBYTE, "quobyte", Fate.GONE, "v1.25", "the CSI driver csi.quobyte.com"),
    STORAGE_OS(SourceType.STORAGE_OS, "storageos", Fate.GONE, "v1.25", "a CSI driver"),
    GLUSTERFS(
            SourceType.GLUSTERFS,
            "glusterfs",
            Fate.GONE,
            "v1.26",
            "nothing within Kubernetes: NFS or another CSI driver"),
    CEPHFS(SourceType.CEPHFS, "cephfs", Fate.GONE, "v1.31", "the CSI driver cephfs.csi.ceph.com"),
    RBD(SourceType.RBD, "rbd", Fate.GONE, "v1.31", "the CSI driver rbd.csi.ceph.com"),
    GIT_REPO(SourceType.GIT_REPO, "git-repo", Fate.GONE, "v1.33", "an init container that clones into an emptyDir"),
    CINDER(SourceType.CINDER, "cinder", Fate.MIGRATED, "v1.21", "the CSI driver cinder.csi.openstack.org"),
    AWS(SourceType.AWS_ELASTIC_BLOCK_STORE, "aws-ebs", Fate.MIGRATED, "v1.23", "the CSI driver ebs.csi.aws.com"),
    AZURE_DISK(SourceType.AZURE_DISK, "azure-disk", Fate.MIGRATED, "v1.23", "the CSI driver disk.csi.azure.com"),
    GCE(SourceType.GCE_PERSISTENT_DISK, "gce-pd", Fate.MIGRATED, "v1.23", "the CSI driver pd.csi.storage.gke.io"),
    AZURE_FILE(SourceType.AZURE_FILE, "azure-file", Fate.MIGRATED, "v1.24", "the CSI driver file.csi.azure.com"),
    VSPHERE(
            SourceType.VSPHERE_VOLUME,
            "vsphere-volume",
            Fate.MIGRATED,
            "v1.25",
            "the CSI driver csi.vsphere.vmware.com"),
    PORTWORX(SourceType.PORTWORX_VOLUME, "portworx-volume", Fate.MIGRATED, "v1.31", "the CSI driver pxd.portworx.com"),
    FLEX(SourceType.FLEX_VOLUME, "flexvolume", Fate.DEPRECATED, "v1.23", "a CSI driver"),
    HOST_PATH(SourceType.HOST_PATH, "host-path"),
    LOCAL(SourceType.LOCAL, "local-volume"),
    NFS(SourceType.NFS, "nfs"),
    ISCSI(SourceType.ISCSI, "iscsi"),
    FC(SourceType.FC, "fc"),
    CSI(SourceType.CSI, "csi");

    private static final String PREFIX = "kubernetes.io/";
    private static final List<AccessMode> ONE_NODE = List.of(AccessMode.READ_WRITE_ONCE);
    private static final List<AccessMode> READ_BY_MANY = List.of(AccessMode.READ_WRITE_ONCE, AccessMode.READ_ONLY_MANY);
    private static final List<AccessMode> SHARED =
            List.of(AccessMode.READ_WRITE_ONCE, AccessMode.READ_ONLY_MANY, AccessMode.READ_WRITE_MANY);

    private final SourceType source;
    private final String plugin;
    private final Fate fate;
    private final String since;
    private final String instead;

    PluginHistory(SourceType source, String plugin) {
        this(source, plugin, Fate.THERE, "", "");
    }

    /**
     * @param since the release from which on it was so
     * @param instead what took its place
     */
    PluginHistory(SourceType source, String plugin, Fate fate, String since, String instead) {
        this.source = source;
        this.plugin = plugin;
        this.fate = fate;
        this.since = since;
        this.instead = instead;
    }

    /** What became of it. */
    private enum Fate {
        THERE,
        DEPRECATED,
        MIGRATED,
        GONE
    }

    public static Optional<PluginHistory> of(SourceType source) {
        return Arrays.stream(values()).filter(each -> each.source == source).findFirst();
    }

    public static Optional<PluginHistory> ofProvisioner(String provisioner) {
        return Arrays.stream(values())
                .filter(each -> provisioner.equals(PREFIX + each.plugin))
                .findFirst();
    }

    /** Whether it does not work any more. */
    public boolean isGone() {
        return fate == Fate.GONE;
    }

    /** Whether a CSI driver does its work. */
    public boolean isMigrated() {
        return fate == Fate.MIGRATED;
    }

    public boolean isDeprecated() {
        return fate == Fate.DEPRECATED;
    }

    public String since() {
        return since;
    }

    public String instead() {
        return instead;
    }

    /** For a person: {@code does nothing since v1.31}. */
    public String went() {
        return "does nothing since " + since + "; in its place: " + instead;
    }

    /** What has to be installed on every node that is to mount it, beside the kubelet. */
    public Optional<String> program() {
        return switch (this) {
            case NFS -> Optional.of("mount.nfs (package nfs-common or nfs-utils)");
            case ISCSI -> Optional.of("iscsiadm and a running iscsid (package open-iscsi or iscsi-initiator-utils)");
            case FC -> Optional.of("a Fibre Channel adapter, and multipathd where there are several paths");
            case FLEX -> Optional.of("the driver's executable in the kubelet's folder of volume plug-ins");
            default -> Optional.empty();
        };
    }

    /** The modes that it can serve; empty where that depends on a driver. */
    public Optional<List<AccessMode>> modes() {
        return switch (this) {
            case HOST_PATH, VSPHERE, AWS, AZURE_DISK -> Optional.of(ONE_NODE);
            case FC, ISCSI, GCE, RBD -> Optional.of(READ_BY_MANY);
            case NFS, AZURE_FILE, CEPHFS, GLUSTERFS -> Optional.of(SHARED);
            default -> Optional.empty();
        };
    }

    /** Whether a volume of it can be a raw block device; yes, where that depends on a driver. */
    public boolean isBlock() {
        return switch (this) {
            case HOST_PATH,
                    NFS,
                    AZURE_FILE,
                    CEPHFS,
                    GLUSTERFS,
                    FLEX,
                    PORTWORX,
                    QUOBYTE,
                    FLOCKER,
                    STORAGE_OS,
                    SCALE_IO,
                    PHOTON,
                    GIT_REPO -> false;
            default -> true;
        };
    }

    /** Whether the kubelet mounts it with options. */
    public boolean takesMountOptions() {
        return switch (this) {
            case HOST_PATH, FLEX -> false;
            default -> true;
        };
    }
}
