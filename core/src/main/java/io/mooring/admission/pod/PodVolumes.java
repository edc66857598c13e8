package io.mooring.admission.pod;

import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Field.text;

import io.mooring.admission.source.Sources;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.CheckOption;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.Schema;
import io.mooring.schema.TreeLine;
import io.mooring.schema.Types;
import io.mooring.storage.SourceType;
import io.mooring.tree.JsonObject;
import io.mooring.workload.ClaimVolumeSource;
import io.mooring.workload.EphemeralVolumeSource;
import io.mooring.workload.Pod;
import io.mooring.workload.PodVolume;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The volumes of a pod. Kubernetes: {@code core/v1 Volume}. Models {@code ValidateVolumes}, {@code validateVolumeSource} and
 * {@code SetDefaults_Volume}.
 */
final class PodVolumes {
    /** The pod, whose name goes into the names of its own claims; empty for a template. */
    static final CheckOption<Optional<Pod>> POD = new CheckOption<>("the pod", Optional.empty());

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

    private static final Field<String> NAME = text("name").always().required().check(name(NameRule.DNS_1123_LABEL));

    private static final Field<String> CLAIM_NAME = text("claimName").always().required();
    private static final Schema<ClaimVolumeSource> CLAIM = Schema.of(
                    ClaimVolumeSource::builder, ClaimVolumeSource.Builder::build)
            .of(CLAIM_NAME, ClaimVolumeSource::claimName, ClaimVolumeSource.Builder::claimName)
            .field("readOnly", Types.BOOL, ClaimVolumeSource::readOnly, ClaimVolumeSource.Builder::readOnly)
            .schema();

    private static final Field<ClaimVolumeSource> PERSISTENT_VOLUME_CLAIM =
            Field.of(SourceType.PERSISTENT_VOLUME_CLAIM.field(), CLAIM).optional();
    private static final Field<EphemeralVolumeSource> EPHEMERAL =
            Field.of(SourceType.EPHEMERAL.field(), EphemeralVolumes.SOURCE).optional();

    private static final Schema<PodVolume> VOLUME = Schema.of(PodVolume::builder, PodVolume.Builder::build)
            .rest(PodVolume::rest, PodVolume.Builder::rest)
            .fill(PodVolumes::emptyDirIfNothing)
            .of(NAME, PodVolume::name, PodVolume.Builder::name)
            .ofOptional(
                    PERSISTENT_VOLUME_CLAIM, PodVolume::persistentVolumeClaim, PodVolume.Builder::persistentVolumeClaim)
            .ofOptional(EPHEMERAL, PodVolume::ephemeral, PodVolume.Builder::ephemeral)
            .carried(Sources.IN_POD_VOLUMES.values().toArray(TreeLine[]::new))
            .schema();

    /** A pod's volumes; those who check them also want to know which have no fault. */
    static final Field<List<PodVolume>> VOLUMES =
            Field.of("volumes", Types.list(VOLUME)).unchecked();

    private PodVolumes() {}

    private static PodVolume emptyDirIfNothing(PodVolume volume) {
        boolean hasSource = volume.persistentVolumeClaim().isPresent()
                || volume.ephemeral().isPresent()
                || !volume.rest().isEmpty();
        return hasSource
                ? volume
                : volume.withRest(Sources.inPodVolume(SourceType.EMPTY_DIR).set(volume.rest(), JsonObject.EMPTY));
    }

    /** Checks the volumes; gives those without fault by name. */
    static Map<String, PodVolume> check(List<PodVolume> volumes, ErrorsAt at) {
        Map<String, PodVolume> faultless = new LinkedHashMap<>();
        Set<String> ownClaims = volumes.stream()
                .flatMap(volume -> ownClaim(volume, at).stream())
                .collect(Collectors.toSet());
        for (int i = 0; i < volumes.size(); i++) {
            PodVolume volume = volumes.get(i);
            ErrorsAt place = at.index(i);
            if (place.isFaultless(each -> check(volume, faultless.keySet(), each))) {
                faultless.put(volume.name(), volume);
            }
            volume.persistentVolumeClaim()
                    .map(ClaimVolumeSource::claimName)
                    .filter(ownClaims::contains)
                    .ifPresent(claim -> place.child(PERSISTENT_VOLUME_CLAIM)
                            .child(CLAIM_NAME)
                            .invalid(claim, "must not reference a PVC that gets created for an ephemeral volume"));
        }
        return faultless;
    }

    private static void check(PodVolume volume, Set<String> others, ErrorsAt at) {
        checkSource(volume, at);
        NAME.checkValue(volume.name(), at);
        if (others.contains(volume.name())) {
            at.child(NAME).duplicate(BadValue.of(volume.name()));
        }
    }

    /** A volume has a source: one that is sent without any is an emptyDir. */
    private static void checkSource(PodVolume volume, ErrorsAt at) {
        boolean isFirst = true;
        for (SourceType type : ORDER) {
            if (!has(volume, type)) {
                continue;
            }
            if (isFirst) {
                check(type, volume, at);
                isFirst = false;
            } else {
                at.child(Sources.of(type).furtherName()).forbidden("may not specify more than 1 volume type");
            }
            if (type == SourceType.ISCSI) {
                Sources.portalFitsPodVolumeName(volume.name(), content(type, volume), at.child(NAME));
            }
        }
    }

    private static boolean has(PodVolume volume, SourceType type) {
        return switch (type) {
            case PERSISTENT_VOLUME_CLAIM -> volume.persistentVolumeClaim().isPresent();
            case EPHEMERAL -> volume.ephemeral().isPresent();
            default -> volume.rest().has(type.field());
        };
    }

    private static void check(SourceType type, PodVolume volume, ErrorsAt at) {
        ErrorsAt source = at.child(Sources.of(type).errorName());
        switch (type) {
            case PERSISTENT_VOLUME_CLAIM ->
                volume.persistentVolumeClaim().ifPresent(claim -> CLAIM.check(claim, source));
            case EPHEMERAL -> {
                volume.ephemeral().ifPresent(own -> EphemeralVolumes.SOURCE.check(own, source));
                ownClaim(volume, at).ifPresent(claim -> claimName(claim, volume.name(), at.child(NAME)));
            }
            default -> Sources.of(type).inPod().orElseThrow().check(content(type, volume), source);
        }
    }

    private static JsonObject content(SourceType type, PodVolume volume) {
        return Sources.inPodVolume(type).of(volume.rest());
    }

    /** Whether a claim can be called so that is made for a volume of this name. */
    private static void claimName(String claim, String volume, ErrorsAt at) {
        if (volume.isEmpty()) {
            return;
        }
        for (String problem : NameRule.DNS_1123_SUBDOMAIN.problems(claim)) {
            at.invalid(volume, "PVC name " + BadValue.of(claim).text() + ": " + problem);
        }
    }

    /** What the claim is called that is made for the volume, if it has its own and the pod has a name. */
    private static Optional<String> ownClaim(PodVolume volume, ErrorsAt at) {
        return at.option(POD)
                .filter(pod -> !pod.metadata().name().isEmpty())
                .filter(pod -> volume.ephemeral().isPresent())
                .map(pod -> pod.ephemeralClaimName(volume));
    }
}
