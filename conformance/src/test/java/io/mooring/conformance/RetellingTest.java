package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.release.Semantics;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes get a pod of a DaemonSet each at once, {@code agent-x1} and {@code agent-x2}, and later a third one. */
class RetellingTest {
    private final ScenarioPlayer player = new ScenarioPlayer("workloads", Semantics.DEFAULT);
    private String record = "";

    @BeforeEach
    void findTheRecord() throws IOException {
        record = RecordFile.in(Recorded.FOLDER).stream()
                .filter(file -> file.name().equals("workloads"))
                .flatMap(file -> file.lines().stream())
                .filter(line -> line.contains("\"daemon-set-on-each-node\""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void podsThatWereMadeAtOnceMayBeNumberedEitherWay() throws JsonProcessingException {
        assertThat(play(swapped("agent-x1", "agent-x2"))).isEmpty();
        assertThat(player.chance()).contains("1 with names that came at once numbered otherwise");
    }

    @Test
    void podsThatWereMadeOneAfterTheOtherMayNot() throws JsonProcessingException {
        assertThat(play(swapped("agent-x2", "agent-x3"))).isPresent();
        assertThat(player.chance()).isEmpty();
    }

    @Test
    void whatAgreesIsNoChance() throws JsonProcessingException {
        assertThat(play(record)).isEmpty();
        assertThat(player.chance()).isEmpty();
    }

    private String swapped(String one, String other) {
        return record.replace(one, "?").replace(other, one).replace("?", other);
    }

    private Optional<Difference> play(String told) throws JsonProcessingException {
        return player.play(new ObjectMapper().readTree(told));
    }
}
