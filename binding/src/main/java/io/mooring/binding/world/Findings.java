package io.mooring.binding.world;

import io.mooring.binding.finding.Finding;
import io.mooring.meta.Ref;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.TreePMap;

/** The findings that controllers keep about objects ({@link Write.Note}), by object. */
record Findings(TreePMap<Ref<?>, Finding> byObject) {
    static final Findings NONE = new Findings(TreePMap.empty());

    Optional<Finding> of(Ref<?> object) {
        return Optional.ofNullable(byObject.get(object));
    }

    Stream<Finding> all() {
        return byObject.values().stream();
    }

    Findings with(Finding finding) {
        return new Findings(byObject.plus(finding.about(), finding));
    }

    Findings without(Ref<?> object) {
        return new Findings(byObject.minus(object));
    }
}
