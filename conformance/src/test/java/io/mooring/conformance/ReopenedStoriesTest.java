package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.release.Semantics;
import io.mooring.workload.Pod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A story agrees with its record also where the cluster is dumped and opened again after each step. Only why a pod was
 * rejected may be told anew: upstream keeps in memory what the scheduler saw, and one that starts looks at it as it is now.
 */
class ReopenedStoriesTest {
    private static final Path RECORDS = Path.of("src", "test", "resources", "records");

    @ParameterizedTest
    @ValueSource(strings = {"scenarios", "reported", "workloads"})
    void goesOnAsIfItHadNotBeenDumped(String name) throws IOException {
        RecordFile file = new RecordFile(RECORDS.resolve(name + ".jsonl.gz"), "");

        ReplayResult result = file.replay(new Reopening(name));

        assertThat(result.firstDifferences()).isEmpty();
        assertThat(result.agree()).isPositive();
    }

    private record Reopening(String file) implements Player {
        @Override
        public Optional<Difference> play(JsonNode record) {
            Story story = new Story(
                    RecordedControlPlane.of(record, Semantics.DEFAULT).controllers(), Snapshot.kindsOf(record));
            for (JsonNode step : record.get("steps")) {
                Optional<Difference> difference = story.play(step);
                if (difference.isPresent()) {
                    return difference;
                }
                story.reopen();
                if (isLookedAtAnew(story.cluster())) {
                    return Optional.empty();
                }
                Optional<Difference> stir = story.stir();
                if (stir.isPresent()) {
                    return stir;
                }
            }
            return Optional.empty();
        }

        private static boolean isLookedAtAnew(Cluster cluster) {
            List<Change<?>> changes = cluster.settle().changesSince(cluster);
            return !changes.isEmpty()
                    && changes.stream().allMatch(change -> change.object() instanceof Pod pod && !pod.isPlaced());
        }
    }
}
