package io.mooring.meta;

import io.mooring.style.MooringStyle;
import java.util.List;
import org.immutables.value.Value;

/** What holds a namespace. Kubernetes: {@code core/v1 NamespaceSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface NamespaceSpec extends WithNamespaceSpec permits ImmutableNamespaceSpec {
    /** Who still has something to do before a namespace that is being deleted may go; not those of its metadata. */
    List<String> finalizers();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableNamespaceSpec.Builder {
        Builder() {}
    }
}
