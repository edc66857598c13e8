package io.mooring.binding.explain;

import io.mooring.meta.Ref;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Explanations and their parts as plain data, for programs. {@code docs/schema} says what is there; lists are always there, and
 * may be empty.
 */
public final class ExplanationTree {
    private ExplanationTree() {}

    /** All parts, and the words as {@code text}. */
    public static JsonObject of(Explanation explanation) {
        JsonObject.Builder tree = JsonObject.builder()
                .put("about", ref(explanation.about()))
                .put("outlook", explanation.outlook().code())
                .put("headline", explanation.headline())
                .put("facts", array(explanation.facts(), ExplanationTree::of));
        explanation.conclusion().ifPresent(sentence -> tree.put("conclusion", sentence));
        return tree.put("candidates", array(explanation.candidates(), ExplanationTree::of))
                .put("others", array(explanation.others(), ExplanationTree::of))
                .put("context", array(explanation.context(), ExplanationTree::of))
                .put("fixes", array(explanation.fixes(), ExplanationTree::of))
                .put("quotes", array(explanation.quotes(), ExplanationTree::of))
                .put("text", explanation.text())
                .build();
    }

    /** The explanation of the first, and who the others are. */
    public static JsonObject of(ExplanationGroup group) {
        JsonObject.Builder tree = JsonObject.builder()
                .put("count", JsonNumber.of(group.count()))
                .put("explanation", of(group.first()))
                .put("others", array(group.others(), ExplanationTree::ref));
        group.sizes()
                .ifPresent(range -> tree.put(
                        "sizes",
                        JsonObject.builder()
                                .put("least", range.least().toString())
                                .put("most", range.most().toString())
                                .build()));
        return tree.build();
    }

    /** One fact; {@code field} is missing where it is about the object as a whole. */
    public static JsonObject of(Fact fact) {
        JsonObject.Builder tree =
                JsonObject.builder().put("code", fact.code().code()).put("object", ref(fact.object()));
        if (!fact.field().equals(FieldPath.ROOT)) {
            tree.put("field", fact.field().toString());
        }
        fact.has().ifPresent(value -> tree.put("has", value));
        fact.needs().ifPresent(value -> tree.put("needs", value));
        return tree.put("text", fact.text()).build();
    }

    private static JsonObject of(Candidate candidate) {
        return JsonObject.builder()
                .put("object", ref(candidate.object()))
                .put("facts", array(candidate.facts(), ExplanationTree::of))
                .build();
    }

    private static JsonObject of(CandidateGroup group) {
        return JsonObject.builder()
                .put("count", JsonNumber.of(group.count()))
                .put("codes", array(group.codes(), code -> new JsonString(code.code())))
                .put("text", group.text())
                .build();
    }

    /** What was tried and helps, with the commands that do it. */
    public static JsonObject of(Fix fix) {
        return JsonObject.builder()
                .put("purpose", fix.purpose())
                .put("cost", fix.cost().code())
                .put("warnings", array(fix.warnings(), JsonString::new))
                .put("edits", array(fix.edits(), ExplanationTree::of))
                .build();
    }

    /** One thing to do, and the command that does it. */
    public static JsonObject of(Edit edit) {
        JsonObject.Builder tree = edit.accept(new Verb());
        return tree.put("purpose", edit.purpose())
                .put("kubectl", edit.kubectl())
                .build();
    }

    /** What is done to what. */
    private record Verb() implements Edit.Cases<JsonObject.Builder> {
        @Override
        public JsonObject.Builder patch(Edit.Patch edit) {
            return of("patch").put("object", ref(edit.object())).put("patch", edit.patch());
        }

        @Override
        public JsonObject.Builder create(Edit.Create edit) {
            return of("create").put("manifest", edit.object());
        }

        @Override
        public JsonObject.Builder replace(Edit.Replace edit) {
            return of("replace").put("object", ref(edit.object())).put("manifest", edit.tree());
        }

        @Override
        public JsonObject.Builder delete(Edit.Delete edit) {
            return of("delete").put("object", ref(edit.object()));
        }

        private static JsonObject.Builder of(String verb) {
            return JsonObject.builder().put("verb", verb);
        }
    }

    private static JsonObject of(Quote quote) {
        return JsonObject.builder()
                .put("reason", quote.reason())
                .put("message", quote.message())
                .build();
    }

    /** Who an object is; {@code namespace} is missing where it has none. */
    public static JsonObject ref(Ref<?> ref) {
        JsonObject.Builder tree = JsonObject.builder()
                .put("apiVersion", ref.kind().apiVersion())
                .put("kind", ref.kind().name());
        if (!ref.namespace().isEmpty()) {
            tree.put("namespace", ref.namespace());
        }
        return tree.put("name", ref.name()).build();
    }

    /** A list, each item made so. */
    public static <T> JsonArray array(Collection<T> items, Function<? super T, ? extends JsonValue> of) {
        return new JsonArray(List.copyOf(items.stream().<JsonValue>map(of).toList()));
    }
}
