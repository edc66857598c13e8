package io.mooring.binding.control.volume;

import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;

/** How much a claim asks for, has, and could have. */
public final class ClaimSizes {
    public static final String STORAGE = "storage";

    private ClaimSizes() {}

    public static Quantity requested(PersistentVolumeClaim claim) {
        return claim.requestedStorage();
    }

    public static Quantity actual(PersistentVolumeClaim claim) {
        return claim.status().capacity().getOrDefault(STORAGE, Quantity.ZERO);
    }

    public static Quantity of(PersistentVolume volume) {
        return volume.storageCapacity();
    }

    public static boolean wantsMore(PersistentVolumeClaim claim) {
        return requested(claim).compareTo(actual(claim)) > 0;
    }
}
