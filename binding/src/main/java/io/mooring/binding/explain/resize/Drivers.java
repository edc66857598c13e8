package io.mooring.binding.explain.resize;

import io.mooring.binding.control.resize.ResizeControllers;
import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.VolumeSource;
import java.util.Optional;

/** Whose resizer has to do with a volume, and whether it will. */
final class Drivers {
    private Drivers() {}

    /** The volume's own driver, or the one to which its in-tree plug-in was migrated. */
    static Optional<String> of(VolumeSource source) {
        return source.csiDriver().or(() -> CsiMigration.pluginOf(source).flatMap(CsiMigration::driverOf));
    }

    /**
     * Who is asked and has not begun.
     *
     * @param standing names the resizer, and says how it stands
     */
    record Resizer(Outlook outlook, String standing) {}

    /** In a cluster that was opened somebody may run who is not here. */
    static Resizer resizer(Cluster cluster, Optional<String> driver) {
        String name =
                driver.map(found -> "the external-resizer of driver " + found).orElse("its driver's external-resizer");
        if (driver.filter(found -> ResizeControllers.areHere(cluster, found)).isPresent()) {
            return new Resizer(Outlook.WAITS, name + ", which is about to begin");
        }
        return cluster.isOpened()
                ? new Resizer(
                        Outlook.NOT_KNOWN,
                        name
                                + ", which has not begun; whether it runs is not known, and where it does not, nobody ever will")
                : new Resizer(Outlook.BLOCKED, name + ", which does not run here");
    }
}
