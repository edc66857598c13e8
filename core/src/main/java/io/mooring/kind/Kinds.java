package io.mooring.kind;

import io.mooring.meta.ObjectKind;
import io.mooring.node.Node;
import io.mooring.quota.LimitRange;
import io.mooring.quota.ResourceQuota;
import io.mooring.storage.CsiStorageCapacity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Optional;

/** The kinds of objects that Mooring reads and interprets. */
public final class Kinds {
    /** All of them, in the order people read about storage. */
    public static final List<ObjectKind<?>> ALL = List.of(
            PersistentVolume.KIND,
            PersistentVolumeClaim.KIND,
            StorageClass.KIND,
            VolumeAttributesClass.KIND,
            CsiStorageCapacity.KIND,
            StatefulSet.KIND,
            Pod.KIND,
            Node.KIND,
            LimitRange.KIND,
            ResourceQuota.KIND);

    private Kinds() {}

    /** The kind of these names, if Mooring interprets it. */
    public static Optional<ObjectKind<?>> find(String apiVersion, String kind) {
        return ALL.stream()
                .filter(each -> each.name().equals(kind) && each.apiVersion().equals(apiVersion))
                .findFirst();
    }

    /** The kind of this name, whatever its group, if Mooring interprets it. */
    public static Optional<ObjectKind<?>> named(String kind) {
        return ALL.stream().filter(each -> each.name().equals(kind)).findFirst();
    }

    /** The kind of these names; one that carries its objects along where Mooring does not interpret it. */
    public static ObjectKind<?> of(String apiVersion, String kind) {
        return find(apiVersion, kind).orElseGet(() -> OtherObject.kindOf(apiVersion, kind));
    }
}
