package io.mooring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explain.Explainer;
import io.mooring.storage.PersistentVolumeClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of claims and of what lives among them: pairs of manifests, or a dump, and the text. To write the texts anew: {@code -Dupdate=true}. */
class ExplainedClaimsTest {
    private static final Path PAGE = Path.of("../docs/why.md");
    private static final Path PAIRS = Path.of("src/test/resources/explained");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "one-g-against-one-gi, default, data",
        "two-replicas-one-volume, default, www-web-1",
        "no-volume-meets-both, default, data",
        "class-misspelt, default, data",
        "plugin-that-is-gone, default, data",
        "bound-to-a-bigger-volume, default, data",
        "empty-class-against-none, default, data",
        "selector-with-a-provisioner, default, data",
        "source-that-is-missing, default, data",
        "topology-without-nodes, default, data",
        "quota-refuses-the-claim, default, data-web-0"
    })
    void saysOfManifests(String pair, String namespace, String claim) throws IOException {
        Mooring settled = Mooring.load(input(pair)).settle();
        assertThat(settled.refusals()).isEmpty();
        assertIsExplained(pair, settled, namespace, claim);
    }

    @Test
    void saysOfADumpInWhichTheClassIsMissing() throws IOException {
        Mooring opened =
                Mooring.opener().given("pv", "pvc", "sc", "po", "no").open(List.of(input("dump-without-its-class")));
        assertIsExplained("dump-without-its-class", opened, "shop", "data");
    }

    @Test
    void saysOfADumpOfClaimsAlone() throws IOException {
        assertIsExplained("dump-of-claims-alone", Mooring.open(input("dump-of-claims-alone")), "shop", "data");
    }

    /** Of dumps that were fetched whole. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "dump-node-replaced, pod/minio-0",
        "dump-selected-node-gone, pvc/data",
        "dump-volume-not-detached, pod/app-0",
        "dump-attachment-held,"
                + " volumeattachment/csi-1a8cbf13ec5d69b0f8a879d2f0d43ef1c19673a19551815ab058e818126c36a2",
        "dump-class-of-a-driver, sc/ebs",
        "dump-node-not-ready, node/n1",
        "dump-namespace, ns/shop",
        "dump-quota, quota/few",
        "dump-cron-job, cronjob/nightly"
    })
    void saysOfDumps(String pair, String name) throws IOException {
        Mooring opened = Mooring.opener().givenEverything().open(List.of(input(pair)));
        assertIs(pair, opened.why(name).text());
    }

    private static Path input(String pair) {
        return PAIRS.resolve(pair + ".input.yaml");
    }

    private static void assertIsExplained(String pair, Mooring mooring, String namespace, String claim)
            throws IOException {
        assertIs(
                pair,
                Explainer.explain(mooring.cluster(), PersistentVolumeClaim.ref(namespace, claim))
                        .text());
    }

    private static void assertIs(String pair, String text) throws IOException {
        Path expected = PAIRS.resolve(pair + ".expected.txt");
        if (Boolean.getBoolean("update")) {
            Files.writeString(expected, text);
        }
        assertThat(text).isEqualTo(Files.readString(expected));
    }

    @Test
    void everyInputIsExplainedAndStandsInTheDocs() throws IOException {
        String page = Files.readString(PAGE);
        try (Stream<Path> files = Files.list(PAIRS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".input.yaml")))
                    .hasSizeGreaterThanOrEqualTo(22)
                    .allSatisfy(file -> assertThat(page).contains("\n```\n" + expected(file) + "```\n"));
        }
    }

    private static String expected(Path input) throws IOException {
        return Files.readString(Path.of(input.toString().replace(".input.yaml", ".expected.txt")));
    }
}
