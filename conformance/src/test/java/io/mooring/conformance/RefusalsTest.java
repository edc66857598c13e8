package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Cause;
import io.mooring.admission.Verdict;
import io.mooring.meta.KubernetesObject;
import io.mooring.yaml.Manifest;
import io.mooring.yaml.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A bad manifest for every rule of admission, {@code NAME.yaml}, and beside it what is answered, {@code
 * NAME.refusal.txt}: status, message, and each cause with its place and advice. The last document is sent. The documents
 * before it are there already; the one right before it is replaced if it is of the same kind.
 */
class RefusalsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "admission");
    private static final String MANIFEST = ".yaml";

    @TestFactory
    Stream<DynamicTest> refusesEachBadManifestInTheseWords() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(MANIFEST)).sorted().toList().stream()
                    .map(file -> dynamicTest(FOLDER.relativize(file).toString(), () -> assertRefused(file)));
        }
    }

    private static void assertRefused(Path manifest) throws IOException {
        String name = manifest.getFileName().toString().replace(MANIFEST, ".refusal.txt");
        assertThat(refusal(Files.readString(manifest))).isEqualTo(Files.readString(manifest.resolveSibling(name)));
    }

    static String refusal(String text) {
        List<Manifest> manifests = Manifests.read(text).all();
        Manifest sent = manifests.get(manifests.size() - 1);
        List<KubernetesObject> there = manifests.subList(0, manifests.size() - 1).stream()
                .map(Manifest::object)
                .toList();
        AdmissionWorld world = AdmissionWorld.of(there);
        Verdict verdict = there.stream()
                .skip(Math.max(0, there.size() - 1))
                .filter(object -> object.kind().equals(sent.object().kind()))
                .findFirst()
                .map(stored -> Admission.update(stored, sent.tree(), world))
                .orElseGet(() -> Admission.create(sent.tree(), world));
        return verdict instanceof Verdict.Refused refused ? text(refused, sent) : "admitted\n";
    }

    private static String text(Verdict.Refused refused, Manifest sent) {
        StringBuilder out = new StringBuilder()
                .append((refused.code() + " " + refused.reason()).strip())
                .append('\n')
                .append(refused.message())
                .append('\n');
        for (Cause cause : refused.causes()) {
            out.append(sent.locate(cause.field()).position().orElseThrow())
                    .append(' ')
                    .append(cause)
                    .append('\n');
            cause.advice().ifPresent(advice -> out.append("    ").append(advice).append('\n'));
        }
        return out.toString();
    }
}
