package io.mooring.admission.storage;

import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.Checks;
import io.mooring.schema.Type;
import io.mooring.schema.Types;
import io.mooring.storage.VolumeMode;
import java.util.List;
import java.util.Optional;

/** What volumes show themselves as. */
public final class VolumeModes {
    public static final Type<VolumeMode> MODE =
            Types.named(VolumeMode::new, VolumeMode::value, List.of(VolumeMode.FILESYSTEM, VolumeMode.BLOCK));

    /** One that there is. */
    public static final Check<VolumeMode> KNOWN = Checks.oneOf(VolumeMode::value, "Block", "Filesystem");

    private VolumeModes() {}

    /** As the API server prints it. */
    public static BadValue printed(Optional<VolumeMode> mode) {
        return mode.map(each -> BadValue.ofTyped(each.value())).orElse(BadValue.NULL);
    }
}
