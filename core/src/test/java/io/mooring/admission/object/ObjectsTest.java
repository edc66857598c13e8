package io.mooring.admission.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.schema.Decoded;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.SourceType;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectsTest {

    @Test
    void readsAndWritesFromOneDeclaration() {
        JsonObject tree = object(
                "apiVersion",
                new JsonString("v1"),
                "kind",
                new JsonString("PersistentVolume"),
                "metadata",
                object("name", new JsonString("pv")),
                "spec",
                object("rbd", rbd(), "volumeMode", new JsonString("Block")),
                "status",
                JsonObject.EMPTY);
        PersistentVolume volume = Objects.read(PersistentVolume.KIND, tree).orThrow();
        assertThat(volume.metadata().name()).isEqualTo("pv");
        assertThat(volume.spec().volumeMode()).contains(VolumeMode.BLOCK);
        assertThat(volume.spec().source().map(VolumeSource::type)).contains(SourceType.RBD);
        assertThat(Objects.write(volume)).isEqualTo(tree);
    }

    @Test
    void reportsAllProblemsInDocumentOrder() {
        JsonObject spec = object(
                "rbd",
                rbd().with("imagefeatures", new JsonString("layering")).with("readOnly", new JsonString("yes")),
                "accessMode",
                JsonArray.EMPTY);
        Decoded<PersistentVolume> decoded = Objects.read(PersistentVolume.KIND, object("spec", spec));
        assertThat(decoded.value()).isEmpty();
        assertThat(decoded.problems())
                .extracting(DecodingProblem::message)
                .containsExactly(
                        "unknown field \"spec.rbd.imagefeatures\"",
                        "cannot read spec.rbd.readOnly: expected true or false, found string \"yes\"",
                        "unknown field \"spec.accessMode\"");
        assertThat(decoded.problems().get(2).advice()).contains("did you mean \"accessModes\"?");
    }

    @Test
    void nullReadsAsTheZeroOfItsType() {
        JsonObject tree = object("metadata", JsonNull.NULL, "spec", object("accessModes", JsonNull.NULL));
        assertThat(Objects.read(PersistentVolume.KIND, tree).orThrow())
                .isEqualTo(PersistentVolume.builder().build());
    }

    private static JsonObject rbd() {
        JsonArray monitors = new JsonArray(List.of(new JsonString("10.16.154.78:6789")));
        return object("monitors", monitors, "image", new JsonString("foo"));
    }

    private static JsonObject object(Object... namesAndValues) {
        JsonObject.Builder builder = JsonObject.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.put((String) namesAndValues[i], (JsonValue) namesAndValues[i + 1]);
        }
        return builder.build();
    }
}
