package io.mooring.admission;

import io.mooring.storage.PersistentVolume;
import io.mooring.storage.source.AwsElasticBlockStoreVolumeSource;
import io.mooring.storage.source.AzureDiskVolumeSource;
import io.mooring.storage.source.AzureFileVolumeSource;
import io.mooring.storage.source.CephfsVolumeSource;
import io.mooring.storage.source.CinderVolumeSource;
import io.mooring.storage.source.CsiVolumeSource;
import io.mooring.storage.source.FcVolumeSource;
import io.mooring.storage.source.FlexVolumeSource;
import io.mooring.storage.source.FlockerVolumeSource;
import io.mooring.storage.source.GcePersistentDiskVolumeSource;
import io.mooring.storage.source.GlusterfsVolumeSource;
import io.mooring.storage.source.HostPathVolumeSource;
import io.mooring.storage.source.IscsiVolumeSource;
import io.mooring.storage.source.LocalVolumeSource;
import io.mooring.storage.source.NfsVolumeSource;
import io.mooring.storage.source.PhotonPersistentDiskVolumeSource;
import io.mooring.storage.source.PortworxVolumeSource;
import io.mooring.storage.source.QuobyteVolumeSource;
import io.mooring.storage.source.RbdVolumeSource;
import io.mooring.storage.source.ScaleIoVolumeSource;
import io.mooring.storage.source.StorageOsVolumeSource;
import io.mooring.storage.source.VolumeSource;
import io.mooring.storage.source.VsphereVirtualDiskVolumeSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The sources of a volume, of which there must be one. They are looked for in upstream's order; the first is checked,
 * any other refused, except that a flex volume is always checked.
 */
final class PersistentVolumeSources {
    private static final List<Line<?>> LINES = List.of(
            line("hostPath", HostPathVolumeSource.class, VolumeSourceRules.HOST_PATH),
            new Line<>(
                    GcePersistentDiskVolumeSource.class,
                    "persistentDisk",
                    "gcePersistentDisk",
                    volume -> VolumeSourceRules.GCE_PERSISTENT_DISK),
            line(
                    "awsElasticBlockStore",
                    AwsElasticBlockStoreVolumeSource.class,
                    VolumeSourceRules.AWS_ELASTIC_BLOCK_STORE),
            line("glusterfs", GlusterfsVolumeSource.class, VolumeSourceRules.GLUSTERFS),
            line("flocker", FlockerVolumeSource.class, VolumeSourceRules.FLOCKER),
            line("nfs", NfsVolumeSource.class, VolumeSourceRules.NFS),
            line("rbd", RbdVolumeSource.class, VolumeSourceRules.RBD),
            line("quobyte", QuobyteVolumeSource.class, VolumeSourceRules.QUOBYTE),
            new Line<>(CephfsVolumeSource.class, "cephfs", "cephFS", volume -> VolumeSourceRules.CEPHFS),
            new Line<>(
                    IscsiVolumeSource.class,
                    "iscsi",
                    "iscsi",
                    volume -> VolumeSourceRules.iscsi(volume.metadata().name())),
            line("cinder", CinderVolumeSource.class, VolumeSourceRules.CINDER),
            line("fc", FcVolumeSource.class, VolumeSourceRules.FC),
            line("flexVolume", FlexVolumeSource.class, VolumeSourceRules.FLEX_VOLUME),
            line("azureFile", AzureFileVolumeSource.class, VolumeSourceRules.AZURE_FILE),
            line("vsphereVolume", VsphereVirtualDiskVolumeSource.class, VolumeSourceRules.VSPHERE_VOLUME),
            line(
                    "photonPersistentDisk",
                    PhotonPersistentDiskVolumeSource.class,
                    VolumeSourceRules.PHOTON_PERSISTENT_DISK),
            line("portworxVolume", PortworxVolumeSource.class, VolumeSourceRules.PORTWORX_VOLUME),
            line("azureDisk", AzureDiskVolumeSource.class, VolumeSourceRules.AZURE_DISK),
            line("scaleIO", ScaleIoVolumeSource.class, VolumeSourceRules.SCALE_IO),
            line("local", LocalVolumeSource.class, VolumeSourceRules.LOCAL),
            line("storageos", StorageOsVolumeSource.class, VolumeSourceRules.STORAGE_OS),
            line("csi", CsiVolumeSource.class, VolumeSourceRules.CSI));

    private PersistentVolumeSources() {}

    /**
     * One kind of source.
     *
     * @param field where its rules tell what is wrong; upstream's name is not always the field's
     * @param furtherField where one too many is refused
     */
    private record Line<S extends VolumeSource>(
            Class<S> type, String field, String furtherField, Function<PersistentVolume, Rule<S>> rule) {

        Optional<S> in(PersistentVolume volume) {
            for (VolumeSource source : volume.spec().sources()) {
                if (type.isInstance(source)) {
                    return Optional.of(type.cast(source));
                }
            }
            return Optional.empty();
        }

        void check(PersistentVolume volume, S source, Place spec) {
            rule.apply(volume).check(source, spec.child(field));
            if (source instanceof LocalVolumeSource
                    && volume.spec().nodeAffinity().isEmpty()) {
                spec.child("nodeAffinity")
                        .advising("name the node: a term with the label kubernetes.io/hostname")
                        .required("Local volume requires node affinity");
            }
        }

        boolean isFlexVolume() {
            return type == FlexVolumeSource.class;
        }
    }

    private static <S extends VolumeSource> Line<S> line(String field, Class<S> type, Rule<S> rule) {
        return new Line<>(type, field, field, volume -> rule);
    }

    static void exactlyOne(PersistentVolume volume, Place at) {
        Place spec = at.child("spec");
        if (volume.spec().sources().isEmpty()) {
            spec.advising("say where the bytes are: csi, nfs, local, hostPath, ...")
                    .required("must specify a volume type");
            return;
        }
        boolean found = false;
        for (Line<?> line : LINES) {
            found |= checkLine(line, volume, spec, found);
        }
    }

    private static <S extends VolumeSource> boolean checkLine(
            Line<S> line, PersistentVolume volume, Place spec, boolean foundBefore) {
        Optional<S> source = line.in(volume);
        if (source.isEmpty()) {
            return false;
        }
        if (foundBefore && !line.isFlexVolume()) {
            spec.child(line.furtherField()).forbidden("may not specify more than 1 volume type");
        } else {
            line.check(volume, source.get(), spec);
        }
        return true;
    }
}
