package io.mooring.admission;

import io.mooring.names.NameRule;
import io.mooring.tree.JsonObject;
import java.nio.charset.StandardCharsets;

/** What is checked on a pod's own volumes where it differs from the volumes of a PersistentVolume. */
final class InlineDriverRules {
    private static final int MOST_PORTAL_BYTES = 64;

    static final TreeRules CINDER = TreeRules.table()
            .required("volumeID")
            .object("secretRef", TreeRules.table().required("name"));

    static final TreeRules STORAGE_OS = TreeRules.table()
            .required("volumeName", Checks.name(NameRule.DNS_1123_LABEL))
            .textUnlessEmpty("volumeNamespace", Checks.name(NameRule.DNS_1123_LABEL))
            .object("secretRef", TreeRules.table().required("name"));

    /** Upstream tells of a secret's bad name at the volume's. */
    static final TreeRules CSI = TreeRules.table()
            .required("driver")
            .text("driver", CsiRules::driver)
            .rule((csi, at) -> Tree.object(csi, "nodePublishSecretRef").ifPresent(secret -> {
                String name = Tree.text(secret, "name");
                if (name.isEmpty()) {
                    at.child("nodePublishSecretRef", "name").required();
                } else {
                    FileVolumeRules.objectName().check(name, at.child("name"));
                }
            }));

    static final TreeRules ISCSI = TreeRules.table()
            .required("targetPortal")
            .required("iqn", InlineDriverRules::qualifiedName)
            .number("lun", TreeRules.between(0, 255, "must be between 0 and 255, inclusive"))
            .rule(InlineDriverRules::secretForChap)
            .rule((source, at) -> Tree.textIfThere(source, "initiatorName")
                    .ifPresent(name -> qualifiedName(name, at.child("initiatorname"))));

    private InlineDriverRules() {}

    private static void qualifiedName(String name, Place at) {
        if (name.startsWith("iqn") || name.startsWith("eui") || name.startsWith("naa")) {
            IscsiRules.name(name, at);
        } else {
            at.invalid(name, "must be valid format starting with iqn, eui, or naa");
        }
    }

    private static void secretForChap(JsonObject source, Place at) {
        boolean usesChap = Tree.isTrue(source, "chapAuthDiscovery") || Tree.isTrue(source, "chapAuthSession");
        if (usesChap && !source.has("secretRef")) {
            at.child("secretRef").required();
        }
    }

    /** The initiator's name is made from the volume's, so both together have a limit. */
    static void portalLength(String volumeName, JsonObject source, Place at) {
        String portal = volumeName + ":" + Tree.text(source, "targetPortal");
        if (source.has("initiatorName") && portal.getBytes(StandardCharsets.UTF_8).length > MOST_PORTAL_BYTES) {
            at.invalid(
                    volumeName,
                    "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if"
                            + " iscsi.initiatorName is specified.");
        }
    }
}
