package io.mooring.admission.metadata;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** An owner counts once, however often it is given. Models {@code dedupOwnerReferencesAndAddWarning}. */
public final class OwnersOnce {
    private OwnersOnce() {}

    public static ObjectMeta of(ObjectMeta metadata) {
        List<OwnerReference> owners = metadata.ownerReferences();
        return owners.size() < 2 ? metadata : metadata.withOwnerReferences(new LinkedHashSet<>(owners));
    }

    /** What is said beside an object, that it names an owner twice first. */
    public static List<String> withWarning(ObjectMeta read, List<String> warnings) {
        List<OwnerReference> further = new ArrayList<>(read.ownerReferences());
        of(read).ownerReferences().forEach(further::remove);
        if (further.isEmpty()) {
            return warnings;
        }
        List<String> all = new ArrayList<>();
        all.add(".metadata.ownerReferences contains duplicate entries; API server dedups owner references in 1.20+, and"
                + " may reject such requests as early as 1.24; please fix your requests; duplicate UID(s) observed: "
                + String.join(", ", further.stream().map(OwnerReference::uid).toList()));
        all.addAll(warnings);
        return all;
    }
}
