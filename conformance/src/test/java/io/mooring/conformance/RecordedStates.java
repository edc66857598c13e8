package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.binding.world.Cluster;
import io.mooring.release.Semantics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The clusters on the way of all recorded stories: after each call, before and after the controllers did their work. */
final class RecordedStates {
    private static final List<String> STORIES =
            List.of("scenarios", "reported", "workloads", "attach", "chance", "opened");
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordedStates() {}

    /** Who looks at them. */
    interface Visitor {
        void at(Cluster cluster);

        /** After the last step of a story. */
        void atEnd(Cluster cluster);
    }

    static void forEach(Path records, Visitor visitor) throws IOException {
        for (RecordFile file : RecordFile.in(records)) {
            if (STORIES.contains(file.name())) {
                forEach(file, visitor);
            }
        }
    }

    private static void forEach(RecordFile file, Visitor visitor) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file.path())), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                walk(JSON.readTree(line), file.semantics(), visitor);
            }
        }
    }

    /** What Mooring would play otherwise is walked too: an answer is due whatever the state. */
    private static void walk(JsonNode record, Semantics semantics, Visitor visitor) {
        UidNames uids = new UidNames();
        Cluster cluster =
                Cluster.empty(RecordedControlPlane.of(record, semantics).controllers());
        for (JsonNode step : record.get("steps")) {
            cluster = Calls.call(cluster, step.has("step") ? step.get("step") : step, uids)
                    .cluster();
            uids.see(cluster);
            visitor.at(cluster);
            cluster = cluster.settle();
            uids.see(cluster);
            visitor.at(cluster);
        }
        visitor.atEnd(cluster);
        if (record.has("dumped")) {
            visitor.at(OpenedPlayer.open(record, semantics));
        }
    }
}
