package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What the control plane answered, and what Mooring answers instead. */
record Difference(String expected, String actual) {

    /** Empty if both answers are equal as JSON; the order of an object's fields is of no importance. */
    static Optional<Difference> between(JsonNode expected, JsonNode actual) {
        return expected.equals(actual)
                ? Optional.empty()
                : Optional.of(new Difference(expected.toString(), actual.toString()));
    }
}
