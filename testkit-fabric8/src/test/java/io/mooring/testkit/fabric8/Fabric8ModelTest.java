package io.mooring.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.mooring.Mooring;
import io.mooring.tree.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The recipe of docs/other-models.md for fabric8's objects, of 7 with Jackson 2 and of 8 with Jackson 3. */
class Fabric8ModelTest {
    @Test
    void byText() {
        PersistentVolume volume = Objects.volume("pv-1", "1.5Gi");
        PersistentVolumeClaim claim = Objects.claim("data", "1Gi");
        // recipe: fabric8
        String text = String.join("---\n", Serialization.asYaml(volume), Serialization.asYaml(claim));
        Mooring settled = Mooring.read(text).settle();
        JsonObject bound = settled.cluster()
                .tree(io.mooring.storage.PersistentVolumeClaim.ref("test", "data"))
                .orElseThrow();
        PersistentVolumeClaim back = Serialization.unmarshal(bound.toJson(), PersistentVolumeClaim.class);
        // end

        assertThat(settled.refusals()).isEmpty();
        assertThat(back.getStatus().getPhase()).isEqualTo("Bound");
        assertThat(back.getSpec().getResources()).isEqualTo(claim.getSpec().getResources());
    }

    @Test
    void byMapsWithoutLoss() {
        Map<?, ?> volume = Serialization.unmarshal(Serialization.asJson(Objects.volume("pv-1", "1.5Gi")), Map.class);
        Mooring settled = Mooring.readObjects(List.of(volume)).settle();
        Map<String, ?> stored =
                settled.object(io.mooring.storage.PersistentVolume.ref("pv-1")).orElseThrow();
        String text = JsonObject.fromMap(stored).toJson();
        PersistentVolume there = Serialization.unmarshal(text, PersistentVolume.class);
        Map<?, ?> again = Serialization.unmarshal(Serialization.asJson(there), Map.class);

        assertThat(JsonObject.fromMap(again)).isEqualTo(JsonObject.fromMap(stored));
    }

    @Test
    void thePageSaysWhatIsTestedHere() throws IOException {
        Path root = Path.of("..");
        String source = Files.readString(
                root.resolve("testkit-fabric8/src/test/java/io/mooring/testkit/fabric8/Fabric8ModelTest.java"));
        String recipe = source.substring(source.indexOf("// recipe: fabric8") + 18, source.indexOf("// end"));
        assertThat(plain(Files.readString(root.resolve("docs/other-models.md"))))
                .contains(plain(recipe));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }
}
