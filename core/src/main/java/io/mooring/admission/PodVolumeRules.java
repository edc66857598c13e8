package io.mooring.admission;

import io.mooring.names.NameRule;
import io.mooring.storage.source.AwsElasticBlockStoreVolumeSource;
import io.mooring.storage.source.AzureDiskVolumeSource;
import io.mooring.storage.source.AzureFileVolumeSource;
import io.mooring.storage.source.CephfsVolumeSource;
import io.mooring.storage.source.FcVolumeSource;
import io.mooring.storage.source.FlexVolumeSource;
import io.mooring.storage.source.FlockerVolumeSource;
import io.mooring.storage.source.GcePersistentDiskVolumeSource;
import io.mooring.storage.source.GlusterfsVolumeSource;
import io.mooring.storage.source.HostPathVolumeSource;
import io.mooring.storage.source.NfsVolumeSource;
import io.mooring.storage.source.PhotonPersistentDiskVolumeSource;
import io.mooring.storage.source.PortworxVolumeSource;
import io.mooring.storage.source.QuobyteVolumeSource;
import io.mooring.storage.source.RbdVolumeSource;
import io.mooring.storage.source.ScaleIoVolumeSource;
import io.mooring.storage.source.VsphereVirtualDiskVolumeSource;
import io.mooring.tree.Codec;
import io.mooring.tree.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is checked on the volumes of a pod or a pod template. Models {@code ValidateVolumes} and {@code
 * validateVolumeSource} of {@code pkg/apis/core/validation}.
 *
 * @param podName the pod, whose name goes into the names of its own claims; empty for a template
 */
record PodVolumeRules(Optional<String> podName) {
    /** One line a source, in the order they are checked. */
    private static final Map<String, Rule<JsonObject>> SOURCES = sources();

    /** Where upstream tells of a source at another name than the field's own. */
    private static final Map<String, String> OTHER_NAMES = Map.of("gcePersistentDisk", "persistentDisk");

    private static final Map<String, String> OTHER_NAMES_OF_SECOND_SOURCE =
            Map.of("cephfs", "cephFS", "downwardAPI", "downwarAPI");

    private static Map<String, Rule<JsonObject>> sources() {
        Map<String, Rule<JsonObject>> rules = new LinkedHashMap<>();
        rules.put("emptyDir", FileVolumeRules::emptyDir);
        rules.put("hostPath", as(HostPathVolumeSource.CODEC, VolumeSourceRules.HOST_PATH));
        rules.put("gitRepo", FileVolumeRules.GIT_REPO);
        rules.put("gcePersistentDisk", as(GcePersistentDiskVolumeSource.CODEC, VolumeSourceRules.GCE_PERSISTENT_DISK));
        rules.put(
                "awsElasticBlockStore",
                as(AwsElasticBlockStoreVolumeSource.CODEC, VolumeSourceRules.AWS_ELASTIC_BLOCK_STORE));
        rules.put("secret", FileVolumeRules.SECRET);
        rules.put("nfs", as(NfsVolumeSource.CODEC, VolumeSourceRules.NFS));
        rules.put("iscsi", InlineDriverRules.ISCSI);
        rules.put("glusterfs", as(GlusterfsVolumeSource.CODEC, VolumeSourceRules.GLUSTERFS));
        rules.put("flocker", as(FlockerVolumeSource.CODEC, VolumeSourceRules.FLOCKER));
        rules.put("persistentVolumeClaim", TreeRules.table().required("claimName"));
        rules.put("rbd", as(RbdVolumeSource.CODEC, VolumeSourceRules.RBD));
        rules.put("cinder", InlineDriverRules.CINDER);
        rules.put("cephfs", as(CephfsVolumeSource.CODEC, VolumeSourceRules.CEPHFS));
        rules.put("quobyte", as(QuobyteVolumeSource.CODEC, VolumeSourceRules.QUOBYTE));
        rules.put("downwardAPI", FileVolumeRules.DOWNWARD_API);
        rules.put("fc", as(FcVolumeSource.CODEC, VolumeSourceRules.FC));
        rules.put("flexVolume", as(FlexVolumeSource.CODEC, VolumeSourceRules.FLEX_VOLUME));
        rules.put("configMap", FileVolumeRules.CONFIG_MAP);
        rules.put("azureFile", as(AzureFileVolumeSource.CODEC, VolumeSourceRules.AZURE_FILE));
        rules.put("vsphereVolume", as(VsphereVirtualDiskVolumeSource.CODEC, VolumeSourceRules.VSPHERE_VOLUME));
        rules.put(
                "photonPersistentDisk",
                as(PhotonPersistentDiskVolumeSource.CODEC, VolumeSourceRules.PHOTON_PERSISTENT_DISK));
        rules.put("portworxVolume", as(PortworxVolumeSource.CODEC, VolumeSourceRules.PORTWORX_VOLUME));
        rules.put("azureDisk", as(AzureDiskVolumeSource.CODEC, VolumeSourceRules.AZURE_DISK));
        rules.put("storageos", InlineDriverRules.STORAGE_OS);
        rules.put("projected", ProjectedVolumeRules::check);
        rules.put("scaleIO", as(ScaleIoVolumeSource.CODEC, VolumeSourceRules.SCALE_IO));
        rules.put("csi", InlineDriverRules.CSI);
        rules.put("ephemeral", EphemeralVolumeRules::check);
        rules.put("image", FileVolumeRules.IMAGE);
        return rules;
    }

    /** The same rules as for the source of a PersistentVolume, which has the same fields. */
    private static <T> Rule<JsonObject> as(Codec<T> codec, Rule<T> rule) {
        return (tree, at) -> rule.check(codec.decode(tree).value().orElseThrow(), at);
    }

    /** Checks the volumes; gives those without fault by name. */
    Map<String, JsonObject> check(List<JsonObject> volumes, Place at) {
        Map<String, JsonObject> faultless = new LinkedHashMap<>();
        List<String> claims = volumes.stream()
                .filter(volume -> volume.has("ephemeral"))
                .flatMap(volume -> ownClaim(volume).stream())
                .collect(Collectors.toList());
        for (int i = 0; i < volumes.size(); i++) {
            JsonObject volume = volumes.get(i);
            Place place = at.index(i);
            if (place.isFaultless(each -> check(volume, faultless, each))) {
                faultless.put(Tree.text(volume, "name"), volume);
            }
            Tree.object(volume, "persistentVolumeClaim")
                    .map(source -> Tree.text(source, "claimName"))
                    .filter(claims::contains)
                    .ifPresent(claim -> place.child("persistentVolumeClaim", "claimName")
                            .invalid(claim, "must not reference a PVC that gets created for an ephemeral volume"));
        }
        return faultless;
    }

    private void check(JsonObject volume, Map<String, JsonObject> others, Place at) {
        checkSource(volume, at);
        String name = Tree.text(volume, "name");
        if (name.isEmpty()) {
            at.child("name").required();
        } else {
            Checks.name(NameRule.DNS_1123_LABEL).check(name, at.child("name"));
        }
        if (others.containsKey(name)) {
            at.child("name").duplicate(BadValue.of(name));
        }
    }

    private void checkSource(JsonObject volume, Place at) {
        boolean isFirst = true;
        for (Map.Entry<String, Rule<JsonObject>> rule : SOURCES.entrySet()) {
            String field = rule.getKey();
            Optional<JsonObject> source = Tree.object(volume, field);
            if (source.isPresent() && isFirst) {
                rule.getValue().check(source.get(), at.child(OTHER_NAMES.getOrDefault(field, field)));
                isFirst = false;
            } else if (source.isPresent()) {
                at.child(OTHER_NAMES_OF_SECOND_SOURCE.getOrDefault(field, field))
                        .forbidden("may not specify more than 1 volume type");
            }
            source.ifPresent(it -> checkName(field, it, volume, at));
        }
        if (isFirst) {
            at.required("must specify a volume type");
        }
    }

    /** Names that are made from the volume's. */
    private void checkName(String field, JsonObject source, JsonObject volume, Place at) {
        String name = Tree.text(volume, "name");
        if (field.equals("iscsi")) {
            InlineDriverRules.portalLength(name, source, at.child("name"));
        }
        if (field.equals("ephemeral")) {
            ownClaim(volume)
                    .ifPresent(claim -> NameRule.DNS_1123_SUBDOMAIN
                            .problems(claim)
                            .forEach(problem -> at.child("name")
                                    .invalid(
                                            name,
                                            "PVC name " + BadValue.of(claim).text() + ": " + problem)));
        }
    }

    private Optional<String> ownClaim(JsonObject volume) {
        String name = Tree.text(volume, "name");
        return podName.filter(pod -> !pod.isEmpty() && !name.isEmpty()).map(pod -> pod + "-" + name);
    }
}
