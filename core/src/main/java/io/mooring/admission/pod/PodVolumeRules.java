package io.mooring.admission.pod;

import io.mooring.admission.source.Sources;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Tree;
import io.mooring.storage.SourceType;
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
    /** In the order in which they are looked for. */
    private static final List<SourceType> ORDER = List.of(
            SourceType.EMPTY_DIR,
            SourceType.HOST_PATH,
            SourceType.GIT_REPO,
            SourceType.GCE_PERSISTENT_DISK,
            SourceType.AWS_ELASTIC_BLOCK_STORE,
            SourceType.SECRET,
            SourceType.NFS,
            SourceType.ISCSI,
            SourceType.GLUSTERFS,
            SourceType.FLOCKER,
            SourceType.PERSISTENT_VOLUME_CLAIM,
            SourceType.RBD,
            SourceType.CINDER,
            SourceType.CEPHFS,
            SourceType.QUOBYTE,
            SourceType.DOWNWARD_API,
            SourceType.FC,
            SourceType.FLEX_VOLUME,
            SourceType.CONFIG_MAP,
            SourceType.AZURE_FILE,
            SourceType.VSPHERE_VOLUME,
            SourceType.PHOTON_PERSISTENT_DISK,
            SourceType.PORTWORX_VOLUME,
            SourceType.AZURE_DISK,
            SourceType.STORAGE_OS,
            SourceType.PROJECTED,
            SourceType.SCALE_IO,
            SourceType.CSI,
            SourceType.EPHEMERAL,
            SourceType.IMAGE);

    /** Checks the volumes; gives those without fault by name. */
    Map<String, JsonObject> check(List<JsonObject> volumes, ErrorsAt at) {
        Map<String, JsonObject> faultless = new LinkedHashMap<>();
        List<String> claims = volumes.stream()
                .filter(volume -> volume.has("ephemeral"))
                .flatMap(volume -> ownClaim(volume).stream())
                .collect(Collectors.toList());
        for (int i = 0; i < volumes.size(); i++) {
            JsonObject volume = volumes.get(i);
            ErrorsAt place = at.index(i);
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

    private void check(JsonObject volume, Map<String, JsonObject> others, ErrorsAt at) {
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

    private void checkSource(JsonObject volume, ErrorsAt at) {
        boolean isFirst = true;
        for (SourceType type : ORDER) {
            Optional<JsonObject> source = Tree.object(volume, type.field());
            if (source.isPresent() && isFirst) {
                check(type, source.get(), at.child(Sources.of(type).errorName()));
                isFirst = false;
            } else if (source.isPresent()) {
                at.child(Sources.of(type).furtherName()).forbidden("may not specify more than 1 volume type");
            }
            source.ifPresent(it -> checkName(type, it, volume, at));
        }
        if (isFirst) {
            at.required("must specify a volume type");
        }
    }

    private static void check(SourceType type, JsonObject source, ErrorsAt at) {
        if (type == SourceType.EPHEMERAL) {
            EphemeralVolumeRules.check(source, at);
        } else {
            Sources.of(type).inPod().orElseThrow().check(source, at);
        }
    }

    /** Names that are made from the volume's. */
    private void checkName(SourceType type, JsonObject source, JsonObject volume, ErrorsAt at) {
        String name = Tree.text(volume, "name");
        if (type == SourceType.ISCSI) {
            Sources.portalFitsPodVolumeName(name, source, at.child("name"));
        }
        if (type == SourceType.EPHEMERAL) {
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
