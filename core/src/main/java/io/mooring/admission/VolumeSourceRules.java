package io.mooring.admission;

import static io.mooring.admission.Checks.absolutePath;
import static io.mooring.admission.Checks.between;
import static io.mooring.admission.Checks.name;
import static io.mooring.admission.Checks.noBacksteps;
import static io.mooring.admission.Checks.oneOf;
import static io.mooring.admission.Checks.without;

import io.mooring.meta.ObjectReference;
import io.mooring.names.NameRule;
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
import io.mooring.storage.source.HostPathType;
import io.mooring.storage.source.HostPathVolumeSource;
import io.mooring.storage.source.IscsiVolumeSource;
import io.mooring.storage.source.LocalVolumeSource;
import io.mooring.storage.source.NfsVolumeSource;
import io.mooring.storage.source.PhotonPersistentDiskVolumeSource;
import io.mooring.storage.source.PortworxVolumeSource;
import io.mooring.storage.source.QuobyteVolumeSource;
import io.mooring.storage.source.RbdVolumeSource;
import io.mooring.storage.source.ScaleIoVolumeSource;
import io.mooring.storage.source.SecretReference;
import io.mooring.storage.source.StorageOsVolumeSource;
import io.mooring.storage.source.VsphereVirtualDiskVolumeSource;
import io.mooring.tree.GoText;

/** What is checked on each kind of volume source. Models the {@code validate...Source} functions of {@code core/validation}. */
final class VolumeSourceRules {
    private static final String PARTITION = "must be between 1 and 255, inclusive";

    static final Rules<HostPathVolumeSource> HOST_PATH = Rules.<HostPathVolumeSource>table()
            .required("path", HostPathVolumeSource::path, noBacksteps())
            .ruleIf(
                    source -> !source.path().isEmpty(),
                    Rules.<HostPathVolumeSource>table()
                            .optional(
                                    "type",
                                    HostPathVolumeSource::type,
                                    oneOf(
                                            HostPathType::value,
                                            "",
                                            "BlockDevice",
                                            "CharDevice",
                                            "Directory",
                                            "DirectoryOrCreate",
                                            "File",
                                            "FileOrCreate",
                                            "Socket")));

    static final Rules<GcePersistentDiskVolumeSource> GCE_PERSISTENT_DISK = Rules.<GcePersistentDiskVolumeSource>table()
            .required("pdName", GcePersistentDiskVolumeSource::pdName)
            .field("partition", GcePersistentDiskVolumeSource::partition, between(0, 255, PARTITION));

    static final Rules<AwsElasticBlockStoreVolumeSource> AWS_ELASTIC_BLOCK_STORE =
            Rules.<AwsElasticBlockStoreVolumeSource>table()
                    .required("volumeID", AwsElasticBlockStoreVolumeSource::volumeID)
                    .field("partition", AwsElasticBlockStoreVolumeSource::partition, between(0, 255, PARTITION));

    static final Rules<GlusterfsVolumeSource> GLUSTERFS = Rules.<GlusterfsVolumeSource>table()
            .required("endpoints", GlusterfsVolumeSource::endpoints)
            .required("path", GlusterfsVolumeSource::path)
            .optional(
                    "endpointsNamespace",
                    GlusterfsVolumeSource::endpointsNamespace,
                    VolumeSourceRules::endpointsNamespace);

    static final Rules<FlockerVolumeSource> FLOCKER = Rules.<FlockerVolumeSource>table()
            .rule(VolumeSourceRules::oneDataset)
            .field("datasetName", FlockerVolumeSource::datasetName, without("/", "must not contain '/'"));

    static final Rules<NfsVolumeSource> NFS = Rules.<NfsVolumeSource>table()
            .required("server", NfsVolumeSource::server)
            .required("path", NfsVolumeSource::path)
            .field("path", NfsVolumeSource::path, absolutePath().advise("begin it with /"));

    static final Rules<RbdVolumeSource> RBD = Rules.<RbdVolumeSource>table()
            .required("monitors", RbdVolumeSource::monitors)
            .required("image", RbdVolumeSource::image);

    static final Rules<QuobyteVolumeSource> QUOBYTE = Rules.<QuobyteVolumeSource>table()
            .rule(QuobyteRules::registryAndTenant)
            .required("volume", QuobyteVolumeSource::volume);

    static final Rules<CephfsVolumeSource> CEPHFS =
            Rules.<CephfsVolumeSource>table().required("monitors", CephfsVolumeSource::monitors);

    static final Rules<CinderVolumeSource> CINDER = Rules.<CinderVolumeSource>table()
            .required("volumeID", CinderVolumeSource::volumeID)
            .optional(
                    "secretRef",
                    CinderVolumeSource::secretRef,
                    Rules.<SecretReference>table()
                            .required("name", SecretReference::name)
                            .required("namespace", SecretReference::namespace));

    static final Rules<FcVolumeSource> FC = Rules.<FcVolumeSource>table()
            .rule(VolumeSourceRules::worldWideNames)
            .ruleIf(
                    source -> !source.targetWWNs().isEmpty(),
                    Rules.<FcVolumeSource>table()
                            .requiredBecause("lun", "lun is required if targetWWNs is specified", FcVolumeSource::lun)
                            .optional("lun", FcVolumeSource::lun, between(0, 255)));

    static final Rules<FlexVolumeSource> FLEX_VOLUME = Rules.<FlexVolumeSource>table()
            .required("driver", FlexVolumeSource::driver)
            .rule(VolumeSourceRules::noReservedOptions);

    static final Rules<AzureFileVolumeSource> AZURE_FILE = Rules.<AzureFileVolumeSource>table()
            .required("secretName", AzureFileVolumeSource::secretName)
            .required("shareName", AzureFileVolumeSource::shareName)
            .optional("secretNamespace", AzureFileVolumeSource::secretNamespace, VolumeSourceRules::notEmpty);

    static final Rules<VsphereVirtualDiskVolumeSource> VSPHERE_VOLUME = Rules.<VsphereVirtualDiskVolumeSource>table()
            .required("volumePath", VsphereVirtualDiskVolumeSource::volumePath);

    static final Rules<PhotonPersistentDiskVolumeSource> PHOTON_PERSISTENT_DISK =
            Rules.<PhotonPersistentDiskVolumeSource>table().required("pdID", PhotonPersistentDiskVolumeSource::pdID);

    static final Rules<PortworxVolumeSource> PORTWORX_VOLUME =
            Rules.<PortworxVolumeSource>table().required("volumeID", PortworxVolumeSource::volumeID);

    static final Rules<AzureDiskVolumeSource> AZURE_DISK = Rules.<AzureDiskVolumeSource>table()
            .required("diskName", AzureDiskVolumeSource::diskName)
            .required("diskURI", AzureDiskVolumeSource::diskURI)
            .optional(
                    "cachingMode",
                    AzureDiskVolumeSource::cachingMode,
                    oneOf(mode -> mode, "None", "ReadOnly", "ReadWrite"))
            .optional("kind", AzureDiskVolumeSource::kind, oneOf(kind -> kind, "Dedicated", "Managed", "Shared"))
            .rule(AzureDiskRules::address);

    static final Rules<ScaleIoVolumeSource> SCALE_IO = Rules.<ScaleIoVolumeSource>table()
            .required("gateway", ScaleIoVolumeSource::gateway)
            .required("system", ScaleIoVolumeSource::system)
            .required("volumeName", ScaleIoVolumeSource::volumeName);

    static final Rules<LocalVolumeSource> LOCAL =
            Rules.<LocalVolumeSource>table().required("path", LocalVolumeSource::path, noBacksteps());

    static final Rules<StorageOsVolumeSource> STORAGE_OS = Rules.<StorageOsVolumeSource>table()
            .required("volumeName", StorageOsVolumeSource::volumeName, name(NameRule.DNS_1123_LABEL))
            .unlessEmpty("volumeNamespace", StorageOsVolumeSource::volumeNamespace, name(NameRule.DNS_1123_LABEL))
            .optional(
                    "secretRef",
                    StorageOsVolumeSource::secretRef,
                    Rules.<ObjectReference>table()
                            .required("name", ObjectReference::name)
                            .required("namespace", ObjectReference::namespace));

    private static final Rules<SecretReference> CSI_SECRET = Rules.<SecretReference>table()
            .required("name", SecretReference::name, name(NameRule.DNS_1123_SUBDOMAIN))
            .required("namespace", SecretReference::namespace, name(NameRule.DNS_1123_LABEL));

    /** Upstream has no rule for {@code nodeStageSecretRef}. */
    static final Rules<CsiVolumeSource> CSI = Rules.<CsiVolumeSource>table()
            .required("driver", CsiVolumeSource::driver, CsiRules::driver)
            .required("volumeHandle", CsiVolumeSource::volumeHandle)
            .optional("controllerPublishSecretRef", CsiVolumeSource::controllerPublishSecretRef, CSI_SECRET)
            .optional("controllerExpandSecretRef", CsiVolumeSource::controllerExpandSecretRef, CSI_SECRET)
            .optional("nodePublishSecretRef", CsiVolumeSource::nodePublishSecretRef, CSI_SECRET)
            .optional("nodeExpandSecretRef", CsiVolumeSource::nodeExpandSecretRef, CSI_SECRET);

    private VolumeSourceRules() {}

    static Rules<IscsiVolumeSource> iscsi(String volumeName) {
        return Rules.<IscsiVolumeSource>table()
                .required("targetPortal", IscsiVolumeSource::targetPortal)
                .rule((source, at) -> IscsiRules.portalLength(volumeName, source, at))
                .required("iqn", IscsiVolumeSource::iqn, IscsiRules::name)
                .field("lun", IscsiVolumeSource::lun, between(0, 255))
                .rule(IscsiRules::secretForChap)
                .optional(
                        "secretRef",
                        IscsiVolumeSource::secretRef,
                        Rules.<SecretReference>table().required("name", SecretReference::name))
                .optional("initiatorname", IscsiVolumeSource::initiatorName, IscsiRules::name);
    }

    private static void notEmpty(String text, Place at) {
        if (text.isEmpty()) {
            at.required();
        }
    }

    private static void endpointsNamespace(String namespace, Place at) {
        if (namespace.isEmpty()) {
            at.invalid(namespace, "if the endpointnamespace is set, it must be a valid namespace name");
        } else {
            name(NameRule.DNS_1123_LABEL).check(namespace, at);
        }
    }

    private static void oneDataset(FlockerVolumeSource source, Place at) {
        if (source.datasetName().isEmpty() && source.datasetUUID().isEmpty()) {
            at.required("one of datasetName and datasetUUID is required");
        }
        if (!source.datasetName().isEmpty() && !source.datasetUUID().isEmpty()) {
            at.invalid("resource", "datasetName and datasetUUID can not be specified simultaneously");
        }
    }

    private static void worldWideNames(FcVolumeSource source, Place at) {
        if (source.targetWWNs().isEmpty() && source.wwids().isEmpty()) {
            at.child("targetWWNs").required("must specify either targetWWNs or wwids, but not both");
        }
        if (!source.targetWWNs().isEmpty() && !source.wwids().isEmpty()) {
            at.child("targetWWNs").invalid(BadValue.LIST, "targetWWNs and wwids can not be specified simultaneously");
        }
    }

    private static void noReservedOptions(FlexVolumeSource source, Place at) {
        source.options().keySet().forEach(option -> {
            String domain = "." + GoText.lowerCase(option.split("/", 2)[0]);
            if (domain.endsWith(".kubernetes.io") || domain.endsWith(".k8s.io")) {
                at.child("options").key(option).invalid(option, "kubernetes.io and k8s.io namespaces are reserved");
            }
        });
    }
}
