package io.mooring.testkit.sample;

import io.mooring.binding.world.Dump;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.choice.Generator;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.List;

/**
 * ResourceQuotas and LimitRanges, wide enough for some and too narrow for others; they name no namespace, and stand in {@code
 * default}.
 *
 * <pre>{@code
 * KubernetesObject quota = Quotas.resourceQuotas().from(choices);
 * }</pre>
 */
public final class Quotas {
    /** The kinds that there are. */
    public static final List<ObjectKind<?>> KINDS = List.of(
            Dump.kindCalled("resourcequotas").orElseThrow(),
            Dump.kindCalled("limitranges").orElseThrow());

    private static final String LIMIT_RANGE = "LimitRange";
    private static final List<String> STORAGE = List.of("40Gi", "10Gi", "3Gi");
    private static final List<String> COUNTS = List.of("8", "3", "1");
    private static final List<String> CEILINGS = List.of("10Gi", "2Gi", "1G");

    private Quotas() {}

    /** Either. */
    public static Generator<KubernetesObject> any() {
        return choices -> choices.chance(40)
                ? limitRanges().from(choices)
                : resourceQuotas().from(choices);
    }

    /** Called {@code quota}: for storage, for the claims of a class, for how many claims or pods there are. */
    public static Generator<KubernetesObject> resourceQuotas() {
        return choices -> {
            JsonObject hard = hard(choices);
            if (choices.chance(30)) {
                JsonObject more = hard(choices);
                hard = hard.toBuilder().putAll(more).build();
            }
            return Trees.object("v1", "ResourceQuota", "quota", JsonObject.of("hard", hard));
        };
    }

    private static JsonObject hard(Choices choices) {
        return switch (choices.below(5)) {
            case 0 -> limit("requests.storage", choices.pick(STORAGE));
            case 1 -> limit("persistentvolumeclaims", choices.pick(COUNTS));
            case 2 ->
                limit(
                        choices.pick(Classes.NAMES) + ".storageclass.storage.k8s.io/requests.storage",
                        choices.pick(STORAGE));
            case 3 -> limit("pods", choices.pick(COUNTS));
            default -> limit("count/statefulsets.apps", choices.pick(COUNTS));
        };
    }

    private static JsonObject limit(String resource, String amount) {
        return JsonObject.of(resource, new JsonString(amount));
    }

    /** Called {@code limits}: how large and how small claims may be, what containers ask that do not say. */
    public static Generator<KubernetesObject> limitRanges() {
        return choices -> switch (choices.below(3)) {
            case 0 ->
                limitRange("{'type': 'PersistentVolumeClaim', 'max': {'storage': '" + choices.pick(CEILINGS) + "'}}");
            case 1 -> limitRange("{'type': 'PersistentVolumeClaim', 'min': {'storage': '1G'}}");
            default -> limitRange("{'type': 'Container', 'defaultRequest': {'cpu': '1'}, 'default': {'cpu': '2'}}");
        };
    }

    private static KubernetesObject limitRange(String limit) {
        return Trees.object("v1", LIMIT_RANGE, "limits", Trees.json("{'limits': [" + limit + "]}"));
    }
}
