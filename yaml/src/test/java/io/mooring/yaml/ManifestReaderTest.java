package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.OtherObject;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.SourceType;
import io.mooring.tree.JsonNull;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ManifestReaderTest {
    private static final String CLAIM = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: c}\n";
    private static final String MISSPELT = CLAIM.replace("metadata", "metadat");

    @Test
    void readsWhatMooringDoesNotKnowAsOtherObject() {
        assertThat(Manifests.read("apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {a: [1]}\n")
                        .objects())
                .singleElement()
                .isInstanceOf(OtherObject.class);
    }

    @Test
    void keepsObjectsWithProblemsApart() {
        Reading reading = Manifests.read(MISSPELT + "---\n" + CLAIM);
        assertThat(reading.objects()).hasSize(1);
        assertThat(reading.all()).hasSize(2);
        assertThat(reading.flawed()).containsExactly(reading.all().get(0));
        assertThat(reading.problems()).singleElement().isInstanceOf(Problem.UnknownField.class);
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
    void leavesOutOfAFlawedObjectWhatCannotBeRead() {
        KubernetesObject read = flawed(CLAIM + "spec: {storageClassName: 1, volumeName: a, volumeName: v}\n");
        assertThat(((PersistentVolumeClaim) read).spec().storageClassName()).isEmpty();
        assertThat(((PersistentVolumeClaim) read).spec().volumeName()).isEqualTo("v");
    }

    @Test
    void carriesASourceThatKubernetesDoesNotHaveInAFlawedVolume() {
        KubernetesObject read = flawed("apiVersion: v1\nkind: PersistentVolume\nspec: {ftp: {host: h}, colour: red}\n");
        assertThat(((PersistentVolume) read).spec().sources()).singleElement().satisfies(source -> {
            assertThat(source.type()).isEqualTo(SourceType.UNKNOWN);
            assertThat(source.field()).isEqualTo("ftp");
        });
    }

    private static KubernetesObject flawed(String text) {
        return Manifests.read(text).flawed().get(0).object();
    }

    @Test
    void readsSourcesInTheOrderGiven() {
        List<Source> sources = List.of(
                Source.yaml("a", CLAIM.replace("name: c", "name: first")),
                Source.json(
                        "x.json",
                        "{\"apiVersion\":\"v1\",\"kind\":\"PersistentVolumeClaim\",\"metadata\":{\"name\":\"second\"}}"),
                Source.yaml("c", CLAIM.replace("name: c", "name: third")));
        Reading reading = Manifests.read(sources);
        assertThat(reading.orThrow())
                .extracting(manifest -> manifest.object().metadata().name())
                .containsExactly("first", "second", "third");
        assertThat(reading.manifests().get(1).location().source()).isEqualTo("x.json");
    }

    @Test
    void takesAFileForWhatItsNameSays() {
        byte[] json =
                "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Thing\",\"a\":1.0}".getBytes(StandardCharsets.UTF_8);
        assertThat(numberIn(Source.file("a.JSON", json))).isEqualTo("1.0");
        assertThat(numberIn(Source.file("a.yaml", json))).isEqualTo("1");
    }

    private static String numberIn(Source source) {
        return Manifests.reader()
                .read(source)
                .orThrow()
                .get(0)
                .tree()
                .get("a")
                .orElseThrow()
                .toJson();
    }

    @Test
    void saysWhatSourceCannotBeReadAndReadsTheOthers() {
        Reading reading = Manifests.read(List.of(
                Source.yaml("first.yaml", "a: ["),
                Source.file("latin.yaml", "a: \u00e9".getBytes(StandardCharsets.ISO_8859_1)),
                Source.unreadable("absent.yaml", "no such file"),
                Source.yaml("last.yaml", CLAIM)));
        assertThat(reading.objects()).hasSize(1);
        assertThat(reading.problems())
                .extracting(Problem::text)
                .element(0, InstanceOfAssertFactories.STRING)
                .startsWith("first.yaml:1:5: document 1: not YAML: ");
        assertThat(reading.problems())
                .extracting(Problem::text)
                .endsWith(
                        "latin.yaml: cannot be read: it is not UTF-8\n  save it as UTF-8",
                        "absent.yaml: cannot be read: no such file");
    }

    @Test
    void asksForASourceOnlyWhenItIsToBeRead() {
        List<String> asked = new ArrayList<>();
        Iterable<Source> sources = () -> Stream.of("a", "b", "c")
                .peek(asked::add)
                .map(name -> Source.yaml(name, CLAIM))
                .iterator();
        Limits few = Limits.builder().nodes(12).build();
        assertThat(Manifests.reader().withLimits(few).read(sources).problems())
                .singleElement()
                .isInstanceOf(Problem.TooMuch.class);
        assertThat(asked).containsExactly("a", "b");
    }

    @Test
    void readsTheOtherItemsOfAListWhereOneCannotBeRead() {
        Reading reading = Manifests.read("""
                apiVersion: v1
                kind: List
                items:
                - &a {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: fine}}
                - {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: twice, name: twice}}
                - {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: &b !!int x}}
                - {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: repeats, namespace: *b}}
                - *a
                """);
        assertThat(reading.objects())
                .extracting(object -> object.metadata().name())
                .containsExactly("fine", "fine");
        assertThat(reading.flawed()).hasSize(3);
    }

    @Test
    void trustsNoItemOfAListThatHasItsItemsTwice() {
        String item = "items: [{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c}}]\n";
        Reading reading = Manifests.read("apiVersion: v1\nkind: List\n" + item + item);
        assertThat(reading.problems()).singleElement().isInstanceOf(Problem.DuplicateKey.class);
        assertThat(reading.manifests()).isEmpty();
        assertThat(reading.flawed()).hasSize(1);
    }

    @Test
    void goesOnAfterADocumentThatIsNoYaml() {
        Reading reading = Manifests.read("a: [\n---\n" + CLAIM + "---\nb: 'c\n");
        assertThat(reading.objects()).hasSize(1);
        assertThat(reading.problems())
                .hasSize(2)
                .allMatch(Problem.Syntax.class::isInstance)
                .extracting(problem -> problem.location().document())
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

    @Test
    void readsATreeOfWhichNothingIsInterpreted() {
        assertThat(Manifests.readTreeJson("[{\"op\":\"add\",\"path\":\"/spec\",\"value\":1.50}]"))
                .hasToString("[{\"op\":\"add\",\"path\":\"/spec\",\"value\":1.50}]");
        assertThat(Manifests.readTree("spec:\n  replicas: 2\n---\nother: 1\n"))
                .hasToString("{\"spec\":{\"replicas\":2}}");
        assertThat(Manifests.readTree("")).isEqualTo(JsonNull.NULL);
        assertThatThrownBy(() -> Manifests.readTreeJson("{\"a\": }"))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("not JSON");
        assertThatThrownBy(() -> Manifests.readTree("a: [\n"))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("not YAML");
    }
}
