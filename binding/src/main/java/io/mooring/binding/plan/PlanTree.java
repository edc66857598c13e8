package io.mooring.binding.plan;

import static io.mooring.binding.explain.ExplanationTree.array;
import static io.mooring.binding.explain.ExplanationTree.ref;

import io.mooring.binding.explain.ExplanationTree;
import io.mooring.binding.plan.Competition.HallSet;
import io.mooring.meta.ObjectKind;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.Collection;

/** Plans, differences and losses as plain data, for programs; {@code docs/schema} says what is there. */
final class PlanTree {
    private PlanTree() {}

    static JsonObject of(BindingPlan plan) {
        return JsonObject.builder()
                .put("waiting", JsonNumber.of(plan.waiting()))
                .put("bound", JsonNumber.of(plan.bound()))
                .put("certain", JsonBool.of(plan.isCertain()))
                .put("pairs", array(plan.best(), PlanTree::of))
                .put("byKubernetes", array(plan.byKubernetes(), PlanTree::of))
                .put("waste", plan.waste().toString())
                .put("edits", array(plan.edits(), ExplanationTree::of))
                .put("refused", array(plan.refused(), ExplanationTree::of))
                .put("provisioned", array(plan.provisioned(), ExplanationTree::ref))
                .put("awaitingPods", array(plan.awaitingPods(), ExplanationTree::ref))
                .put("competitions", array(plan.competitions(), PlanTree::of))
                .put("withoutVolume", array(plan.withoutVolume(), ExplanationTree::ref))
                .put("unplaced", array(plan.unplaced(), ExplanationTree::ref))
                .put("unknown", kinds(plan.unknown()))
                .put("text", plan.text())
                .build();
    }

    static JsonObject of(VolumePlan plan) {
        return JsonObject.builder()
                .put("count", JsonNumber.of(plan.count()))
                .put("capacity", plan.capacity().toString())
                .put("groups", array(plan.groups(), PlanTree::of))
                .put("served", array(plan.served(), PlanTree::of))
                .put("reservations", array(plan.reservations(), ExplanationTree::of))
                .put("provisioned", array(plan.provisioned(), ExplanationTree::ref))
                .put("unservable", array(plan.unservable(), PlanTree::of))
                .put("refused", array(plan.refused(), PlanTree::of))
                .put("shortages", array(plan.shortages(), PlanTree::of))
                .put("leftOpen", array(plan.leftOpen(), ExplanationTree::ref))
                .put("awaitingPods", array(plan.awaitingPods(), ExplanationTree::ref))
                .put("unknown", kinds(plan.unknown()))
                .put("text", plan.text())
                .build();
    }

    private static JsonObject of(VolumeGroup group) {
        JsonObject.Builder labels = JsonObject.builder();
        group.labels().forEach(labels::put);
        return JsonObject.builder()
                .put("className", group.className())
                .put("capacity", group.capacity().toString())
                .put("accessModes", array(group.accessModes(), mode -> new JsonString(mode.toString())))
                .put("volumeMode", group.volumeMode().toString())
                .put("labels", labels.build())
                .put("attributesClass", group.attributesClass())
                .put("claims", array(group.claims(), ExplanationTree::ref))
                .put("volumes", array(group.volumes(), ExplanationTree::ref))
                .build();
    }

    private static JsonObject of(VolumePlan.Unservable unservable) {
        return JsonObject.builder()
                .put("claim", ref(unservable.claim()))
                .put("reason", unservable.reason().code())
                .build();
    }

    private static JsonObject of(VolumePlan.Refused refused) {
        return JsonObject.builder()
                .put("claim", ref(refused.claim()))
                .put("message", refused.message())
                .build();
    }

    private static JsonObject of(VolumePlan.Shortage shortage) {
        return JsonObject.builder()
                .put("quota", ref(shortage.quota()))
                .put("resource", shortage.resource())
                .put("hard", shortage.hard().toString())
                .put("wanted", shortage.wanted().toString())
                .build();
    }

    static JsonObject of(Waste waste) {
        return JsonObject.builder()
                .put("total", waste.total().toString())
                .put("capacity", waste.capacity().toString())
                .put("bound", array(waste.bound(), PlanTree::of))
                .put("unknown", kinds(waste.unknown()))
                .put("text", waste.text())
                .build();
    }

    static JsonObject of(WorldDifference difference) {
        return JsonObject.builder()
                .put("differences", array(difference.differences(), PlanTree::of))
                .put("unknown", kinds(difference.unknown()))
                .put("text", difference.text())
                .build();
    }

    static JsonObject of(DataLoss loss) {
        return JsonObject.builder()
                .put("volume", ref(loss.volume()))
                .put("verdict", loss.verdict().code())
                .put("steps", JsonNumber.of(loss.steps()))
                .put("seen", JsonNumber.of(loss.seen()))
                .put("trace", array(loss.trace(), PlanTree::of))
                .put("unknown", kinds(loss.unknown()))
                .put("text", loss.text())
                .build();
    }

    private static JsonObject of(DataLoss.Move move) {
        JsonObject.Builder tree = JsonObject.builder();
        move.step().ifPresent(step -> tree.put("step", ExplanationTree.of(step)));
        return tree.put("consequences", array(move.consequences(), PlanTree::of))
                .build();
    }

    private static JsonObject of(Difference difference) {
        JsonObject.Builder tree =
                JsonObject.builder().put("topic", difference.topic().code()).put("about", ref(difference.about()));
        if (!difference.field().isEmpty()) {
            tree.put("field", difference.field());
        }
        difference.before().ifPresent(text -> tree.put("before", text));
        difference.after().ifPresent(text -> tree.put("after", text));
        return tree.build();
    }

    private static JsonObject of(Pair pair) {
        return JsonObject.builder()
                .put("claim", ref(pair.claim()))
                .put("volume", ref(pair.volume()))
                .put("requested", pair.requested().toString())
                .put("capacity", pair.capacity().toString())
                .put("waste", pair.waste().toString())
                .build();
    }

    private static JsonObject of(Competition competition) {
        return JsonObject.builder()
                .put("claims", array(competition.claims(), ExplanationTree::ref))
                .put("volumes", array(competition.volumes(), ExplanationTree::ref))
                .put("losers", JsonNumber.of(competition.losers()))
                .put("smallest", of(competition.smallest()))
                .build();
    }

    private static JsonObject of(HallSet set) {
        return JsonObject.builder()
                .put("claims", array(set.claims(), ExplanationTree::ref))
                .put("volumes", array(set.volumes(), ExplanationTree::ref))
                .build();
    }

    private static JsonArray kinds(Collection<ObjectKind<?>> kinds) {
        return array(kinds, kind -> new JsonString(kind.qualifiedPlural()));
    }
}
