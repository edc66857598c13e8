package io.mooring.admission.source;

import io.mooring.schema.ErrorsAt;
import java.util.regex.Pattern;

/** The names of iSCSI targets and initiators. */
final class IscsiName {
    /** Upstream does not anchor this one at the beginning; it is asked of texts that begin with {@code iqn}. */
    private static final Pattern IQN =
            Pattern.compile("iqn\\.[0-9]{4}-[0-9]{2}\\.[A-Za-z0-9.\\-]+:[^,;*&$|\\t\\n\\f\\r ]+\\z");

    private static final Pattern EUI = Pattern.compile("\\Aeui[^\\n][A-Za-z0-9]{16}\\z");
    private static final Pattern NAA = Pattern.compile("\\Anaa[^\\n][A-Za-z0-9]{32}\\z");

    private IscsiName() {}

    /** An {@code iqn.}, {@code eui.} or {@code naa.} name. */
    static void check(String name, ErrorsAt at) {
        if (!isName(name)) {
            at.invalid(name, "must be valid format");
        }
    }

    /** The same, with upstream's other words for names that begin otherwise. */
    static void checkInPod(String name, ErrorsAt at) {
        if (name.startsWith("iqn") || name.startsWith("eui") || name.startsWith("naa")) {
            check(name, at);
        } else {
            at.invalid(name, "must be valid format starting with iqn, eui, or naa");
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
}
