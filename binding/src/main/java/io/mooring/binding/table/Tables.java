package io.mooring.binding.table;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ObjectReference;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The tables of {@code kubectl get}. Rows come in the order of namespace and name. The age is left out, as values have
 * none; columns that {@code kubectl} mostly prints empty are there only if a row fills them.
 *
 * <p>Models {@code printPersistentVolume} and {@code printPersistentVolumeClaim} of v1.37.2's
 * {@code pkg/printers/internalversion}.
 */
public final class Tables {
    private static final Comparator<ObjectMeta> BY_NAME =
            Comparator.comparing(ObjectMeta::namespace).thenComparing(ObjectMeta::name);

    /** Short forms in the order they are printed in. Modes that are none of these are not printed. */
    private static final Map<AccessMode, String> SHORT_MODES = Map.of(
            AccessMode.READ_WRITE_ONCE, "RWO",
            AccessMode.READ_ONLY_MANY, "ROX",
            AccessMode.READ_WRITE_MANY, "RWX",
            AccessMode.READ_WRITE_ONCE_POD, "RWOP");

    private static final List<AccessMode> MODE_ORDER = List.of(
            AccessMode.READ_WRITE_ONCE,
            AccessMode.READ_ONLY_MANY,
            AccessMode.READ_WRITE_MANY,
            AccessMode.READ_WRITE_ONCE_POD);

    private Tables() {}

    /** {@code kubectl get pv}. */
    public static Table volumes(Collection<PersistentVolume> volumes) {
        List<String> headings = List.of(
                "NAME",
                "CAPACITY",
                "ACCESS MODES",
                "RECLAIM POLICY",
                "STATUS",
                "CLAIM",
                "STORAGECLASS",
                "VOLUMEATTRIBUTESCLASS",
                "REASON");
        List<List<String>> rows = volumes.stream()
                .sorted(Comparator.comparing(PersistentVolume::metadata, BY_NAME))
                .map(Tables::row)
                .toList();
        return new Table(headings, rows).withoutIfEmpty("VOLUMEATTRIBUTESCLASS").withoutIfEmpty("REASON");
    }

    /** {@code kubectl get pvc --all-namespaces}. */
    public static Table claims(Collection<PersistentVolumeClaim> claims) {
        List<String> headings = List.of(
                "NAMESPACE",
                "NAME",
                "STATUS",
                "VOLUME",
                "CAPACITY",
                "ACCESS MODES",
                "STORAGECLASS",
                "VOLUMEATTRIBUTESCLASS");
        List<List<String>> rows = claims.stream()
                .sorted(Comparator.comparing(PersistentVolumeClaim::metadata, BY_NAME))
                .map(Tables::row)
                .toList();
        return new Table(headings, rows).withoutIfEmpty("VOLUMEATTRIBUTESCLASS");
    }

    /** {@code RWO,ROX}: the modes' short forms, each once, in the order {@code kubectl} prints them in. */
    public static String shortModes(Collection<AccessMode> modes) {
        return MODE_ORDER.stream().filter(modes::contains).map(SHORT_MODES::get).collect(Collectors.joining(","));
    }

    private static List<String> row(PersistentVolume volume) {
        return List.of(
                volume.metadata().name(),
                storage(volume.spec().capacity()),
                shortModes(volume.spec().accessModes()),
                volume.spec()
                        .persistentVolumeReclaimPolicy()
                        .map(Object::toString)
                        .orElse(""),
                status(
                        volume.metadata(),
                        volume.status().phase().map(Object::toString).orElse("")),
                volume.spec().claimRef().map(Tables::qualifiedName).orElse(""),
                volume.className(),
                volume.attributesClassName(),
                volume.status().reason());
    }

    private static List<String> row(PersistentVolumeClaim claim) {
        boolean hasVolume = claim.volume().isPresent();
        return List.of(
                claim.metadata().namespace(),
                claim.metadata().name(),
                status(
                        claim.metadata(),
                        claim.status().phase().map(Object::toString).orElse("")),
                claim.spec().volumeName(),
                hasVolume ? storage(claim.status().capacity()) : "",
                hasVolume ? shortModes(claim.status().accessModes()) : "",
                claim.className().orElse(""),
                claim.attributesClassName());
    }

    private static String status(ObjectMeta metadata, String phase) {
        return metadata.isBeingDeleted() ? "Terminating" : phase;
    }

    /** Upstream prints an amount that is not there as it prints any that is nothing. */
    private static String storage(Map<String, Quantity> resources) {
        Quantity storage = resources.get("storage");
        return storage == null ? "0" : storage.toString();
    }

    private static String qualifiedName(ObjectReference claim) {
        return claim.namespace() + "/" + claim.name();
    }
}
