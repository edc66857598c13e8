package io.mooring.binding.explain;

import io.mooring.meta.Ref;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was told already in a list of explanations, and of which object first. */
final class SaidBefore {
    private final Map<List<String>, Ref<?>> said = new HashMap<>();

    /** Of which other object these lines were told; empty if they are told now, of this one. */
    Optional<Ref<?>> before(List<String> lines, Ref<?> about) {
        return Optional.<Ref<?>>ofNullable(said.putIfAbsent(lines, about)).filter(first -> !first.equals(about));
    }
}
