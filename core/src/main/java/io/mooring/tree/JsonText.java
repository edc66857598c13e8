package io.mooring.tree;

import java.util.Iterator;
import java.util.Map;

/** Compact JSON text of a value. */
final class JsonText {
    private JsonText() {}

    static void append(JsonValue value, StringBuilder out) {
        if (value instanceof JsonObject object) {
            appendObject(object, out);
        } else if (value instanceof JsonArray array) {
            appendArray(array, out);
        } else if (value instanceof JsonString string) {
            appendString(string.value(), out);
        } else if (value instanceof JsonNumber number) {
            out.append(number.text());
        } else if (value instanceof JsonBool bool) {
            out.append(bool.value());
        } else {
            out.append("null");
        }
    }

    private static void appendObject(JsonObject object, StringBuilder out) {
        out.append('{');
        Iterator<Map.Entry<String, JsonValue>> fields =
                object.fields().entrySet().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, JsonValue> field = fields.next();
            appendString(field.getKey(), out);
            out.append(':');
            append(field.getValue(), out);
            if (fields.hasNext()) {
                out.append(',');
            }
        }
        out.append('}');
    }

    private static void appendArray(JsonArray array, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < array.items().size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            append(array.items().get(i), out);
        }
        out.append(']');
    }

    static void appendString(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
