package io.mooring.admission.claim;

import io.mooring.names.GoText;
import io.mooring.quantity.Quantity;
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
    static List<String> of(PersistentVolumeClaim claim) {
        List<String> warnings = new ArrayList<>();
        if (claim.metadata().annotations().containsKey(StorageClass.BETA_ANNOTATION)) {
            warnings.add("metadata.annotations[" + StorageClass.BETA_ANNOTATION
                    + "]: deprecated since v1.8; use \"storageClassName\" attribute instead");
        }
        warnings.addAll(of(claim.spec(), "spec"));
        return warnings;
    }

    /**
     * The warnings about a spec.
     *
     * @param path where the spec stands
     */
    public static List<String> of(PersistentVolumeClaimSpec spec, String path) {
        List<String> warnings = new ArrayList<>();
        addFraction(spec.resources().requests(), path + ".resources.requests", warnings);
        addFraction(spec.resources().limits(), path + ".resources.limits", warnings);
        return warnings;
    }

    private static void addFraction(Map<String, Quantity> amounts, String path, List<String> warnings) {
        Quantity storage = amounts.getOrDefault("storage", Quantity.ZERO);
        if (isFraction(storage)) {
            warnings.add(path + "[storage]: " + fraction(storage));
        }
    }

    /** Whether the amount is no whole number of bytes. */
    public static boolean isFraction(Quantity amount) {
        return amount.upstreamMilliValue() % 1000 != 0;
    }

    public static String fraction(Quantity amount) {
        return "fractional byte value " + GoText.quoted(amount.toString()) + " is invalid, must be an integer";
    }
}
