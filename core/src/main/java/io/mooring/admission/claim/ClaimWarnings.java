package io.mooring.admission.claim;

import io.mooring.names.GoText;
import io.mooring.quantity.Quantity;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.StorageClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the API server says beside claims. Models {@code GetWarningsForPersistentVolumeClaim} and its like of a spec. */
public final class ClaimWarnings {
    private ClaimWarnings() {}

    /** The warnings about a claim. */
    static List<String> of(PersistentVolumeClaim claim, Semantics semantics) {
        List<String> warnings = new ArrayList<>();
        if (claim.metadata().annotations().containsKey(StorageClass.BETA_ANNOTATION)) {
            warnings.add("metadata.annotations[" + StorageClass.BETA_ANNOTATION
                    + "]: deprecated since v1.8; use \"storageClassName\" attribute instead");
        }
        warnings.addAll(of(claim.spec(), "spec", semantics));
        return warnings;
    }

    /**
     * The warnings about a spec.
     *
     * @param path where the spec stands
     */
    public static List<String> of(PersistentVolumeClaimSpec spec, String path, Semantics semantics) {
        List<String> warnings = new ArrayList<>();
        addFraction(spec.resources().requests(), path + ".resources.requests", semantics, warnings);
        addFraction(spec.resources().limits(), path + ".resources.limits", semantics, warnings);
        return warnings;
    }

    private static void addFraction(
            Map<String, Quantity> amounts, String path, Semantics semantics, List<String> warnings) {
        Quantity storage = amounts.get("storage");
        if (storage != null && isFraction(storage, semantics)) {
            warnings.add(path + "[storage]: " + fraction(storage, semantics));
        }
    }

    /** Whether the amount counts as no whole number of bytes; large ones may although they are. */
    public static boolean isFraction(Quantity amount, Semantics semantics) {
        return semantics.has(Behaviour.FRACTION_WARNING_IS_EXACT)
                ? amount.toBigDecimal().stripTrailingZeros().scale() > 0
                : semantics.milliValue(amount) % 1000 != 0;
    }

    public static String fraction(Quantity amount, Semantics semantics) {
        return "fractional byte value " + GoText.quoted(semantics.text(amount)) + " is invalid, must be an integer";
    }
}
