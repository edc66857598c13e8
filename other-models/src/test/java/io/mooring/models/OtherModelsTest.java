package io.mooring.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1PersistentVolume;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaimSpec;
import io.kubernetes.client.openapi.models.V1VolumeResourceRequirements;
import io.kubernetes.client.util.Yaml;
import io.mooring.Mooring;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The recipes of docs/other-models.md; its code is the code between the marks here. */
class OtherModelsTest {
    private static final String VOLUME = """
            apiVersion: v1
            kind: PersistentVolume
            metadata:
              name: pv-1
              annotations: {rank: "1.0", since: "2026-01-01"}
            spec:
              capacity: {storage: 1.5Gi}
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              persistentVolumeReclaimPolicy: Retain
              hostPath: {path: /data}
            """;

    @Test
    void ofClientJavaByText() {
        V1PersistentVolume volume = Yaml.loadAs(VOLUME, V1PersistentVolume.class);
        V1PersistentVolumeClaim claim = claim();
        // recipe: client-java
        String text = String.join("---\n", Yaml.dump(volume), Yaml.dump(claim));
        Mooring settled = Mooring.read(text).settle();
        JsonObject bound = settled.cluster()
                .tree(PersistentVolumeClaim.ref("shop", "data"))
                .orElseThrow();
        V1PersistentVolumeClaim back = Yaml.loadAs(bound.toJson(), V1PersistentVolumeClaim.class);
        // end

        assertThat(settled.refusals()).isEmpty();
        assertThat(back.getSpec().getVolumeName()).isEqualTo("pv-1");
        assertThat(back.getStatus().getPhase()).isEqualTo("Bound");
        assertThat(back.getSpec().getResources()).isEqualTo(claim.getSpec().getResources());
        assertThat(back.getMetadata().getFinalizers()).containsExactly("kubernetes.io/pvc-protection");
    }

    /** What client-java read of Mooring and wrote is the same object; an empty map of labels is none. */
    @Test
    void ofClientJavaWithoutLoss() {
        Mooring settled = Mooring.read(VOLUME).settle();
        String text = JsonObject.fromMap(
                        settled.object(PersistentVolume.ref("pv-1")).orElseThrow())
                .toJson();
        V1PersistentVolume there = Yaml.loadAs(text, V1PersistentVolume.class);
        Mooring again = Mooring.open(Yaml.dump(there));

        assertThat(again.refusals()).isEmpty();
        assertThat(again.cluster().volume("pv-1")).isEqualTo(settled.cluster().volume("pv-1"));
    }

    private static V1PersistentVolumeClaim claim() {
        return new V1PersistentVolumeClaim()
                .apiVersion("v1")
                .kind("PersistentVolumeClaim")
                .metadata(new V1ObjectMeta().name("data").namespace("shop"))
                .spec(new V1PersistentVolumeClaimSpec()
                        .accessModes(List.of("ReadWriteOnce"))
                        .storageClassName("manual")
                        .resources(new V1VolumeResourceRequirements()
                                .putRequestsItem("storage", Quantity.fromString("1Gi"))));
    }

    @Test
    void ofPlainMaps() {
        Map<String, Object> volume = Map.of(
                "apiVersion",
                "v1",
                "kind",
                "PersistentVolume",
                "metadata",
                Map.of("name", "pv-1"),
                "spec",
                Map.of(
                        "capacity", Map.of("storage", "1Gi"),
                        "accessModes", List.of("ReadWriteOnce"),
                        "hostPath", Map.of("path", "/data")));
        // recipe: maps
        Mooring read = Mooring.readObjects(List.of(volume)).settle();
        List<Map<String, Object>> back = read.objects();
        // end

        assertThat(read.refusals()).isEmpty();
        assertThat(back)
                .anySatisfy(each -> assertThat(each.get("status").toString()).startsWith("{phase=Available"));
        assertThat(Mooring.readObjects(back).cluster().size()).isPositive();
    }

    @Test
    void ofMapsOfAYamlLibrary() {
        org.yaml.snakeyaml.Yaml yaml = new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions()));
        Map<String, Object> map = yaml.load(VOLUME);
        assertThat(Mooring.readObjects(List.of(map)).objects())
                .contains(Mooring.read(VOLUME).objects().get(0));

        Map<String, Object> dated = yaml.load("metadata: {annotations: {since: 2026-01-01}}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mooring.readObjects(List.of(dated)))
                .withMessageContaining("metadata.annotations.since")
                .withMessageContaining(Date.class.getName());
    }

    @Test
    void thePageSaysWhatIsTestedHere() throws IOException {
        String page = plain(Files.readString(Path.of("../docs/other-models.md")));
        String source = Files.readString(Path.of("src/test/java/io/mooring/models/OtherModelsTest.java"));
        String[] recipes = source.split("// recipe: [a-z-]+\n");
        assertThat(recipes).hasSize(3);
        for (int i = 1; i < recipes.length; i++) {
            assertThat(page).contains(plain(recipes[i].substring(0, recipes[i].indexOf("// end"))));
        }
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }
}
