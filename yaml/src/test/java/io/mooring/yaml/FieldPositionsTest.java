package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.tree.FieldPath;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldPositionsTest {
    private static final String SET = """
            # nothing here
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: web
              labels: {example.com/tier: back}
            spec:
              selector: &labels
                matchLabels: {app: nginx}
              template:
                metadata:
                  labels: {app: nginx}
                spec:
                  containers:
                  - name: nginx
                  -
                    name: sidecar
              volumeClaimTemplates:
              - metadata: {name: www}
                spec:
                  resources:
                    requests:
                      storage: 1Gi
                  selector: *labels
            """;
    private final Manifest manifest = Manifests.read(SET).orThrow().get(0);
    private final FieldPositions positions = manifest.positions();

    @Test
    void ofAScalarIsWhereItBegins() {
        assertThat(positions.exact(FieldPath.of("metadata", "name"))).contains(new Position(6, 9));
        assertThat(positions.exact(FieldPath.of("metadata", "labels").key("example.com/tier")))
                .contains(new Position(7, 30));
    }

    @Test
    void ofAMapIsWhereItsNameBegins() {
        assertThat(positions.exact(FieldPath.of("spec", "selector"))).contains(new Position(9, 3));
        assertThat(positions.exact(FieldPath.of("metadata", "labels"))).contains(new Position(7, 3));
    }

    @Test
    void ofAnItemIsWhereItBegins() {
        FieldPath containers = FieldPath.of("spec", "template", "spec", "containers");
        assertThat(positions.exact(containers.index(0))).contains(new Position(16, 9));
        assertThat(positions.exact(containers.index(1).child("name"))).contains(new Position(18, 15));
        assertThat(positions.exact(containers.index(2))).isEmpty();
    }

    @Test
    void ofAnAliasIsWhereItStandsAndBelowItWhereItsAnchorDoes() {
        FieldPath selector =
                FieldPath.of("spec", "volumeClaimTemplates").index(0).child("spec", "selector");
        assertThat(positions.exact(selector)).contains(new Position(25, 7));
        assertThat(positions.exact(selector.child("matchLabels"))).contains(new Position(10, 5));
    }

    @Test
    void ofWhatIsNotThereIsTheNearestThingAroundIt() {
        assertThat(positions.nearest(FieldPath.of("spec", "serviceName"))).contains(new Position(8, 1));
        assertThat(positions.exact(FieldPath.of("spec", "serviceName"))).isEmpty();
        assertThat(positions.nearest(FieldPath.of("status"))).contains(new Position(3, 1));
    }

    @Test
    void isFoundForTheApiServersOwnWords() {
        assertThat(manifest.locate("spec.template.labels").position()).contains(new Position(13, 7));
        assertThat(manifest.locate("spec.volumeClaimTemplates[0].spec.resources[storage]")
                        .position())
                .contains(new Position(24, 20));
        assertThat(manifest.locate("spec.persistentvolumesource").position()).contains(new Position(8, 1));
        assertThat(manifest.locate("metadata.labels[example.com/tier]").position())
                .contains(new Position(7, 30));
        assertThat(manifest.locate("matchLabels").toString()).isEqualTo("10:5: document 1, StatefulSet web");
    }

    @Test
    void ofJsonAreFoundFarDownTheText() {
        String claim = """
                {"apiVersion": "v1", "kind": "PersistentVolumeClaim",
                  "metadata": {"name": "data", "labels": {
                    "app": "\ud83d\ude00"}}}""";
        String list = "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [\n"
                + String.join(",\n", Collections.nCopies(1000, claim)) + "]}";
        List<Manifest> manifests = Manifests.readJson(list).all();

        FieldPath labels = FieldPath.of("metadata", "labels");
        FieldPositions last = manifests.get(999).positions();
        assertThat(last.exact(FieldPath.ROOT)).contains(new Position(2999, 1));
        assertThat(last.exact(labels)).contains(new Position(3000, 32));
        assertThat(last.exact(labels.key("app"))).contains(new Position(3001, 12));
        assertThat(last.nearest(labels.key("tier"))).contains(new Position(3000, 32));
    }

    @Test
    void readsPathsAsTheyArePrinted() {
        for (String text : new String[] {
            "", "spec", "spec.capacity[storage]", "spec.terms[0].matchExpressions[12].key", "metadata.labels[a.b/c].d"
        }) {
            assertThat(FieldPathParser.parse(text)).hasToString(text);
        }
        assertThat(FieldPathParser.parse("a[b")).isEqualTo(FieldPath.of("a").key("b"));
    }
}
