package io.mooring.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A schema of values, shown by a type of its own. */
class SchemaTest {
    private record Shelf(String name, int width, Optional<String> colour, List<Shelf> parts) {}

    private static final class Maker {
        private String name = "";
        private int width;
        private @Nullable String colour;
        private List<Shelf> parts = List.of();

        void name(String value) {
            name = value;
        }

        void width(int value) {
            width = value;
        }

        void colour(String value) {
            colour = value;
        }

        void parts(List<Shelf> value) {
            parts = value;
        }

        Shelf make() {
            return new Shelf(name, width, Optional.ofNullable(colour), parts);
        }
    }

    private static final Schema<Shelf> PART = Schema.of(Maker::new, Maker::make)
            .always("name", Types.STRING, Shelf::name, Maker::name)
            .required()
            .schema();

    private static final Schema<Shelf> SHELF = Schema.of(Maker::new, Maker::make)
            .always("name", Types.STRING, Shelf::name, Maker::name)
            .required("give it a name")
            .check((name, at) -> at.invalid(name, "asked of a name that is there"))
            .rule((shelf, at) -> at.child("width").forbidden("asked between the fields"))
            .field("width", Types.INT, Shelf::width, Maker::width)
            .check(Checks.between(1, 9))
            .optional("colour", Types.STRING, Shelf::colour, Maker::colour)
            .preset("white")
            .filled(String::strip)
            .list("parts", PART, Shelf::parts, Maker::parts)
            .check((parts, at) -> at.invalid(BadValue.LIST, "asked after the items"))
            .schema();

    @Test
    void leavesOutWhatIsZeroOrAbsentAndWritesWhatIsAlwaysThere() {
        assertThat(SHELF.write(new Maker().make())).isEqualTo(JsonObject.of("name", new JsonString("")));
        JsonObject tree = JsonObject.builder()
                .put("name", "a")
                .put("width", JsonNumber.of(3))
                .put("colour", "")
                .build();
        assertThat(SHELF.write(SHELF.decode(tree).orThrow())).isEqualTo(tree);
    }

    @Test
    void readsNullAsTheZeroAndAnOptionalNullAsAbsent() {
        JsonObject tree = JsonObject.builder()
                .put("name", JsonNull.NULL)
                .put("width", JsonNull.NULL)
                .put("colour", JsonNull.NULL)
                .build();
        assertThat(SHELF.decode(tree).orThrow()).isEqualTo(new Maker().make());
    }

    @Test
    void tellsOfAnUnknownFieldWhatWasProbablyMeant() {
        Decoded<Shelf> decoded = SHELF.decode(JsonObject.of("colours", new JsonString("red")));
        assertThat(decoded.problems())
                .containsExactly(new DecodingProblem.UnknownField(
                        FieldPath.of("colours"), Optional.of("colour"), List.of("name", "width", "colour", "parts")));
    }

    @Test
    void fillsInWhatIsAbsentAndChangesWhatIsThere() {
        Shelf plain = new Maker().make();
        assertThat(SHELF.withDefaults(plain).colour()).contains("white");
        Shelf spaced = new Shelf("a", 3, Optional.of(" red "), List.of(plain));
        assertThat(SHELF.withDefaults(spaced)).isEqualTo(new Shelf("a", 3, Optional.of("red"), List.of(plain)));
    }

    @Test
    void givesTheSameValueBackWhenNothingIsMissing() {
        Shelf full = new Shelf("a", 3, Optional.of("red"), List.of());
        assertThat(SHELF.withDefaults(full)).isSameAs(full);
        assertThat(PART.hasDefaults()).isFalse();
    }

    @Test
    void checksInTheOrderOfTheLinesAndTheItemsBeforeTheirList() {
        Shelf shelf = new Shelf("a", 12, Optional.empty(), List.of(new Maker().make()));
        assertThat(errors(SHELF, shelf))
                .containsExactly(
                        "name: Invalid value: \"a\": asked of a name that is there",
                        "width: Forbidden: asked between the fields",
                        "width: Invalid value: 12: must be between 1 and 9, inclusive",
                        "parts[0].name: Required value",
                        "parts: Invalid value: [...]: asked after the items");
    }

    @Test
    void asksNothingOfARequiredFieldThatIsEmptyNorOfFieldsThatAreNotGiven() {
        assertThat(errors(SHELF, new Maker().make()))
                .containsExactly("name: Required value: give it a name", "width: Forbidden: asked between the fields");
    }

    @Test
    void handsDownWhatAChecksFurtherUpKnow() {
        CheckOption<Boolean> lenient = new CheckOption<>("lenient", false);
        Check<String> check = (text, at) -> {
            if (!at.option(lenient)) {
                at.forbidden(text);
            }
        };
        assertThat(errors(check, "no")).containsExactly(": Forbidden: no");
        assertThat(errors((text, at) -> check.check(text, at.child("a").with(lenient, true)), "yes"))
                .isEmpty();
    }

    @Test
    void checksItemsWhereverAListStands() {
        JsonObject tree =
                JsonObject.of("parts", JsonArray.of(JsonObject.EMPTY, JsonObject.of("name", new JsonString("b"))));
        assertThat(errors(SHELF, SHELF.decode(tree).orThrow())).contains("parts[0].name: Required value");
        assertThat(errors(SHELF, SHELF.decode(tree).orThrow())).doesNotContain("parts[1].name: Required value");
    }

    private static <T> List<String> errors(Check<T> check, T value) {
        Errors errors = new Errors(() -> JsonObject.EMPTY);
        check.check(value, errors.root());
        return errors.list().stream()
                .map(error -> error.field() + ": " + error.message())
                .toList();
    }
}
