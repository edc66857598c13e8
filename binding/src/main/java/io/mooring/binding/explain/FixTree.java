package io.mooring.binding.explain;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.List;

/** What helps, or why nothing does, as plain data for programs; {@code docs/schema} says what is there. */
enum FixTree implements FixResult.Cases<JsonObject> {
    ALL;

    @Override
    public JsonObject notNeeded(FixResult.NotNeeded result) {
        return of("notNeeded", result).build();
    }

    @Override
    public JsonObject helped(FixResult.Helped result) {
        return of("helped", result)
                .put("trials", JsonNumber.of(result.extent().trials()))
                .put("cutShort", JsonBool.of(result.extent().isCutShort()))
                .build();
    }

    @Override
    public JsonObject contradictory(FixResult.Contradictory result) {
        return of("contradictory", result)
                .put("claim", ExplanationTree.ref(result.claim()))
                .put("requirements", result.requirements().toString())
                .build();
    }

    @Override
    public JsonObject exhausted(FixResult.Exhausted result) {
        return of("exhausted", result)
                .put("attempts", ExplanationTree.array(result.attempts(), FixTree::of))
                .put("holds", ExplanationTree.array(result.holds(), ExplanationTree::of))
                .put("trials", JsonNumber.of(result.extent().trials()))
                .put("cutShort", JsonBool.of(result.extent().isCutShort()))
                .build();
    }

    @Override
    public JsonObject notSearched(FixResult.NotSearched result) {
        return of("notSearched", result).build();
    }

    @Override
    public JsonObject notTried(FixResult.NotTried result) {
        return of("notTried", result).build();
    }

    @Override
    public JsonObject notKnown(FixResult.NotKnown result) {
        return of("notKnown", result)
                .put("kinds", ExplanationTree.array(result.kinds(), kind -> new JsonString(kind.qualifiedPlural())))
                .build();
    }

    private static JsonObject.Builder of(String outcome, FixResult result) {
        return JsonObject.builder()
                .put("about", ExplanationTree.ref(result.about()))
                .put("outcome", outcome)
                .put("fixes", ExplanationTree.array(result.fixes(), ExplanationTree::of))
                .put("text", result.text());
    }

    private static JsonObject of(FixResult.Attempt attempt) {
        return JsonObject.builder()
                .put("edits", ExplanationTree.array(attempt.edits(), ExplanationTree::of))
                .put("failure", attempt.failure().accept(new Failures()))
                .build();
    }

    /** Why a change does not help. */
    private static final class Failures implements FixFailure.Cases<JsonObject> {
        @Override
        public JsonObject refused(FixFailure.Refused failure) {
            return of("refused", failure, List.of());
        }

        @Override
        public JsonObject notEnough(FixFailure.NotEnough failure) {
            return of("notEnough", failure, List.of());
        }

        @Override
        public JsonObject taking(FixFailure.Taking failure) {
            return of("taking", failure, failure.losses());
        }

        private static JsonObject of(String outcome, FixFailure failure, List<Loss> losses) {
            JsonArray lost = ExplanationTree.array(
                    losses,
                    loss -> JsonObject.builder()
                            .put("object", ExplanationTree.ref(loss.object()))
                            .put("loses", loss.kind().code())
                            .build());
            return JsonObject.builder()
                    .put("outcome", outcome)
                    .put("losses", lost)
                    .put("text", failure.text())
                    .build();
        }
    }
}
