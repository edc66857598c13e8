package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.admission.Admission;
import io.mooring.admission.Verdict;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.world.Cluster;
import io.mooring.release.Behaviour;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.tree.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Law: a row that is switched to what it already is changes nothing, whatever the objects. */
class SwitchedToWhatItIsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Semantics OLDER = Semantics.of(Release.parse("1.34"));
    private static final int EVERY = 29;
    private static final List<JsonObject> SENT = sent();
    private static final List<Verdict> ANSWERS = answers(Semantics.DEFAULT);
    private static final List<Verdict> OLDER_ANSWERS = answers(OLDER);
    private static final Cluster SETTLED = settled(Semantics.DEFAULT);

    @ParameterizedTest
    @EnumSource
    void admissionAnswersTheSame(Behaviour row) {
        assertThat(ANSWERS).hasSizeGreaterThan(50).hasAtLeastOneElementOfType(Verdict.Refused.class);
        assertThat(answers(switched(Semantics.DEFAULT, row))).isEqualTo(ANSWERS);
        assertThat(answers(switched(OLDER, row))).isEqualTo(OLDER_ANSWERS);
    }

    @ParameterizedTest
    @EnumSource
    void aClusterSettlesTheSame(Behaviour row) {
        Cluster settled = settled(switched(Semantics.DEFAULT, row));

        assertThat(SETTLED.all().count()).isGreaterThan(10);
        assertThat(settled.all().toList().equals(SETTLED.all().toList())).isTrue();
        assertThat(settled.events()).isEqualTo(SETTLED.events());
    }

    /** Switched there and back again. */
    private static Semantics switched(Semantics semantics, Behaviour row) {
        boolean isOn = semantics.has(row);
        return semantics.with(row, !isOn).with(row, isOn).with(row, isOn);
    }

    private static List<Verdict> answers(Semantics semantics) {
        return SENT.stream()
                .map(tree -> Admission.createIn("default", tree, Verdicts.world(semantics)))
                .toList();
    }

    private static Cluster settled(Semantics semantics) {
        Cluster cluster =
                Cluster.empty(ControlPlane.DEFAULT.withSemantics(semantics).controllers());
        for (JsonObject tree : SENT) {
            cluster = cluster.create(tree).cluster();
        }
        return cluster.settle();
    }

    private static List<JsonObject> sent() {
        Path creates = Path.of("src", "test", "resources", "records", "admission-create.jsonl.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(creates)), StandardCharsets.UTF_8))) {
            List<String> all = lines.lines().toList();
            return IntStream.range(0, all.size())
                    .filter(i -> i % EVERY == 0)
                    .mapToObj(i -> Trees.ofObject(parse(all.get(i)).get("in")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
