package io.mooring.binding.check;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Finds what a check is about. */
@FunctionalInterface
interface Finder {
    Stream<Sighting> find(Inspection world);

    /** Looks at each claim, and at each that is yet to be made. */
    static Finder ofRequests(BiFunction<Inspection, Request, Optional<Sighting>> look) {
        return world -> world.requests().stream().flatMap(request -> look.apply(world, request).stream());
    }
}
