package io.mooring.admission;

import io.mooring.storage.source.IscsiVolumeSource;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The names of iSCSI targets and initiators. */
final class IscsiRules {
    /** Upstream does not anchor this one at the beginning; it is asked of texts that begin with {@code iqn}. */
    private static final Pattern IQN =
            Pattern.compile("iqn\\.[0-9]{4}-[0-9]{2}\\.[A-Za-z0-9.\\-]+:[^,;*&$|\\t\\n\\f\\r ]+\\z");

    private static final Pattern EUI = Pattern.compile("\\Aeui[^\\n][A-Za-z0-9]{16}\\z");
    private static final Pattern NAA = Pattern.compile("\\Anaa[^\\n][A-Za-z0-9]{32}\\z");
    private static final int MOST_PORTAL_BYTES = 64;

    private IscsiRules() {}

    /** An {@code iqn.}, {@code eui.} or {@code naa.} name. */
    static void name(String name, Place at) {
        if (!isName(name)) {
            at.invalid(name, "must be valid format");
        }
    }

    private static boolean isName(String name) {
        if (name.startsWith("iqn")) {
            return IQN.matcher(name).find();
        }
        return name.startsWith("eui")
                ? EUI.matcher(name).find()
                : NAA.matcher(name).find();
    }

    static void secretForChap(IscsiVolumeSource source, Place at) {
        if ((source.chapAuthDiscovery() || source.chapAuthSession())
                && source.secretRef().isEmpty()) {
            at.child("secretRef").required();
        }
    }

    /** The initiator's name is made from the volume's, so both together have a limit. */
    static void portalLength(String volumeName, IscsiVolumeSource source, Place at) {
        String portal = volumeName + ":" + source.targetPortal();
        if (source.initiatorName().isPresent() && portal.getBytes(StandardCharsets.UTF_8).length > MOST_PORTAL_BYTES) {
            at.child("targetportal")
                    .invalid(
                            source.targetPortal(),
                            "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if"
                                    + " iscsi.initiatorName is specified.");
        }
    }
}
