package io.mooring;

import io.mooring.binding.check.CheckResult;
import io.mooring.names.Visible;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.yaml.Location;
import java.util.Optional;

/**
 * What a check has found, and where.
 *
 * @param location source, document, line and column; empty for objects that were not read from manifests
 */
public record Objection(CheckResult result, Optional<Location> location) {
    /** Several lines for a person: where, how bad, what, why, what to do; ends in a newline. */
    public String text() {
        return location.map(where -> Visible.of(where.toString()) + ":\n").orElse("") + result.words();
    }

    /** The same for a program; {@code docs/schema} says what is there. */
    public JsonObject tree() {
        return location.map(where -> result.tree().with("where", new JsonString(where.toString())))
                .orElseGet(result::tree);
    }
}
