package io.mooring.binding.control.attributesclass;

import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Index;
import io.mooring.binding.world.View;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.storage.ModifyVolumeStatus;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimStatus;
import io.mooring.storage.VolumeAttributesClass;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The claims and the volumes that name a class of volume attributes. */
public final class AttributesClassUsers {
    private static final Index<PersistentVolume, String> VOLUMES =
            Index.of(PersistentVolume.KIND, PersistentVolume::spec, AttributesClassUsers::namedBy);
    private static final Index<PersistentVolumeClaim, String> CLAIMS =
            Index.of(PersistentVolumeClaim.KIND, claim -> claim, AttributesClassUsers::namedBy);
    static final List<View<?>> VIEWS = List.of(VOLUMES, CLAIMS);

    private AttributesClassUsers() {}

    /** Models {@code isBeingUsed}. */
    static boolean isAny(Cluster cluster, VolumeAttributesClass attributesClass) {
        String name = attributesClass.metadata().name();
        return VOLUMES.count(cluster, name) > 0 || CLAIMS.count(cluster, name) > 0;
    }

    /** The volumes, then the claims, by name. */
    public static List<Ref<?>> of(Cluster cluster, VolumeAttributesClass attributesClass) {
        String name = attributesClass.metadata().name();
        return Stream.<Ref<?>>concat(
                        VOLUMES.find(cluster, name).map(PersistentVolume::ref),
                        CLAIMS.find(cluster, name).map(PersistentVolumeClaim::ref))
                .toList();
    }

    /** The classes that the volume does not name any more. */
    static List<String> releasedByVolume(Change<PersistentVolume> change) {
        return released(change, AttributesClassUsers::namedBy);
    }

    /** The classes that the claim does not name any more. */
    static List<String> releasedByClaim(Change<PersistentVolumeClaim> change) {
        return released(change, AttributesClassUsers::namedBy);
    }

    private static <T extends KubernetesObject> List<String> released(
            Change<T> change, Function<T, List<String>> namedBy) {
        List<String> before = change.before().map(namedBy).orElse(List.of());
        List<String> after = change.after().map(namedBy).orElse(List.of());
        return before.equals(after)
                ? List.of()
                : before.stream().filter(name -> !after.contains(name)).toList();
    }

    /** Models {@code getPVReferencedVACNames}. */
    private static List<String> namedBy(PersistentVolume volume) {
        String name = volume.attributesClassName();
        return name.isEmpty() ? List.of() : List.of(name);
    }

    /** Models {@code getPVCReferencedVACNames}. */
    private static List<String> namedBy(PersistentVolumeClaim claim) {
        PersistentVolumeClaimStatus status = claim.status();
        Optional<String> wanted = claim.spec().volumeAttributesClassName();
        Optional<String> current = status.currentVolumeAttributesClassName();
        Optional<String> target = status.modifyVolumeStatus().map(ModifyVolumeStatus::targetVolumeAttributesClassName);
        return wanted.isEmpty() && current.isEmpty() && target.isEmpty()
                ? List.of()
                : Stream.of(wanted, current, target)
                        .flatMap(Optional::stream)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
    }
}
