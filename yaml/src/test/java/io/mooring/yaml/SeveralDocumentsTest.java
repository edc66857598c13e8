package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** No document hides another, whatever is wrong with it. */
class SeveralDocumentsTest {
    private static final String CLAIM = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: c%d}\n";

    /** What a document is like, and what is read from it. */
    enum Document {
        GOOD(CLAIM, 1, 0),
        UNKNOWN_FIELD(CLAIM + "spec: {colour: red}\n", 0, 1),
        TWICE_THE_SAME_KEY(CLAIM + "spec: {volumeName: a, volumeName: b}\n", 0, 1),
        BAD_QUANTITY(CLAIM + "spec: {resources: {requests: {storage: 1GB}}}\n", 0, 1),
        NO_KIND("apiVersion: v1\nmetadata: {name: c%d}\n", 0, 0),
        OPEN_LIST("a: [\n", 0, 0),
        OPEN_QUOTE("a: 'c%d\n", 0, 0),
        TAB("a:\n\tb: c%d\n", 0, 0),
        BAD_CHARACTER("a: \u0007\n", 0, 0),
        NO_ANCHOR("a: *b\n", 0, 0),
        DEEP("a: " + "[".repeat(300) + "]".repeat(300) + "\n", 0, 0);

        private final String text;
        private final int objects;
        private final int flawed;

        Document(String text, int objects, int flawed) {
            this.text = text;
            this.objects = objects;
            this.flawed = flawed;
        }

        private String numbered(int number) {
            return text.replace("%d", Integer.toString(number));
        }
    }

    @Property(tries = 300)
    void allObjectsAndAllProblemsOfATextAreRead(@ForAll("documents") List<Document> documents) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < documents.size(); i++) {
            text.append("---\n").append(documents.get(i).numbered(i));
        }
        Reading reading = Manifests.read(text.toString());
        assertComplete(reading, documents);
        assertThat(reading.problems())
                .extracting(problem -> problem.location().document())
                .containsExactlyElementsOf(
                        bad(documents).stream().map(it -> it + 1).toList());
    }

    @Property(tries = 300)
    void allObjectsAndAllProblemsOfSeveralSourcesAreRead(@ForAll("documents") List<Document> documents) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            sources.add(Source.yaml("source " + i, documents.get(i).numbered(i)));
        }
        Reading reading = Manifests.read(sources);
        assertComplete(reading, documents);
        assertThat(reading.problems())
                .extracting(problem -> problem.location().source())
                .containsExactlyElementsOf(
                        bad(documents).stream().map(it -> "source " + it).toList());
    }

    private static void assertComplete(Reading reading, List<Document> documents) {
        assertThat(names(reading.manifests())).isEqualTo(numbered(documents, 1, 0));
        assertThat(names(reading.flawed())).isEqualTo(numbered(documents, 0, 1));
        assertThat(reading.all())
                .hasSize(reading.manifests().size() + reading.flawed().size());
        boolean isMixed = !reading.manifests().isEmpty() && !reading.problems().isEmpty();
        Statistics.label("objects beside problems")
                .collect(isMixed)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 50));
    }

    private static List<String> names(List<Manifest> manifests) {
        return manifests.stream()
                .map(manifest -> manifest.object().metadata().name())
                .toList();
    }

    private static List<String> numbered(List<Document> documents, int objects, int flawed) {
        return IntStream.range(0, documents.size())
                .filter(i -> documents.get(i).objects == objects && documents.get(i).flawed == flawed)
                .mapToObj(i -> "c" + i)
                .toList();
    }

    private static List<Integer> bad(List<Document> documents) {
        return IntStream.range(0, documents.size())
                .filter(i -> documents.get(i) != Document.GOOD)
                .boxed()
                .toList();
    }

    @Provide
    Arbitrary<List<Document>> documents() {
        Arbitrary<Document> any = Arbitraries.of(Document.class);
        Arbitrary<Document> document = Arbitraries.oneOf(Arbitraries.just(Document.GOOD), any);
        return document.list().ofMinSize(1).ofMaxSize(12);
    }
}
