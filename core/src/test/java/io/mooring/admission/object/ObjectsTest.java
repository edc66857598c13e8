package io.mooring.admission.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.quantity.Quantity;
import io.mooring.release.Semantics;
import io.mooring.schema.Decoded;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.SourceType;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.PodTemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    @Test
    void readsTheKindThatTheTreeNames() {
        JsonObject claim = object("apiVersion", new JsonString("v1"), "kind", new JsonString("PersistentVolumeClaim"));
        JsonObject box = object("apiVersion", new JsonString("example.com/v1"), "kind", new JsonString("Box"));

        assertThat(read(claim)).contains(PersistentVolumeClaim.builder().build());
        assertThat(read(box)).map(KubernetesObject::kind).hasValue(OtherObject.kindOf("example.com/v1", "Box"));
        assertThat(read(box).map(Objects::write)).hasValue(box.with("metadata", JsonObject.EMPTY));
    }

    @Test
    void whatIsCarriedAlongIsAnObject() {
        OtherObjectType type = new OtherObjectType(OtherObject.kindOf("example.com/v1", "Box"));
        List<DecodingProblem> problems = new ArrayList<>();

        assertThat(type.read(JsonObject.EMPTY, FieldPath.ROOT, problems)).hasValue(type.zero());
        assertThat(problems).isEmpty();
        assertThat(type.read(JsonArray.EMPTY, FieldPath.of("items"), problems)).isEmpty();
        assertThat(problems)
                .extracting(DecodingProblem::message)
                .containsExactly("cannot read items: expected an object, found an array");
        assertThat(type.hasChecks()).isTrue();
    }

    @Test
    void storesAmountsAsTheirTextsAreRead() {
        PersistentVolume large = PersistentVolume.builder()
                .spec(PersistentVolumeSpec.builder()
                        .putCapacity("storage", Quantity.parse("1000E"))
                        .build())
                .build();

        PersistentVolume stored = Objects.stored(PersistentVolume.KIND, large, Semantics.DEFAULT);
        assertThat(stored.spec().capacity().get("storage"))
                .isEqualTo(Semantics.DEFAULT.stored(Quantity.parse("1000E")))
                .isNotEqualTo(Quantity.parse("1000E"));
    }

    @Test
    void readsATemplateAsItWroteIt() {
        PodTemplateSpec template = PodTemplateSpec.builder()
                .metadata(ObjectMeta.builder().putLabels("a", "b").build())
                .build();

        assertThat(Objects.readTemplate(Objects.write(template))).hasValue(template);
        assertThat(Objects.readTemplate(JsonArray.EMPTY)).isEmpty();
    }

    private static Optional<KubernetesObject> read(JsonObject tree) {
        List<DecodingProblem> problems = new ArrayList<>();
        Optional<KubernetesObject> read = Objects.read(tree, problems).map(Function.identity());
        assertThat(problems).isEmpty();
        return read;
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
