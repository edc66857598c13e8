package io.mooring.binding.control.provision;

import io.mooring.meta.Ref;
import java.util.Optional;

/**
 * Why kubernetes-csi/external-provisioner makes no volume for a claim, whatever its driver can do.
 *
 * @param about which object is missing or does not do, where there is one
 * @param text in Kubernetes' words
 */
public record ProvisioningObstacle(Kind kind, Optional<Ref<?>> about, String text) {
    /** What of the claim it is. */
    public enum Kind {
        /** It has a selector, and a new volume has no labels to select by. */
        SELECTOR,

        /** What it is to be filled with is named wrongly. */
        DATA_SOURCE,

        /** What it is to be filled with does not exist. */
        DATA_SOURCE_MISSING,

        /** What it is to be filled with cannot be copied into it as it stands. */
        DATA_SOURCE_UNFIT,

        /** Its attributes class does not exist. */
        ATTRIBUTES_CLASS_MISSING,

        /** Its attributes class is of another driver. */
        ATTRIBUTES_CLASS_OF_ANOTHER
    }
}
