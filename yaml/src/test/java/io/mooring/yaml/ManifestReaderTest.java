package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.kind.OtherObject;
import io.mooring.meta.KubernetesObject;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.source.UnknownVolumeSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestReaderTest {
    private static final String CLAIM = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: c}\n";
    private static final String MISSPELT = CLAIM.replace("metadata", "metadat");

    @TempDir
    Path folder;

    @Test
    void readsWhatMooringDoesNotKnowAsOtherObject() {
        assertThat(Manifests.read("apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {a: [1]}\n")
                        .objects())
                .singleElement()
                .isInstanceOf(OtherObject.class);
    }

    @Test
    void keepsObjectsWithProblemsOutUnlessLenient() {
        String text = MISSPELT + "---\n" + CLAIM;
        assertThat(Manifests.read(text).objects()).hasSize(1);
        assertThat(Manifests.reader().lenient().read(text).objects()).hasSize(2);
        assertThat(Manifests.reader().lenient().read(text).problems())
                .singleElement()
                .isInstanceOf(Problem.UnknownField.class);
    }

    @Test
    void throwsWithAllProblems() {
        assertThatThrownBy(() -> Manifests.read(MISSPELT + "---\n" + MISSPELT).orThrow())
                .isInstanceOf(ManifestException.class)
                .hasMessage("""
                        3:1: document 1, PersistentVolumeClaim: unknown field "metadat"
                          did you mean "metadata"?
                        7:1: document 2, PersistentVolumeClaim: unknown field "metadat"
                          did you mean "metadata"?""");
    }

    @Test
    void lenientlyLeavesOutWhatCannotBeRead() {
        KubernetesObject read = lenient(CLAIM + "spec: {storageClassName: 1, volumeName: a, volumeName: v}\n");
        assertThat(((PersistentVolumeClaim) read).spec().storageClassName()).isEmpty();
        assertThat(((PersistentVolumeClaim) read).spec().volumeName()).isEqualTo("v");
    }

    @Test
    void lenientlyCarriesASourceThatKubernetesDoesNotHave() {
        KubernetesObject read =
                lenient("apiVersion: v1\nkind: PersistentVolume\nspec: {ftp: {host: h}, colour: red}\n");
        assertThat(((PersistentVolume) read).spec().sources())
                .singleElement()
                .isInstanceOfSatisfying(
                        UnknownVolumeSource.class,
                        source -> assertThat(source.key()).isEqualTo("ftp"));
    }

    private static KubernetesObject lenient(String text) {
        return Manifests.reader().lenient().read(text).objects().get(0);
    }

    @Test
    void readsAFolderInTheOrderOfItsPaths() throws IOException {
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("c.yaml"), CLAIM.replace("name: c", "name: third"));
        Files.writeString(
                folder.resolve("b").resolve("x.json"),
                "{\"apiVersion\":\"v1\",\"kind\":\"PersistentVolumeClaim\",\"metadata\":{\"name\":\"second\"}}");
        Files.writeString(folder.resolve("a.YML"), CLAIM.replace("name: c", "name: first"));
        Files.writeString(folder.resolve("notes.txt"), "@");
        assertThat(Manifests.read(folder).orThrow())
                .extracting(manifest -> manifest.object().metadata().name())
                .containsExactly("first", "second", "third");
        assertThat(Manifests.read(folder).manifests().get(1).place().source()).endsWith("x.json");
    }

    @Test
    void saysWhatFileCannotBeRead() throws IOException {
        Path file = Files.write(folder.resolve("latin.yaml"), "a: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Manifests.read(file).problemText()).isEqualTo(file + ": cannot be read: it is not UTF-8");
        assertThat(Manifests.read(folder.resolve("absent.yaml")).problems())
                .singleElement()
                .isInstanceOf(Problem.Unreadable.class);
    }

    @Test
    void goesOnAfterADocumentThatIsNoYaml() {
        Reading reading = Manifests.read("a: [\n---\n" + CLAIM + "---\nb: 'c\n");
        assertThat(reading.objects()).hasSize(1);
        assertThat(reading.problems())
                .hasSize(2)
                .allMatch(Problem.Syntax.class::isInstance)
                .extracting(problem -> problem.place().document())
                .containsExactly(1, 3);
    }

    @Test
    void readsJsonWithItsDuplicates() {
        Reading reading = Manifests.readJson(
                "{\"apiVersion\":\"v1\",\"kind\":\"PersistentVolumeClaim\",\n\"spec\":{\"volumeName\":\"a\",\"volumeName\":\"b\"}}");
        assertThat(reading.problemText())
                .isEqualTo(
                        "2:26: document 1, PersistentVolumeClaim: duplicate field \"spec.volumeName\"\n  keep one of them");
    }

    @Test
    void readsJsonNumbersAsTheyAre() {
        String object = "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Thing\",\"a\":1.0}";
        assertThat(Manifests.readJson(object).orThrow().get(0).tree().toJson()).isEqualTo(object);
        assertThat(Manifests.read(object).orThrow().get(0).tree().toJson()).isEqualTo(object.replace("1.0", "1"));
    }

    @Test
    void readsJsonIndentedByTabsAsYaml() {
        String json = "{\n\t\"apiVersion\": \"v1\",\n\t\"kind\":\t\"PersistentVolumeClaim\"\n}\n";
        assertThat(Manifests.read(json).orThrow()).hasSize(1);
    }

    @Test
    void takesTabsWhereUpstreamDoes() {
        String claim = CLAIM.replace("{name: c}", "{name:\t'c'\t,\n\tnamespace: d}\t# a comment");
        assertThat(Manifests.read(claim).problemText()).isEmpty();
        assertThat(Manifests.read(claim + "\tspec: {}\n").problems())
                .singleElement()
                .isInstanceOf(Problem.Syntax.class);
    }

    @Test
    void readsJacksonsTreesWithoutPositions() throws IOException {
        Reading reading = Manifests.read(new ObjectMapper()
                .readTree("{\"apiVersion\":\"v1\",\"kind\":\"PersistentVolumeClaim\",\"spec\":{\"x\":1}}"));
        assertThat(reading.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().position()).isEmpty());
    }

    @Test
    void asARequestReadsOneObjectOfTheKindAsked() {
        ManifestReader reader = Manifests.reader().asRequestFor(PersistentVolumeClaim.KIND, "default");
        assertThat(reader.read("").orThrow()).hasSize(1);
        assertThat(reader.read("metadata: {name: c}\n---\n@").orThrow()).hasSize(1);
        assertThat(reader.read("apiVersion: v1\nkind: PersistentVolume\n").problems())
                .singleElement()
                .isInstanceOf(Problem.OtherKind.class);
        assertThat(reader.read("metadata: {namespace: other}\n").problemText())
                .isEqualTo("1:1: document 1, PersistentVolumeClaim: expected namespace default, found namespace other");
    }

    @Test
    void refusesWhatIsBeyondItsLimits() {
        assertBeyond(Limits.builder().textLength(10), "textLength");
        assertBeyond(Limits.builder().documentLength(10), "documentLength");
        assertBeyond(Limits.builder().nodes(3), "nodes");
        assertBeyond(Limits.builder().depth(1), "depth");
        assertBeyond(Limits.builder().scalarLength(3), "scalarLength");
        assertBeyond(Limits.builder().keyLength(5), "keyLength");
        assertBeyond(Limits.builder().documents(0), "documents");
    }

    private static void assertBeyond(Limits.Builder limits, String limit) {
        assertThat(Manifests.reader().withLimits(limits.build()).read(CLAIM).problems())
                .singleElement()
                .isInstanceOfSatisfying(
                        Problem.TooMuch.class,
                        problem -> assertThat(problem.limit()).isEqualTo(limit));
    }

    @Test
    void listsAsManyProblemsAsItsLimitsAllow() {
        Limits two = Limits.builder().problems(2).build();
        assertThat(Manifests.reader()
                        .withLimits(two)
                        .read((MISSPELT + "---\n").repeat(5))
                        .problems())
                .hasSize(3)
                .last()
                .isInstanceOf(Problem.TooMuch.class);
    }
}
