package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.quantity.Quantity;
import java.util.Optional;

/** {@code a} and {@code b}; {@code cmp}, {@code add} and {@code sub} as canonical text, and their formats. */
final class QuantityPairsPlayer implements Player {
    @Override
    public String file() {
        return "quantity-pairs";
    }

    @Override
    public Optional<Difference> play(JsonNode record) {
        ObjectNode expected = record.deepCopy();
        expected.remove("a");
        expected.remove("b");
        Quantity a = Quantity.parse(record.get("a").textValue());
        Quantity b = Quantity.parse(record.get("b").textValue());
        return Difference.between(expected, actual(a, b));
    }

    private static JsonNode actual(Quantity a, Quantity b) {
        Quantity sum = a.plus(b);
        Quantity difference = a.minus(b);
        return JsonNodeFactory.instance
                .objectNode()
                .put("cmp", a.compareTo(b))
                .put("add", sum.toString())
                .put("addFormat", sum.format().toString())
                .put("sub", difference.toString())
                .put("subFormat", difference.format().toString());
    }
}
