package io.mooring.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeSchemaTest {
    private static final Field<String> HOST = Field.text("host").always().required();
    private static final Field<Integer> PORT = Field.int32("port").preset(80).check(Checks.between(1, 65535));
    private static final Field<String> KEY = Field.text("key").required();
    private static final Field<List<JsonObject>> LABELS = Field.objects(
            "labels", TreeSchema.of(KEY, Field.text("value").optional().preset("none")));
    private static final Field<Boolean> SECURE = Field.bool("secure").optional();

    private static final TreeSchema SERVER = TreeSchema.of(
            HOST,
            TreeLine.rule((tree, at) -> {
                if (SECURE.of(tree) && PORT.of(tree) == 80) {
                    at.child(PORT).forbidden("not secure");
                }
            }),
            TreeLine.lines(PORT, SECURE),
            TreeLine.fill(tree -> SECURE.isIn(tree) ? tree : SECURE.set(tree, PORT.of(tree) == 443)),
            LABELS,
            Field.text("beta").dropped(),
            Field.text("note").optionalOrNull());

    @Test
    void givesATreeAsItIsWritten() {
        JsonObject tree = JsonObject.builder()
                .put("port", JsonNumber.of(0))
                .put("secure", JsonBool.FALSE)
                .put("beta", "dropped")
                .put("labels", JsonNull.NULL)
                .build();
        assertThat(SERVER.decode(tree).orThrow())
                .isEqualTo(JsonObject.builder()
                        .put("secure", JsonBool.FALSE)
                        .put("host", "")
                        .put("note", JsonNull.NULL)
                        .build());
    }

    @Test
    void knowsItsFieldsWhereverTheyStandInIt() {
        assertThat(SERVER.names()).containsExactly("host", "port", "secure", "labels", "beta", "note");
        assertThat(SERVER.decode(JsonObject.of("hosts", new JsonString("a"))).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.advice()).contains("did you mean \"host\"?"));
    }

    @Test
    void answersForFieldsThatAreThereAndThatAreNot() {
        JsonObject tree = read(JsonObject.of("host", new JsonString("a")));
        assertThat(HOST.of(tree)).isEqualTo("a");
        assertThat(PORT.of(tree)).isZero();
        assertThat(PORT.in(tree)).isEmpty();
        assertThat(SECURE.isIn(tree)).isFalse();
        assertThat(LABELS.of(tree)).isEmpty();
        assertThat(PORT.in(PORT.set(tree, 8))).contains(8);
    }

    @Test
    void fillsInAlsoWithinItsLists() {
        JsonObject label = JsonObject.of("key", new JsonString("k"));
        JsonObject filled = SERVER.withDefaults(read(JsonObject.of("labels", JsonArray.of(label))));
        assertThat(PORT.of(filled)).isEqualTo(80);
        assertThat(SECURE.in(filled)).contains(false);
        assertThat(LABELS.of(filled)).containsExactly(label.with("value", new JsonString("none")));
    }

    @Test
    void givesTheSameTreeBackWhenNothingIsMissing() {
        JsonObject filled = SERVER.withDefaults(read(JsonObject.EMPTY));
        assertThat(SERVER.withDefaults(filled)).isSameAs(filled);
    }

    @Test
    void checksInTheOrderOfItsLines() {
        JsonObject tree = read(JsonObject.builder()
                .put("labels", JsonArray.of(JsonObject.EMPTY))
                .put("secure", JsonBool.TRUE)
                .put("port", JsonNumber.of(80))
                .build());
        assertThat(errors(tree))
                .containsExactly(
                        "host: Required value", "port: Forbidden: not secure", "labels[0].key: Required value");
        assertThat(errors(PORT.set(HOST.set(read(JsonObject.EMPTY), "a"), 70000)))
                .containsExactly("port: Invalid value: 70000: must be between 1 and 65535, inclusive");
    }

    private static JsonObject read(JsonObject tree) {
        return SERVER.decode(tree).orThrow();
    }

    private static List<String> errors(JsonObject tree) {
        Errors errors = new Errors(() -> JsonObject.EMPTY);
        SERVER.check(tree, errors.root());
        return errors.list().stream()
                .map(error -> error.field() + ": " + error.message())
                .toList();
    }
}
