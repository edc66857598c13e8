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

    private record Box(String name, JsonObject rest) {}

    private static final class BoxMaker {
        private String name = "";
        private JsonObject rest = JsonObject.EMPTY;

        void name(String value) {
            name = value;
        }

        void rest(JsonObject value) {
            rest = value;
        }

        Box make() {
            return new Box(name, rest);
        }
    }

    private static final Field<String> NAME = Field.text("name").required();
    private static final Field<Integer> WEIGHT = Field.int32("weight").check(Checks.between(1, 9));
    private static final Field<String> LABEL =
            Field.text("label").preset("plain").check(Checks.oneOf("plain", "loud"));

    private static final Schema<Box> BOX = Schema.of(BoxMaker::new, BoxMaker::make)
            .rest(Box::rest, BoxMaker::rest)
            .carried(WEIGHT)
            .of(NAME, Box::name, BoxMaker::name)
            .carried(LABEL, Field.int32("count").always())
            .schema();

    @Test
    void carriesFieldsAlongAsATreeAndReadsThemAsStrictlyAsTheOthers() {
        JsonObject tree = JsonObject.of("name", new JsonString("a"))
                .with("weight", JsonNumber.of(3))
                .with("count", JsonNumber.of(0));
        Box box = BOX.decode(tree.without("count")).orThrow();
        assertThat(box).isEqualTo(new Box("a", tree.without("name")));
        assertThat(BOX.write(box)).isEqualTo(tree);
        assertThat(BOX.decode(JsonObject.of("lable", new JsonString("x"))).problems())
                .containsExactly(new DecodingProblem.UnknownField(
                        FieldPath.of("lable"), Optional.of("label"), List.of("name", "weight", "label", "count")));
    }

    @Test
    void fillsInWhatIsCarriedAlong() {
        Box filled = BOX.withDefaults(new Box("a", JsonObject.EMPTY));
        assertThat(filled).isEqualTo(new Box("a", LABEL.set(JsonObject.EMPTY, "plain")));
        assertThat(BOX.withDefaults(filled)).isSameAs(filled);
    }

    @Test
    void checksWhatIsCarriedAlongBetweenTheFieldsWhereItIsDeclared() {
        JsonObject rest = LABEL.set(WEIGHT.set(JsonObject.EMPTY, 12), "odd");
        assertThat(errors(BOX, new Box("", rest)))
                .containsExactly(
                        "weight: Invalid value: 12: must be between 1 and 9, inclusive",
                        "name: Required value",
                        "label: Unsupported value: \"odd\": supported values: \"plain\", \"loud\"");
    }

    private static <T> List<String> errors(Check<T> check, T value) {
        Errors errors = new Errors(() -> JsonObject.EMPTY);
        check.check(value, errors.root());
        return errors.list().stream()
                .map(error -> error.field() + ": " + error.message())
                .toList();
    }
}
