package io.mooring.admission.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import io.mooring.meta.ObjectMeta;
import io.mooring.schema.Errors;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Container;
import io.mooring.workload.Pod;
import io.mooring.workload.PodAffinity;
import io.mooring.workload.PodSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchLabelKeysTest {
    private static final JsonObject SELECTOR =
            JsonObject.of("matchLabels", JsonObject.of("app", new JsonString("web")));

    private static JsonArray texts(String... texts) {
        return new JsonArray(List.of(texts).stream()
                .map(JsonString::new)
                .<JsonValue>map(each -> each)
                .toList());
    }

    private static JsonObject term(JsonObject selector) {
        return JsonObject.builder()
                .put("labelSelector", selector)
                .put("topologyKey", "kubernetes.io/hostname")
                .put("matchLabelKeys", texts("hash", "gone"))
                .put("mismatchLabelKeys", texts("tenant"))
                .build();
    }

    private static PodSpec spec(JsonObject affinity, JsonObject rest) {
        return PodSpec.builder()
                .addContainers(Container.builder().name("c").image("x").build())
                .affinity(PodAffinity.builder().rest(affinity).build())
                .rest(rest)
                .build();
    }

    private static JsonObject constraint(JsonObject selector, JsonArray keys) {
        return JsonObject.builder()
                .put("maxSkew", JsonNumber.of(1))
                .put("topologyKey", "zone")
                .put("whenUnsatisfiable", "DoNotSchedule")
                .put("labelSelector", selector)
                .put("matchLabelKeys", keys)
                .build();
    }

    private static JsonObject spread(JsonObject... constraints) {
        return JsonObject.of("topologySpreadConstraints", JsonArray.of(constraints));
    }

    private static LabelSelectorRequirement demand(String key, String operator, String value) {
        return LabelSelectorRequirement.builder()
                .key(key)
                .operator(operator)
                .addValues(value)
                .build();
    }

    @Test
    void keysOfItsLabelsBecomeDemandsOfANewPod() {
        JsonObject required = Affinities.REQUIRED_PODS.set(JsonObject.EMPTY, List.of(term(SELECTOR)));
        JsonObject both = Affinities.PREFERRED_PODS.set(
                required, List.of(Affinities.POD_AFFINITY_TERM.set(JsonObject.EMPTY, term(SELECTOR))));
        PodSpec merged = MatchLabelKeys.merged(
                spec(
                        Affinities.POD_ANTI_AFFINITY.set(JsonObject.EMPTY, both),
                        spread(constraint(SELECTOR, texts("hash")))),
                Map.of("hash", "1", "tenant", "a"));
        LabelSelector.Builder selector =
                LabelSelector.builder().putMatchLabels("app", "web").addMatchExpressions(demand("hash", "In", "1"));
        JsonObject constraint =
                Scheduling.TOPOLOGY_SPREAD_CONSTRAINTS.of(merged.rest()).get(0);
        assertThat(Affinities.LABEL_SELECTOR.in(constraint)).contains(selector.build());
        LabelSelector ofTerms =
                selector.addMatchExpressions(demand("tenant", "NotIn", "a")).build();
        JsonObject terms =
                Affinities.POD_ANTI_AFFINITY.of(merged.affinity().orElseThrow().rest());
        assertThat(Affinities.LABEL_SELECTOR.in(
                        Affinities.REQUIRED_PODS.of(terms).get(0)))
                .contains(ofTerms);
        assertThat(Affinities.LABEL_SELECTOR.in(Affinities.POD_AFFINITY_TERM.of(
                        Affinities.PREFERRED_PODS.of(terms).get(0))))
                .contains(ofTerms);
    }

    @Test
    void aPodWithoutSuchKeysStaysAsItIs() {
        PodSpec plain = spec(JsonObject.EMPTY, JsonObject.EMPTY);
        assertThat(MatchLabelKeys.merged(plain, Map.of("hash", "1"))).isEqualTo(plain);
    }

    @Test
    void keysWithoutASelectorAreForbidden() {
        assertThat(errors(constraint(SELECTOR, texts("hash")).without("labelSelector")))
                .containsExactly(
                        "spec.topologySpreadConstraints[0].matchLabelKeys: Forbidden: must not be specified when"
                                + " labelSelector is not set");
    }

    @Test
    void aKeyMayNotBeDemandedAlready() {
        JsonObject selector = SELECTOR.with(
                "matchExpressions",
                JsonArray.of(JsonObject.builder()
                        .put("key", "app")
                        .put("operator", "Exists")
                        .build()));
        assertThat(errors(constraint(selector, texts("app"))))
                .containsExactly("spec.topologySpreadConstraints[0][0]: Invalid value: \"app\": exists in both"
                        + " matchLabelKeys and labelSelector");
    }

    @Test
    void oneTopologyIsSpreadOverOnceInTheSameWay() {
        JsonObject once = constraint(SELECTOR, texts());
        assertThat(errors(once, once))
                .containsExactly("spec.topologySpreadConstraints[0].{topologyKey, whenUnsatisfiable}: Duplicate value:"
                        + " \"{zone, DoNotSchedule}\"");
        assertThat(errors(once, once.with("whenUnsatisfiable", new JsonString("ScheduleAnyway"))))
                .isEmpty();
    }

    /** Models {@code validateTopologyKey}: only a warning tells of a topology that no label can name. */
    @Test
    void anyTopologyIsSpreadOver() {
        JsonObject constraint = constraint(SELECTOR, texts());
        assertThat(errors(constraint.with("topologyKey", new JsonString("-1Gi"))))
                .isEmpty();
        assertThat(errors(constraint.with("topologyKey", new JsonString(""))))
                .containsExactly("spec.topologySpreadConstraints[0].topologyKey: Required value: can not be empty");
    }

    @Test
    void aKeyCannotBeTheSameAndAnother() {
        JsonObject terms = Affinities.REQUIRED_PODS.set(
                JsonObject.EMPTY, List.of(term(SELECTOR).with("mismatchLabelKeys", texts("hash"))));
        assertThat(errors(spec(Affinities.POD_AFFINITY.set(JsonObject.EMPTY, terms), JsonObject.EMPTY)))
                .containsExactly(
                        "spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].matchLabelKeys[0]:"
                                + " Invalid value: \"hash\": exists in both matchLabelKeys and mismatchLabelKeys");
    }

    private static List<String> errors(JsonObject... constraints) {
        return errors(spec(JsonObject.EMPTY, spread(constraints)));
    }

    private static List<String> errors(PodSpec spec) {
        Pod pod = Pods.POD.withDefaults(Pod.builder()
                .metadata(ObjectMeta.builder().name("p").build())
                .spec(spec)
                .build());
        Errors errors = new Errors(() -> JsonObject.EMPTY);
        Pods.POD.check(pod, errors.root());
        return errors.list().stream()
                .map(error -> error.field() + ": " + error.message())
                .toList();
    }
}
