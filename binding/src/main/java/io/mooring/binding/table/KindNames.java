package io.mooring.binding.table;

import io.mooring.meta.ObjectKind;
import java.util.Locale;

/** Kinds as kubectl writes them before a name. */
final class KindNames {
    private KindNames() {}

    /** {@code persistentvolume}, {@code statefulset.apps}. */
    static String singular(String apiVersion, String kind) {
        String group = ObjectKind.groupOf(apiVersion);
        return (group.isEmpty() ? kind : kind + "." + group).toLowerCase(Locale.ROOT);
    }
}
