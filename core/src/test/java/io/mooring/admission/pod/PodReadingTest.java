package io.mooring.admission.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.schema.Decoded;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.PodSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodReadingTest {

    private static Decoded<PodSpec> containerWith(String field, JsonValue value) {
        JsonObject container = JsonObject.of("name", new JsonString("c")).with(field, value);
        return PodSpecs.OF_TEMPLATE.decode(JsonObject.of("containers", JsonArray.of(container)));
    }

    @Test
    void carriesTheProbeAsTheApiServerWritesIt() {
        JsonObject port = JsonObject.of("port", new JsonString("http"));
        JsonObject probe = JsonObject.of("httpGet", port).with("periodSeconds", JsonNumber.of(0));
        PodSpec spec = containerWith("livenessProbe", probe).orThrow();
        assertThat(spec.containers().get(0).rest())
                .isEqualTo(JsonObject.of("livenessProbe", JsonObject.of("httpGet", port)));
    }

    @Test
    void refusesAMisspeltFieldAnywhereInAContainer() {
        Decoded<PodSpec> decoded = containerWith("livenessProbe", JsonObject.of("htpGet", JsonObject.EMPTY));
        assertThat(decoded.problems())
                .extracting(DecodingProblem::message)
                .containsExactly("unknown field \"containers[0].livenessProbe.htpGet\"");
        assertThat(decoded.problems().get(0).advice()).contains("did you mean \"httpGet\"?");
    }

    @Test
    void refusesAnotherType() {
        Decoded<PodSpec> decoded = PodSpecs.OF_TEMPLATE.decode(JsonObject.of("hostNetwork", new JsonString("yes")));
        assertThat(decoded.value()).isEmpty();
        assertThat(decoded.problems())
                .extracting(DecodingProblem::message)
                .containsExactly("cannot read hostNetwork: expected true or false, found string \"yes\"");
    }

    @Test
    void refusesWhatAStatusDoesNotHave() {
        JsonObject container = JsonObject.of("name", new JsonString("c")).with("ready", new JsonString("yes"));
        JsonObject status =
                JsonObject.of("containerStatuses", JsonArray.of(container)).with("podIp", new JsonString("10.0.0.1"));
        assertThat(PodStatuses.STATUS.decode(status).problems())
                .extracting(DecodingProblem::message)
                .containsExactly(
                        "cannot read containerStatuses[0].ready: expected true or false, found string \"yes\"",
                        "unknown field \"podIp\"");
    }

    @Test
    void dropsWhatIsNullOrFalseOrBehindAGate() {
        JsonObject spec = JsonObject.builder()
                .put("hostNetwork", JsonBool.FALSE)
                .put("priority", JsonNull.NULL)
                .put("schedulingGroup", JsonObject.of("podGroupName", new JsonString("g")))
                .build();
        assertThat(PodSpecs.OF_TEMPLATE.decode(spec).orThrow().rest()).isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void onlyAContainerThatWasAddedNamesItsTarget() {
        JsonObject container =
                JsonObject.of("name", new JsonString("c")).with("targetContainerName", new JsonString("t"));
        JsonObject spec = JsonObject.of("ephemeralContainers", JsonArray.of(container))
                .with("containers", JsonArray.of(container));
        assertThat(PodSpecs.OF_TEMPLATE.decode(spec).problems())
                .extracting(DecodingProblem::message)
                .containsExactly("unknown field \"containers[0].targetContainerName\"");
    }

    @Test
    void namesEachFieldOnceWhenItSuggests() {
        Decoded<PodSpec> decoded = containerWith("qqqqqqqqqqqq", JsonNull.NULL);
        assertThat(decoded.problems())
                .singleElement()
                .isInstanceOfSatisfying(
                        DecodingProblem.UnknownField.class,
                        problem -> assertThat(problem.known())
                                .doesNotHaveDuplicates()
                                .containsAll(List.of("image", "env", "tty")));
    }
}
