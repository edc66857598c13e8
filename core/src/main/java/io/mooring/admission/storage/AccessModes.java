package io.mooring.admission.storage;

import io.mooring.schema.BadValue;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Type;
import io.mooring.schema.Types;
import io.mooring.storage.AccessMode;
import java.util.List;

/** How volumes may be mounted. */
public final class AccessModes {
    public static final Type<AccessMode> MODE = Types.named(
            AccessMode::new,
            AccessMode::value,
            List.of(
                    AccessMode.READ_WRITE_ONCE,
                    AccessMode.READ_ONLY_MANY,
                    AccessMode.READ_WRITE_MANY,
                    AccessMode.READ_WRITE_ONCE_POD));

    /** Sorted, as upstream prints them. */
    private static final List<String> KNOWN =
            List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");

    private AccessModes() {}

    /** Known modes; ReadWriteOncePod stands alone. All is told at the list. */
    public static void check(List<AccessMode> modes, ErrorsAt at) {
        boolean oncePod = false;
        boolean others = false;
        for (AccessMode mode : modes) {
            if (!KNOWN.contains(mode.value())) {
                Checks.meaning(mode.value(), KNOWN, at).notSupported(BadValue.ofTyped(mode.value()), KNOWN);
            } else if (mode.equals(AccessMode.READ_WRITE_ONCE_POD)) {
                oncePod = true;
            } else {
                others = true;
            }
        }
        if (oncePod && others) {
            at.advising("keep ReadWriteOncePod alone, or leave it out")
                    .forbidden("may not use ReadWriteOncePod with other access modes");
        }
    }
}
