package io.mooring.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A refusal tells the first of very many causes, and how many there are beyond them. */
class ManyCausesTest {
    private static final int MOST = 1000;
    private static final JsonArray CONTAINERS = JsonArray.of(object("name", "a", "image", "b"));

    @Test
    void tellsAThousandAndHowManyMore() {
        Verdict.Refused refused = refusal(withBadLabels(300_000));
        assertThat(refused.causes()).hasSize(MOST + 1);
        assertThat(refused.causes().get(MOST)).isEqualTo(Cause.leftOut(299_000));
        assertThat(refused.message()).endsWith(", and 299000 more]").hasSizeLessThan(1 << 20);
    }

    @Property(tries = 20)
    void everyCauseIsToldOrCounted(@ForAll @IntRange(min = 1, max = 2500) int count) {
        List<Cause> causes = refusal(withBadLabels(count)).causes();
        long told = causes.stream()
                .filter(cause -> cause.kind() == CauseKind.INVALID)
                .count();
        assertThat(told).isEqualTo(Math.min(count, MOST));
        assertThat(causes.subList((int) told, causes.size()))
                .isEqualTo(count > MOST ? List.of(Cause.leftOut(count - MOST)) : List.of());
    }

    @Test
    void tellsOfLongOnesFewer() {
        String longText = "-".repeat(600_000);
        List<Cause> causes = refusal(configMap("labels", fields(5, i -> new JsonString(longText + i))))
                .causes();
        assertThat(causes).hasSize(2).endsWith(Cause.leftOut(9));
    }

    @Test
    void tellsAThousandFieldsThatCannotBeRead() {
        Verdict.Refused refused = refusal(object("apiVersion", "v1", "kind", "ConfigMap")
                .with("metadata", object("name", "c").with("labels", fields(5000, JsonNumber::of))));
        assertThat(refused.code()).isEqualTo(400);
        assertThat(refused.causes()).hasSize(MOST + 1).endsWith(Cause.leftOut(4000));
        assertThat(refused.message())
                .isEqualTo(refusal(object("apiVersion", "v1", "kind", "ConfigMap")
                                .with("metadata", object("name", "c").with("labels", fields(1, JsonNumber::of))))
                        .message());
    }

    /** Comparing every two of them would take minutes. */
    @Test
    void comparesManyPortsNodesAndFilesInReasonableTime() {
        JsonArray ports = items(60_000, i -> object().with("containerPort", JsonNumber.of(80)));
        JsonArray files =
                items(40_000, i -> object("path", "p" + i).with("fieldRef", object("fieldPath", "metadata.name")));
        JsonArray constraints = items(
                30_000,
                i -> object("topologyKey", "a" + i, "whenUnsatisfiable", "DoNotSchedule")
                        .with("maxSkew", JsonNumber.of(1))
                        .with("labelSelector", object()));
        JsonObject pod = object("apiVersion", "v1", "kind", "Pod")
                .with("metadata", object("name", "c"))
                .with(
                        "spec",
                        object().with(
                                        "containers",
                                        JsonArray.of(object("name", "a", "image", "b")
                                                .with("ports", ports)))
                                .with("topologySpreadConstraints", constraints)
                                .with(
                                        "volumes",
                                        JsonArray.of(object("name", "a")
                                                .with("downwardAPI", object().with("items", files)))));
        assertThat(admitted(pod).warnings()).hasSize(48).allMatch(warning -> warning.contains("duplicate port"));
    }

    @Test
    void comparesManyTopologiesInReasonableTime() {
        JsonArray terms = items(
                40_000,
                i -> object().with(
                                "matchLabelExpressions",
                                JsonArray.of(
                                        object("key", "a").with("values", JsonArray.of(new JsonString("v" + i))))));
        JsonObject storageClass = object("apiVersion", "storage.k8s.io/v1", "kind", "StorageClass", "provisioner", "a")
                .with("metadata", object("name", "c"))
                .with("allowedTopologies", terms);
        assertThat(admitted(storageClass).warnings()).isEmpty();
    }

    @Test
    void tellsASpreadConstraintThatIsRepeatedLater() {
        JsonArray constraints = items(
                3,
                i -> object("topologyKey", "a", "whenUnsatisfiable", "DoNotSchedule")
                        .with("maxSkew", JsonNumber.of(1)));
        JsonObject pod = object("apiVersion", "v1", "kind", "Pod")
                .with("metadata", object("name", "c"))
                .with("spec", object().with("containers", CONTAINERS).with("topologySpreadConstraints", constraints));
        assertThat(refusal(pod).causes())
                .extracting(cause -> cause.field().toString())
                .containsExactly(
                        "spec.topologySpreadConstraints[0].{topologyKey, whenUnsatisfiable}",
                        "spec.topologySpreadConstraints[1].{topologyKey, whenUnsatisfiable}");
    }

    private static JsonObject withBadLabels(int count) {
        return configMap("labels", fields(count, i -> new JsonString("-" + i)));
    }

    private static JsonObject configMap(String field, JsonValue value) {
        return object("apiVersion", "v1", "kind", "ConfigMap")
                .with("metadata", object("name", "c").with(field, value));
    }

    private static JsonObject object(String... namesAndValues) {
        JsonObject.Builder fields = JsonObject.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields.build();
    }

    private static JsonObject fields(int count, IntFunction<JsonValue> value) {
        JsonObject.Builder fields = JsonObject.builder();
        for (int i = 0; i < count; i++) {
            fields.put("a" + i, value.apply(i));
        }
        return fields.build();
    }

    private static JsonArray items(int count, IntFunction<JsonValue> item) {
        return new JsonArray(IntStream.range(0, count).mapToObj(item).toList());
    }

    private static Verdict.Refused refusal(JsonObject tree) {
        return Admission.create(tree, AdmissionWorld.EMPTY).refused().orElseThrow();
    }

    private static Verdict.Admitted admitted(JsonObject tree) {
        Verdict verdict = Admission.create(tree, AdmissionWorld.EMPTY);
        assertThat(verdict).isInstanceOf(Verdict.Admitted.class);
        return (Verdict.Admitted) verdict;
    }
}
