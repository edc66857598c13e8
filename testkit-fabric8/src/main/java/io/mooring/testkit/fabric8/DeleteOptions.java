package io.mooring.testkit.fabric8;

import io.mooring.binding.world.Deletion;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How a request wants something deleted. */
final class DeleteOptions {
    private DeleteOptions() {}

    /** By the body, and by the URL where the body says nothing of it. */
    static Deletion of(JsonObject options, Requested requested) {
        String propagation = text(options, "propagationPolicy").orElse(requested.parameter("propagationPolicy"));
        OptionalLong grace = options.get("gracePeriodSeconds").orElse(JsonNull.NULL) instanceof JsonNumber number
                ? number.toLong()
                : OptionalLong.empty();
        return new Deletion(
                Stream.of(Deletion.Propagation.values())
                        .filter(each -> each.toString().equals(propagation))
                        .findFirst(),
                text(options, "preconditions", "uid"),
                text(options, "preconditions", "resourceVersion"),
                grace);
    }

    private static Optional<String> text(JsonObject options, String... path) {
        return Optional.of(ApiServer.text(options.at(path))).filter(text -> !text.isEmpty());
    }
}
