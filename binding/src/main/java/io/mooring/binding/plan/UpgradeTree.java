package io.mooring.binding.plan;

import io.mooring.binding.explain.ExplanationTree;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;

/** An {@link UpgradeReport} as plain data, for programs; {@code docs/schema} says what is there. */
final class UpgradeTree {
    private UpgradeTree() {}

    static JsonObject of(UpgradeReport report) {
        return JsonObject.builder()
                .put("from", report.upgrade().from().toString())
                .put("to", report.upgrade().to().toString())
                .put("breaks", JsonBool.of(report.breaks()))
                .put("rows", ExplanationTree.array(report.rows(), UpgradeTree::of))
                .put("breakages", ExplanationTree.array(report.breakages(), UpgradeTree::of))
                .put(
                        "admittedNow",
                        ExplanationTree.array(report.admittedNow(), each -> ExplanationTree.ref(each.object())))
                .put("difference", report.difference().tree())
                .put("text", report.text())
                .build();
    }

    private static JsonObject of(TurnedRow row) {
        JsonObject.Builder tree = JsonObject.builder().put("row", row.row().name());
        row.row().gate().ifPresent(gate -> tree.put("gate", gate));
        return tree.put("on", JsonBool.of(row.isOn()))
                .put(
                        "evidence",
                        row.row().evidence() == io.mooring.release.Behaviour.Evidence.RECORD ? "record" : "source")
                .put("text", row.words())
                .put("objects", ExplanationTree.array(row.objects(), ExplanationTree::ref))
                .put("dropped", ExplanationTree.array(row.dropped(), UpgradeTree::of))
                .build();
    }

    private static JsonObject of(TurnedRow.Dropped dropped) {
        return JsonObject.builder()
                .put("object", ExplanationTree.ref(dropped.object()))
                .put("field", dropped.field())
                .put("value", new JsonString(dropped.value()))
                .build();
    }

    private static JsonObject of(Breakage breakage) {
        String kind = breakage.accept(new Breakage.Cases<String>() {
            @Override
            public String refused(Breakage.Refused refused) {
                return "refused";
            }

            @Override
            public String dataLost(Breakage.DataLost lost) {
                return "dataLost";
            }

            @Override
            public String notFine(Breakage.NotFine trouble) {
                return "notFine";
            }
        });
        return JsonObject.builder()
                .put("kind", kind)
                .put("about", ExplanationTree.ref(breakage.about()))
                .put("text", UpgradeWords.sentence(breakage))
                .build();
    }
}
