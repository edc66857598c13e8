package io.mooring.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TreeSchemaReadingTest {
    private static final TreeSchema PORT = TreeSchema.of(
            Field.int32("number").always(),
            Field.of("target", Types.INT_OR_STRING).optional());
    private static final TreeSchema POD = TreeSchema.of(
            Field.objects("ports", PORT),
            Field.text("host"),
            Field.int64("priority").optional(),
            Field.quantities("overhead"),
            Field.of("main", PORT).always(),
            Field.text("guarded").dropped());

    private final List<DecodingProblem> problems = new ArrayList<>();

    private Optional<JsonValue> read(String field, JsonValue value) {
        return POD.read(field, value, FieldPath.of("spec", field), problems);
    }

    @Test
    void leavesOutWhatIsZeroOrNullOrBehindAGate() {
        assertThat(read("host", new JsonString(""))).isEmpty();
        assertThat(read("ports", JsonArray.EMPTY)).isEmpty();
        assertThat(read("priority", JsonNull.NULL)).isEmpty();
        assertThat(read("guarded", new JsonString("x"))).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void keepsAPointerToZero() {
        assertThat(read("priority", JsonNumber.of(0))).contains(JsonNumber.of(0));
    }

    @Test
    void writesWhatIsNeverLeftOut() {
        assertThat(read("main", JsonObject.EMPTY)).contains(JsonObject.of("number", JsonNumber.of(0)));
        assertThat(read("main", JsonNull.NULL)).contains(JsonObject.of("number", JsonNumber.of(0)));
    }

    @Test
    void writesQuantitiesInTheirShortestForm() {
        assertThat(read("overhead", JsonObject.of("cpu", new JsonString("1000m"))))
                .contains(JsonObject.of("cpu", new JsonString("1")));
    }

    @Test
    void namesTheUnknownFieldAndTheOneThatWasMeant() {
        read("ports", JsonArray.of(JsonObject.of("numer", JsonNumber.of(1))));
        assertThat(problems).singleElement().isInstanceOfSatisfying(DecodingProblem.UnknownField.class, problem -> {
            assertThat(problem.path()).hasToString("spec.ports[0].numer");
            assertThat(problem.suggestion()).contains("number");
        });
    }

    @Test
    void refusesAnotherTypeThanTheFields() {
        read("main", JsonObject.of("target", JsonBool.of(true)));
        assertThat(problems)
                .extracting(DecodingProblem::message)
                .containsExactly("cannot read spec.main.target: expected a 32-bit whole number or a string, found"
                        + " bool true");
    }

    @Test
    void readsTimesAndLeavesAnythingAsItIs() {
        TreeSchema entries = TreeSchema.of(
                Field.time("time").optional(), Field.of("fields", Types.ANY).optional());
        JsonObject entry = JsonObject.of("time", new JsonString("2023-11-15T00:13:20+02:00"))
                .with("fields", JsonArray.EMPTY);
        assertThat(entries.decode(entry).orThrow())
                .isEqualTo(entry.with("time", new JsonString("2023-11-14T22:13:20Z")));
        assertThat(entries.decode(JsonObject.of("time", new JsonString("now"))).problems())
                .singleElement()
                .isInstanceOf(DecodingProblem.BadText.class);
    }

    @Test
    void writesWhatIsNeverLeftOutEvenWhereNothingWasGiven() {
        JsonObject port = JsonObject.of("number", JsonNumber.of(0));
        assertThat(POD.decode(JsonObject.EMPTY).orThrow()).isEqualTo(JsonObject.of("main", port));
    }
}
