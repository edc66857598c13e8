package io.mooring.cli;

import io.mooring.Mooring;
import io.mooring.Refusal;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.List;

/** What every answer says of itself, in a tree for programs. */
final class AnswerTree {
    /** Changes when a program that reads answers would have to. */
    static final String VERSION = "mooring/v1";

    private AnswerTree() {}

    /** An answer's head: version, kind, what was read and as what, what was refused and taken for granted. */
    static JsonObject.Builder of(String kind, World world) {
        return of(kind, world, world.settled().refusals());
    }

    /** @param refusals of all that was read, where it was more than this world */
    static JsonObject.Builder of(String kind, World world, List<Refusal> refusals) {
        Mooring settled = world.settled();
        return JsonObject.builder()
                .put("apiVersion", VERSION)
                .put("kind", kind)
                .put("origin", world.origin().code())
                .put(
                        "refusals",
                        array(refusals.stream().map(AnswerTree::refusal).toList()))
                .put("assumptions", texts(settled.assumptions()))
                .put("unknowns", texts(settled.unknowns()));
    }

    private static JsonValue refusal(Refusal refusal) {
        return JsonObject.builder()
                .put("where", refusal.location().toString())
                .put("text", refusal.text())
                .build();
    }

    static JsonArray array(List<JsonValue> items) {
        return new JsonArray(items);
    }

    static JsonArray texts(List<String> texts) {
        return new JsonArray(texts.stream().<JsonValue>map(JsonString::new).toList());
    }
}
