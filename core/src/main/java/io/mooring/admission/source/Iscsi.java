package io.mooring.admission.source;

import static io.mooring.schema.Checks.between;
import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.int32;
import static io.mooring.schema.Field.object;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.texts;
import static io.mooring.schema.TreeLine.rule;

import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;
import io.mooring.tree.JsonObject;
import java.nio.charset.StandardCharsets;

/** An iSCSI disk. Kubernetes: {@code core/v1 ISCSIVolumeSource} and {@code ISCSIPersistentVolumeSource}. */
final class Iscsi {
    private static final int MOST_PORTAL_BYTES = 64;
    private static final String PORTAL_TOO_LONG =
            "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is"
                    + " specified.";

    private static final Field<String> TARGET_PORTAL =
            text("targetPortal").always().required();
    private static final Field<Boolean> CHAP_AUTH_DISCOVERY = bool("chapAuthDiscovery");
    private static final Field<Boolean> CHAP_AUTH_SESSION = bool("chapAuthSession");
    private static final Field<String> INITIATOR_NAME = text("initiatorName").optional();

    static final SourceSchema SOURCE = SourceSchema.of(SourceType.ISCSI, Iscsi::in);

    private Iscsi() {}

    private static TreeSchema in(SourceHolder holder) {
        boolean isInPod = holder == SourceHolder.POD;
        Check<String> name = isInPod ? IscsiName::checkInPod : IscsiName::check;
        Field<JsonObject> secretRef = isInPod ? holder.secret("secretRef") : secretOfAnyNamespace();
        return TreeSchema.of(
                TARGET_PORTAL,
                holder.onlyInPersistentVolume(rule(Iscsi::portalFitsVolumeName)),
                text("iqn").always().required().check(name),
                int32("lun").always().check(between(0, 255)),
                text("iscsiInterface").preset("default"),
                text("fsType"),
                bool("readOnly"),
                texts("portals"),
                CHAP_AUTH_DISCOVERY,
                CHAP_AUTH_SESSION,
                rule((disk, at) -> secretForChap(disk, secretRef, at)),
                secretRef,
                INITIATOR_NAME,
                rule((disk, at) -> INITIATOR_NAME
                        .in(disk)
                        .ifPresent(initiator -> name.check(initiator, at.child("initiatorname")))));
    }

    private static Field<JsonObject> secretOfAnyNamespace() {
        return object("secretRef", TreeSchema.of(text("name").required(), text("namespace")));
    }

    private static void secretForChap(JsonObject disk, Field<JsonObject> secretRef, ErrorsAt at) {
        boolean usesChap = CHAP_AUTH_DISCOVERY.of(disk) || CHAP_AUTH_SESSION.of(disk);
        if (usesChap && !secretRef.isIn(disk)) {
            at.child(secretRef).required();
        }
    }

    private static void portalFitsVolumeName(JsonObject disk, ErrorsAt at) {
        if (!isPortalShort(at.option(Sources.VOLUME_NAME), disk)) {
            at.child("targetportal").invalid(TARGET_PORTAL.of(disk), PORTAL_TOO_LONG);
        }
    }

    /** The same of a pod's volume, told at the volume's name. */
    static void portalFitsPodVolumeName(String volumeName, JsonObject disk, ErrorsAt name) {
        if (!isPortalShort(volumeName, disk)) {
            name.invalid(volumeName, PORTAL_TOO_LONG);
        }
    }

    /** The initiator's name is made from the volume's, so both together have a limit. */
    private static boolean isPortalShort(String volumeName, JsonObject disk) {
        String portal = volumeName + ":" + TARGET_PORTAL.of(disk);
        return !INITIATOR_NAME.isIn(disk) || portal.getBytes(StandardCharsets.UTF_8).length <= MOST_PORTAL_BYTES;
    }
}
