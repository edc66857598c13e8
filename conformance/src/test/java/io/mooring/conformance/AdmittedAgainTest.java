package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.meta.KubernetesObject;
import io.mooring.release.Semantics;
import io.mooring.yaml.Manifests;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What admission accepts, it accepts again unchanged: over everything that the records have it accept. */
class AdmittedAgainTest {
    private static final Path CREATES = Path.of("src", "test", "resources", "records", "admission-create.jsonl.gz");
    private static final AdmissionWorld WORLD = Verdicts.world(Semantics.DEFAULT);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void acceptsWhatItAcceptedUnchanged() {
        assertThat(accepted())
                .isNotEmpty()
                .allSatisfy(object -> assertAdmitted(Admission.create(object, WORLD), object));
    }

    @Test
    void acceptsAnUpdateThatChangesNothing() {
        assertThat(accepted()).allSatisfy(object -> assertAdmitted(Admission.update(object, object, WORLD), object));
    }

    @Test
    void acceptsWhatWasWrittenAsYaml() {
        assertThat(accepted()).allSatisfy(object -> {
            List<KubernetesObject> read =
                    Manifests.read(Manifests.write(object)).objects();
            assertThat(read).hasSize(1);
            assertAdmitted(Admission.create(read.get(0), WORLD), object);
        });
    }

    private static void assertAdmitted(Verdict verdict, KubernetesObject object) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Admitted.class,
                        admitted -> assertThat(admitted.object()).isEqualTo(object));
    }

    private static List<KubernetesObject> accepted() {
        try (Stream<String> lines = lines()) {
            return lines.map(AdmittedAgainTest::parse)
                    .filter(record -> record.get("ok").booleanValue())
                    .map(record -> Trees.ofObject(record.get("in")))
                    .map(tree -> Admission.createIn("default", tree, WORLD))
                    .map(verdict -> ((Verdict.Admitted) verdict).object())
                    .toList();
        }
    }

    private static Stream<String> lines() {
        try {
            return new BufferedReader(new InputStreamReader(
                            new GZIPInputStream(Files.newInputStream(CREATES)), StandardCharsets.UTF_8))
                    .lines();
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
