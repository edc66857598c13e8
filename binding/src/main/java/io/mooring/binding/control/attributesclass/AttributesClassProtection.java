package io.mooring.binding.control.attributesclass;

import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.volume.StorageFinalizers;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.release.Behaviour;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttributesClass;
import java.util.List;

/**
 * Holds a class of volume attributes that is being deleted while a claim or a volume names it. Models {@code
 * vac_protection_controller}.
 */
public final class AttributesClassProtection implements PlaneController<Ref<VolumeAttributesClass>> {
    private static final Watches<Ref<VolumeAttributesClass>> WATCHES =
            Watches.<VolumeAttributesClass, Ref<VolumeAttributesClass>>of(
                            VolumeAttributesClass.KIND,
                            Watches.Handler.ofItself(
                                    AttributesClassProtection::isConcerned, VolumeAttributesClass::ref))
                    .and(
                            PersistentVolume.KIND,
                            (change, cluster) -> wakes(AttributesClassUsers.releasedByVolume(change)))
                    .and(
                            PersistentVolumeClaim.KIND,
                            (change, cluster) -> wakes(AttributesClassUsers.releasedByClaim(change)));

    public AttributesClassProtection() {}

    @Override
    public String name() {
        return "volumeattributesclass-protection-controller";
    }

    @Override
    public List<View<?>> views() {
        return AttributesClassUsers.VIEWS;
    }

    @Override
    public Watches<Ref<VolumeAttributesClass>> watches() {
        return WATCHES;
    }

    private static List<Wake<Ref<VolumeAttributesClass>>> wakes(List<String> names) {
        return names.isEmpty()
                ? List.of()
                : names.stream()
                        .map(name -> Wake.now(VolumeAttributesClass.ref(name)))
                        .toList();
    }

    /** Being deleted and protected, or neither. */
    private static boolean isConcerned(VolumeAttributesClass attributesClass) {
        return attributesClass.metadata().isBeingDeleted()
                == attributesClass.metadata().hasFinalizer(StorageFinalizers.ATTRIBUTES_CLASS_PROTECTION);
    }

    /** Models {@code processVAC}. */
    @Override
    public List<Write> reconcile(Cluster cluster, Ref<VolumeAttributesClass> item) {
        return cluster.get(item)
                .filter(attributesClass -> cluster.semantics().has(Behaviour.VOLUME_ATTRIBUTES_CLASSES))
                .filter(AttributesClassProtection::isConcerned)
                .map(attributesClass -> protect(cluster, attributesClass))
                .orElse(List.of());
    }

    private static List<Write> protect(Cluster cluster, VolumeAttributesClass attributesClass) {
        if (!attributesClass.metadata().isBeingDeleted()) {
            return List.of(new Write.Update(attributesClass.withMetadata(
                    attributesClass.metadata().withFinalizer(StorageFinalizers.ATTRIBUTES_CLASS_PROTECTION))));
        }
        return AttributesClassUsers.isAny(cluster, attributesClass)
                ? List.of()
                : List.of(new Write.Update(attributesClass.withMetadata(
                        attributesClass.metadata().withoutFinalizer(StorageFinalizers.ATTRIBUTES_CLASS_PROTECTION))));
    }
}
