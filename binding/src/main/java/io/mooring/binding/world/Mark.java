package io.mooring.binding.world;

import io.mooring.admission.object.Objects;
import io.mooring.binding.finding.Finding;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What stands at one place of a cluster: an object, a finding, or nothing. It is made into text at most once, and only
 * when somebody asks.
 */
final class Mark {
    private @Nullable Supplier<String> text;
    private @Nullable Imprint imprint;

    private Mark(Supplier<String> text) {
        this.text = text;
    }

    static Mark of(KubernetesObject object) {
        return new Mark(() -> "object " + object.ref() + " "
                + Fingerprint.plain(Objects.write(object)).toJson());
    }

    static Mark of(Finding finding) {
        return new Mark(() -> "finding " + finding);
    }

    /** @param what an object, or a finding */
    static Mark absent(String what, Ref<?> ref) {
        return new Mark(() -> "no " + what + " " + ref);
    }

    /** The same for the same text; the text itself is let go. */
    synchronized Imprint imprint() {
        if (imprint == null && text != null) {
            imprint = Imprint.of(text.get());
            text = null;
        }
        return java.util.Objects.requireNonNull(imprint);
    }
}
