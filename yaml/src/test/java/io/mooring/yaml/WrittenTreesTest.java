package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** What is written reads as what it was, whatever its texts have. */
class WrittenTreesTest {
    private static final String HOSTILE =
            "\u0000\u0007\b\t\n\u000b\r\u001b\u007f\u0080\u0085\u009f\u00a0\u00ad\u200b\u200e\u2028"
                    + "\u2029\u202e\ue000\ufeff\ufffd\ufffe\uffff";
    private static final String OF_THE_SYNTAX = "\"'\\:#-?,[]{}&*!|>%@`~=< .+_/ay0179eE";

    private static final List<String> PIECES =
            List.of("\ud83d\ude00", "\u00e9", "<<", "null", "---", "...", "yes", "0x1", "  ", "1:30", "- ", ": ", " #");
    private static final List<String> NUMBERS =
            List.of("0", "1.5", "-1.5", "1e-7", "1e+21", "18446744073709551615", "-9223372036854775808");
    private static final List<JsonValue> WORDS = List.of(JsonNull.NULL, JsonBool.TRUE, JsonBool.FALSE);

    @Test
    void escapesInJsonWhatYamlDoesNotTake() {
        JsonObject tree = tree(new JsonString("a\u007fb\u0085c\u2028d\ufeffe"));
        String json = Manifests.writeTreeJson(tree);
        assertThat(json).contains("\"a\\u007Fb\\u0085c\\u2028d\\uFEFFe\"");
        assertThat(readOne(Manifests.read(json))).isEqualTo(tree);
    }

    @Test
    void writesTheSignOfZero() {
        JsonObject tree = tree(new JsonNumber("-0"));
        assertThat(readOne(Manifests.read(Manifests.writeTree(tree)))).isEqualTo(tree);
        assertThat(readOne(Manifests.readJson(Manifests.writeTreeJson(tree)))).isEqualTo(tree);
    }

    @Property(tries = 1000)
    void whatIsWrittenAsYamlReadsAsTheSame(@ForAll("trees") JsonObject tree) {
        count(tree);
        assertThat(readOne(Manifests.read(Manifests.writeTree(tree)))).isEqualTo(tree);
    }

    @Property(tries = 1000)
    void whatIsWrittenAsJsonReadsAsTheSameAsYamlToo(@ForAll("trees") JsonObject tree) {
        String json = Manifests.writeTreeJson(tree);
        assertThat(readOne(Manifests.readJson(json))).isEqualTo(tree);
        assertThat(readOne(Manifests.read(json))).isEqualTo(tree);
    }

    @Property(tries = 1000)
    void aTreePrintsAsJsonThatReadsAsTheSame(@ForAll("trees") JsonObject tree) {
        assertThat(readOne(Manifests.readJson(tree.toJson()))).isEqualTo(tree);
    }

    @Property(tries = 1000)
    void numbersOfJsonStayAsTheyAre(@ForAll("numbersOfJson") String number) {
        JsonObject tree = tree(new JsonNumber(number));
        assertThat(readOne(Manifests.readJson(Manifests.writeTreeJson(tree)))).isEqualTo(tree);
    }

    /** A number of YAML is printed anew when it is read, and from then on stays. */
    @Property(tries = 1000)
    void numbersOfYamlStayAsTheyAreRead(@ForAll("numbersOfJson") String number) {
        JsonObject read = readOne(Manifests.read("apiVersion: a/v1\nkind: Any\na: " + number + "\n"));
        assertThat(readOne(Manifests.read(Manifests.writeTree(read)))).isEqualTo(read);
    }

    private static void count(JsonObject tree) {
        String text = tree.toString();
        Statistics.label("characters that YAML has no place for")
                .collect(text.chars().anyMatch(c -> c == 0x7f || c == 0x85 || c == 0x2028 || c == 0xfffe))
                .coverage(checker -> checker.check(true).percentage(share -> share > 20));
    }

    private static JsonObject tree(JsonValue value) {
        return JsonObject.builder()
                .put("apiVersion", "a/v1")
                .put("kind", "Any")
                .put("a", value)
                .build();
    }

    private static JsonObject readOne(Reading reading) {
        assertThat(reading.problemText()).isEmpty();
        return reading.all().get(0).tree();
    }

    @Provide
    Arbitrary<JsonObject> trees() {
        return Arbitraries.randomValue(random -> tree(value(random, 0)));
    }

    private static JsonValue value(Random random, int depth) {
        int kind = random.nextInt(depth < 4 ? 9 : 6);
        return switch (kind) {
            case 0 -> JsonNumber.of(random.nextLong());
            case 1 -> new JsonNumber(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 2 -> WORDS.get(random.nextInt(WORDS.size()));
            case 3, 4, 5 -> new JsonString(text(random));
            case 6 ->
                new JsonArray(Stream.generate(() -> value(random, depth + 1))
                        .limit(random.nextInt(4))
                        .toList());
            default -> {
                JsonObject.Builder fields = JsonObject.builder();
                for (int i = random.nextInt(4); i > 0; i--) {
                    fields.put(text(random), value(random, depth + 1));
                }
                yield fields.build();
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(8) == 0 ? 100 + random.nextInt(60) : random.nextInt(8);
        for (int i = 0; i < pieces; i++) {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> text.append(HOSTILE.charAt(random.nextInt(HOSTILE.length())));
                case 3 -> text.append(PIECES.get(random.nextInt(PIECES.size())));
                default -> text.append(OF_THE_SYNTAX.charAt(random.nextInt(OF_THE_SYNTAX.length())));
            }
        }
        return text.toString();
    }

    @Provide
    Arbitrary<String> numbersOfJson() {
        return Arbitraries.randomValue(random -> {
            StringBuilder number = new StringBuilder(random.nextBoolean() ? "-" : "");
            digits(number, random.nextInt(25), random, true);
            if (random.nextBoolean()) {
                number.append('.');
                digits(number, random.nextInt(25), random, false);
            }
            if (random.nextBoolean()) {
                number.append(random.nextBoolean() ? 'e' : 'E')
                        .append(List.of("", "+", "-").get(random.nextInt(3)));
                number.append(random.nextInt(random.nextBoolean() ? 30 : 250));
            }
            return number.toString();
        });
    }

    private static void digits(StringBuilder number, int more, Random random, boolean isWhole) {
        int first = random.nextInt(10);
        number.append(first);
        for (int i = 0; i < more && !(isWhole && first == 0); i++) {
            number.append(random.nextInt(3) == 0 ? 0 : random.nextInt(10));
        }
    }
}
