package io.mooring.admission.pod;

import io.mooring.admission.claim.ClaimWarnings;
import io.mooring.admission.source.Sources;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.schema.Tree;
import io.mooring.storage.SourceType;
import io.mooring.tree.GoText;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.EphemeralClaimTemplate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the API server says beside a pod or a pod template: deprecated volumes and annotations, fractions of bytes, things
 * that are there twice. Models {@code warningsForPodSpecAndMeta} of {@code pkg/api/pod}, but for odd IP addresses.
 */
public final class PodWarnings {
    private static final Map<String, String> DEPRECATED_ANNOTATIONS = deprecatedAnnotations();

    private PodWarnings() {}

    private static Map<String, String> deprecatedAnnotations() {
        String sysctls = "non-functional in v1.11+; use the \"sysctls\" field instead";
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(
                "scheduler.alpha.kubernetes.io/critical-pod",
                "non-functional in v1.16+; use the \"priorityClassName\" field instead");
        texts.put("security.alpha.kubernetes.io/sysctls", sysctls);
        texts.put("security.alpha.kubernetes.io/unsafe-sysctls", sysctls);
        return texts;
    }

    /**
     * The warnings about a pod.
     *
     * @param at where it stands, a dot last; empty for a pod itself
     */
    public static List<String> of(JsonObject spec, ObjectMeta metadata, String at) {
        List<String> warnings = new ArrayList<>(SchedulingWarnings.ofNodes(spec, at + "spec."));
        DEPRECATED_ANNOTATIONS.forEach((key, text) -> {
            if (metadata.annotations().containsKey(key)) {
                warnings.add(at + "metadata.annotations[" + key + "]: " + text);
            }
        });
        addVolumes(spec, at + "spec.", warnings);
        warnings.addAll(VolumePathWarnings.of(Tree.items(spec, "volumes")));
        addTwins(Tree.items(spec, "hostAliases"), "ip", at + "spec.hostAliases", warnings);
        addTwins(Tree.items(spec, "imagePullSecrets"), "name", at + "spec.imagePullSecrets", warnings);
        addFractions(spec, "overhead", at + "spec.", warnings);
        OldProfiles profiles = new OldProfiles(spec, metadata.annotations(), at);
        profiles.addOfPod(warnings);
        PortWarnings ports = new PortWarnings();
        for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
            addContainers(Tree.items(spec, list), at + "spec." + list, profiles, ports, warnings);
        }
        warnings.addAll(ports.warnings());
        if (Tree.number(spec, "terminationGracePeriodSeconds").orElse(0) < 0) {
            warnings.add(at + "spec.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will"
                    + " be treated as 1");
        }
        warnings.addAll(SchedulingWarnings.ofPods(spec, at + "spec."));
        return warnings;
    }

    private static void addVolumes(JsonObject spec, String at, List<String> warnings) {
        List<JsonObject> volumes = Tree.items(spec, "volumes");
        for (int i = 0; i < volumes.size(); i++) {
            String path = at + "volumes[" + i + "].";
            JsonObject volume = volumes.get(i);
            volume.fields()
                    .keySet()
                    .forEach(field -> Sources.of(SourceType.ofField(field))
                            .podWarning()
                            .ifPresent(text -> warnings.add(path + text)));
            warnings.addAll(ownClaim(volume, path));
        }
    }

    private static List<String> ownClaim(JsonObject volume, String at) {
        return Tree.object(volume, "ephemeral")
                .flatMap(source -> Tree.object(source, "volumeClaimTemplate"))
                .map(template -> EphemeralClaimTemplate.CODEC.decode(template).orThrow())
                .map(template -> ClaimWarnings.of(template.spec(), at + "ephemeral.volumeClaimTemplate.spec"))
                .orElse(List.of());
    }

    private static void addTwins(List<JsonObject> items, String field, String at, List<String> warnings) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String text = Tree.text(items.get(i), field);
            if (!seen.add(text)) {
                warnings.add(at + "[" + i + "]." + field + ": duplicate " + field + " " + GoText.quoted(text));
            }
        }
        for (int i = 0; i < items.size(); i++) {
            if (field.equals("name") && Tree.text(items.get(i), field).isEmpty()) {
                warnings.add(at + "[" + i + "].name: invalid empty name \"\"");
            }
        }
    }

    private static void addContainers(
            List<JsonObject> containers, String at, OldProfiles profiles, PortWarnings ports, List<String> warnings) {
        for (int i = 0; i < containers.size(); i++) {
            String path = at + "[" + i + "].";
            profiles.addOf(containers.get(i), warnings);
            ports.add(containers.get(i), path);
            Tree.object(containers.get(i), "resources").ifPresent(resources -> addResources(resources, path, warnings));
            addHiddenVariables(Tree.items(containers.get(i), "env"), path, warnings);
        }
    }

    private static void addResources(JsonObject resources, String at, List<String> warnings) {
        for (String resource : List.of("memory", "ephemeral-storage")) {
            for (String list : List.of("limits", "requests")) {
                addFraction(resources, list, resource, at + "resources.", warnings);
            }
        }
    }

    private static void addFractions(JsonObject spec, String list, String at, List<String> warnings) {
        for (String resource : List.of("memory", "ephemeral-storage")) {
            addFraction(spec, list, resource, at, warnings);
        }
    }

    private static void addFraction(JsonObject owner, String list, String resource, String at, List<String> warnings) {
        owner.at(list, resource)
                .map(amount -> Quantity.parse(((JsonString) amount).value()))
                .filter(ClaimWarnings::isFraction)
                .ifPresent(amount -> warnings.add(at + list + "[" + resource + "]: " + ClaimWarnings.fraction(amount)));
    }

    /** A variable that is there twice, the second time without using the first. */
    private static void addHiddenVariables(List<JsonObject> variables, String at, List<String> warnings) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < variables.size(); i++) {
            JsonObject variable = variables.get(i);
            String name = Tree.text(variable, "name");
            String reference = "$(" + name + ")";
            String value = Tree.text(variable, "value");
            boolean hides = variable.has("valueFrom") || value.equals(reference) || !value.contains(reference);
            if (!seen.add(name) && hides) {
                warnings.add(at + "env[" + i + "]: hides previous definition of " + GoText.quoted(name)
                        + ", which may be dropped when using apply");
            }
        }
    }
}
