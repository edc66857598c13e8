package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Asks Mooring what one kind of record asked the control plane. */
interface Player {
    /** The name of the records' file without {@code .jsonl.gz}. */
    String file();

    /** The difference between the recorded answer and Mooring's, or empty if they agree. */
    Optional<Difference> play(JsonNode record);

    /** What agrees although upstream left it to chance, and how often. */
    default Optional<String> chance() {
        return Optional.empty();
    }

    /** Something else to tell after all records were played. */
    default Optional<String> note() {
        return Optional.empty();
    }
}
