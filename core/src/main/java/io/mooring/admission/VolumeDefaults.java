package io.mooring.admission;

import static io.mooring.admission.PodDefaults.number;
import static io.mooring.admission.PodDefaults.text;

import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import io.mooring.workload.EphemeralClaimTemplate;

/** What the API server fills in where a pod's volume says nothing. Models {@code SetDefaults_Volume} and its like. */
final class VolumeDefaults {
    /** 0644: everybody reads, the owner writes. */
    private static final int FILE_MODE = 420;

    private static final int HOUR_IN_SECONDS = 3600;

    private VolumeDefaults() {}

    static JsonObject volume(JsonObject volume) {
        if (volume.without("name").isEmpty()) {
            return volume.with("emptyDir", JsonObject.EMPTY);
        }
        JsonObject filled = Tree.changing(volume, "secret", VolumeDefaults::fileMode);
        filled = Tree.changing(filled, "configMap", VolumeDefaults::fileMode);
        filled = Tree.changing(filled, "downwardAPI", files -> fileFields(fileMode(files)));
        filled = Tree.changing(filled, "projected", VolumeDefaults::projected);
        filled = Tree.changing(filled, "hostPath", path -> path.withDefault("type", text("")));
        filled = Tree.changing(filled, "iscsi", disk -> disk.withDefault("iscsiInterface", text("default")));
        filled = Tree.changing(filled, "rbd", VolumeDefaults::rbd);
        filled = Tree.changing(filled, "azureDisk", VolumeDefaults::azureDisk);
        filled = Tree.changing(filled, "scaleIO", VolumeDefaults::scaleIo);
        filled = Tree.changing(filled, "image", VolumeDefaults::image);
        return Tree.changing(
                filled,
                "ephemeral",
                claim -> Tree.changing(claim, "volumeClaimTemplate", VolumeDefaults::claimTemplate));
    }

    private static JsonObject fileMode(JsonObject files) {
        return files.withDefault("defaultMode", number(FILE_MODE));
    }

    private static JsonObject fileFields(JsonObject files) {
        return Tree.changingEach(files, "items", PodDefaults::fieldReference);
    }

    private static JsonObject projected(JsonObject projected) {
        return Tree.changingEach(fileMode(projected), "sources", source -> {
            JsonObject filled = Tree.changing(source, "downwardAPI", VolumeDefaults::fileFields);
            return Tree.changing(
                    filled,
                    "serviceAccountToken",
                    token -> token.withDefault("expirationSeconds", number(HOUR_IN_SECONDS)));
        });
    }

    private static JsonObject rbd(JsonObject rbd) {
        return rbd.withDefault("pool", text("rbd"))
                .withDefault("user", text("admin"))
                .withDefault("keyring", text("/etc/ceph/keyring"));
    }

    private static JsonObject azureDisk(JsonObject disk) {
        return disk.withDefault("cachingMode", text("ReadWrite"))
                .withDefault("kind", text("Shared"))
                .withDefault("fsType", text("ext4"))
                .withDefault("readOnly", JsonBool.FALSE);
    }

    private static JsonObject scaleIo(JsonObject volume) {
        return volume.withDefault("storageMode", text("ThinProvisioned")).withDefault("fsType", text("xfs"));
    }

    private static JsonObject image(JsonObject image) {
        return image.withDefault("pullPolicy", text(PodDefaults.pullPolicy(Tree.text(image, "reference"))));
    }

    private static JsonObject claimTemplate(JsonObject template) {
        EphemeralClaimTemplate read =
                EphemeralClaimTemplate.CODEC.decode(template).orThrow();
        return (JsonObject) EphemeralClaimTemplate.CODEC.write(read.withSpec(ClaimDefaults.spec(read.spec())));
    }
}
