package io.mooring.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** An object of few fields and one of many do what a map in the order of its fields does. */
class FieldsLawsTest {
    private static final int FEW = 16;

    /** @param value none to take the field away */
    record Change(String name, List<JsonValue> value) {
        JsonObject of(JsonObject object) {
            return value.isEmpty() ? object.without(name) : object.with(name, value.get(0));
        }

        void of(Map<String, JsonValue> fields) {
            if (value.isEmpty()) {
                fields.remove(name);
            } else {
                fields.put(name, value.get(0));
            }
        }

        void of(JsonObject.Builder builder) {
            value.forEach(each -> builder.put(name, each));
        }
    }

    /** So many that objects come to have more fields than the arrays take, and fewer again. */
    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<String> names = Arbitraries.integers().between(0, 24).map(number -> "f" + number);
        Arbitrary<List<JsonValue>> values =
                Arbitraries.integers().between(0, 3).map(number -> List.<JsonValue>of(JsonNumber.of(number)));
        return Combinators.combine(names, values.injectNull(0.2))
                .as((name, value) -> new Change(name, value == null ? List.of() : value))
                .list()
                .ofMaxSize(120);
    }

    @Property
    void anObjectIsAMapOfItsFields(@ForAll("changes") List<Change> changes) {
        Map<String, JsonValue> plain = new LinkedHashMap<>();
        JsonObject object = JsonObject.EMPTY;
        for (Change change : changes) {
            JsonObject before = object;
            String text = before.toJson();
            change.of(plain);
            object = change.of(object);
            assertThat(before.toJson()).isEqualTo(text);
        }
        assertIs(object, plain);
        Statistics.collect(plain.size() > FEW ? "many" : "few");
        Statistics.coverage(coverage -> {
            coverage.check("many").count(count -> count >= 50);
            coverage.check("few").count(count -> count >= 100);
        });
    }

    @Property
    void aBuilderCollectsAMapOfItsFields(@ForAll("changes") List<Change> changes) {
        Map<String, JsonValue> plain = new LinkedHashMap<>();
        JsonObject.Builder builder = JsonObject.builder();
        for (Change change : changes) {
            change.of(builder);
            change.value().forEach(value -> plain.put(change.name(), value));
        }
        assertIs(builder.build(), plain);
    }

    private static void assertIs(JsonObject object, Map<String, JsonValue> plain) {
        assertThat(new ArrayList<>(object.fields().entrySet())).isEqualTo(new ArrayList<>(plain.entrySet()));
        assertThat(object.fields()).isEqualTo(plain).hasSameSizeAs(plain);
        assertThat(object).isEqualTo(JsonObject.of(plain)).hasSameHashCodeAs(JsonObject.of(plain));
        for (int number = 0; number < 25; number++) {
            String name = "f" + number;
            assertThat(object.has(name)).isEqualTo(plain.containsKey(name));
            assertThat(object.get(name).orElse(JsonNull.NULL)).isEqualTo(plain.getOrDefault(name, JsonNull.NULL));
        }
    }
}
