package io.mooring.admission.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.schema.Decoded;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class SourcesTest {

    @Test
    void areDeclaredWhereTheyAreKnown() {
        assertThat(SourceType.values())
                .allSatisfy(
                        type -> assertThat(Sources.of(type).inPersistentVolume().isPresent())
                                .isEqualTo(type.isKnownInPersistentVolumes()));
        assertThat(Sources.IN_PERSISTENT_VOLUMES).hasSize(22).doesNotContainKey("");
    }

    @Test
    void thatPeopleWriteAreAsTheAPIServerWritesThem() {
        Stream.of(
                        VolumeSource.hostPath("/data"),
                        VolumeSource.local("/disk"),
                        VolumeSource.nfs("server", "/exports"),
                        VolumeSource.csi("csi.example.com", "vol-1"))
                .forEach(source -> assertThat(Sources.inPersistentVolume(source.field())
                                .decode(source.content())
                                .orThrow())
                        .isEqualTo(source));
    }

    @Test
    void referToSecretsAsTheirHoldersDo() {
        TreeSchema volume = Sources.of(SourceType.ISCSI).inPersistentVolume().orElseThrow();
        TreeSchema pod = Sources.of(SourceType.ISCSI).inPod().orElseThrow();
        JsonObject secret = JsonObject.of("namespace", new JsonString("n"));
        assertThat(volume.decode(JsonObject.of("secretRef", secret)).isClean()).isTrue();
        assertThat(pod.decode(JsonObject.of("secretRef", secret)).isClean()).isFalse();
    }

    @Property(tries = 2000)
    void areWrittenAsTheyWereReadAndFilledInOnce(@ForAll("contents") Tuple2<TreeSchema, JsonObject> given) {
        TreeSchema schema = given.get1();
        Decoded<JsonObject> read = schema.decode(given.get2());
        Statistics.label("readable").collect(read.isClean());
        Statistics.label("readable").coverage(coverage -> coverage.check(true).percentage(share -> share > 5));
        if (!read.isClean()) {
            return;
        }
        JsonObject tree = read.orThrow();
        assertThat(schema.decode(schema.write(tree)).orThrow()).isEqualTo(tree);
        JsonObject filled = schema.withDefaults(tree);
        assertThat(schema.withDefaults(filled)).isSameAs(filled);
        assertThat(schema.decode(filled).orThrow()).isEqualTo(filled);
    }

    @Provide
    Arbitrary<Tuple2<TreeSchema, JsonObject>> contents() {
        List<TreeSchema> schemas = Arrays.stream(SourceType.values())
                .map(Sources::of)
                .flatMap(source -> Stream.concat(source.inPersistentVolume().stream(), source.inPod().stream()))
                .toList();
        return Arbitraries.of(schemas)
                .flatMap(schema -> Arbitraries.maps(Arbitraries.of(schema.names()), values())
                        .ofMaxSize(4)
                        .map(fields -> Tuple.of(schema, JsonObject.of(fields))));
    }

    private static Arbitrary<JsonValue> values() {
        return Arbitraries.of(
                new JsonString("a"),
                new JsonString(""),
                JsonNumber.of(3),
                JsonNumber.of(0),
                JsonBool.TRUE,
                JsonBool.FALSE,
                JsonArray.of(new JsonString("a")),
                JsonArray.EMPTY,
                JsonObject.EMPTY,
                JsonObject.of("name", new JsonString("a")));
    }
}
