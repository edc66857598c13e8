package io.mooring.admission.pod;

import io.mooring.admission.claim.ClaimWarnings;
import io.mooring.admission.source.Sources;
import io.mooring.admission.source.VolumePathWarnings;
import io.mooring.meta.ObjectMeta;
import io.mooring.names.GoText;
import io.mooring.quantity.Quantity;
import io.mooring.release.Semantics;
import io.mooring.schema.Field;
import io.mooring.storage.SourceType;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Container;
import io.mooring.workload.EphemeralVolumeSource;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodVolume;
import io.mooring.workload.ResourceRequirements;
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
    /** Resources that are counted in bytes. */
    private static final List<String> BYTES = List.of("memory", "ephemeral-storage");

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
    public static List<String> of(PodSpec spec, ObjectMeta metadata, String at, Semantics semantics) {
        String specAt = at + "spec.";
        List<String> warnings = new ArrayList<>(SchedulingWarnings.ofNodes(spec, specAt));
        DEPRECATED_ANNOTATIONS.forEach((key, text) -> {
            if (metadata.annotations().containsKey(key)) {
                warnings.add(at + "metadata.annotations[" + key + "]: " + text);
            }
        });
        addVolumes(spec.volumes(), specAt + PodVolumes.VOLUMES.name(), semantics, warnings);
        warnings.addAll(VolumePathWarnings.of(spec.volumes()));
        addTwins(spec, PodSpecs.HOST_ALIASES, PodSpecs.HOST_ALIAS_IP, specAt, warnings);
        addTwins(spec, PodSpecs.IMAGE_PULL_SECRETS, PodSpecs.IMAGE_PULL_SECRET, specAt, warnings);
        addNamelessSecrets(spec, specAt, warnings);
        addFractions(PodSpecs.OVERHEAD.of(spec.rest()), specAt + PodSpecs.OVERHEAD.name(), semantics, warnings);
        warnings.addAll(ofContainers(spec, new OldProfiles(spec, metadata.annotations(), at), specAt, semantics));
        if (PodSpecs.TERMINATION_GRACE_PERIOD_SECONDS.of(spec.rest()) < 0) {
            warnings.add(specAt + PodSpecs.TERMINATION_GRACE_PERIOD_SECONDS.name()
                    + ": must be >= 0; negative values are invalid and will be treated as 1");
        }
        warnings.addAll(SchedulingWarnings.ofPods(spec, specAt));
        return warnings;
    }

    /** Of those that are added to a running pod nothing is said: neither a new pod nor a template may have any. */
    private static List<String> ofContainers(PodSpec spec, OldProfiles profiles, String at, Semantics semantics) {
        List<String> warnings = new ArrayList<>();
        PortWarnings ports = new PortWarnings();
        profiles.addOfPod(warnings);
        addContainers(
                spec.initContainers(), at + PodSpecs.INIT_CONTAINERS.name(), profiles, ports, semantics, warnings);
        addContainers(spec.containers(), at + PodSpecs.CONTAINERS.name(), profiles, ports, semantics, warnings);
        warnings.addAll(ports.warnings());
        return warnings;
    }

    private static void addVolumes(List<PodVolume> volumes, String at, Semantics semantics, List<String> warnings) {
        for (int i = 0; i < volumes.size(); i++) {
            String path = at + "[" + i + "].";
            PodVolume volume = volumes.get(i);
            volume.rest()
                    .fields()
                    .keySet()
                    .forEach(field -> Sources.of(SourceType.ofField(field))
                            .podWarning()
                            .ifPresent(text -> warnings.add(path + text)));
            volume.ephemeral()
                    .flatMap(EphemeralVolumeSource::volumeClaimTemplate)
                    .map(template ->
                            ClaimWarnings.of(template.spec(), path + "ephemeral.volumeClaimTemplate.spec", semantics))
                    .ifPresent(warnings::addAll);
        }
    }

    private static void addTwins(
            PodSpec spec, Field<List<JsonObject>> list, Field<String> field, String at, List<String> warnings) {
        List<JsonObject> items = list.of(spec.rest());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String text = field.of(items.get(i));
            if (!seen.add(text)) {
                warnings.add(at + list.name() + "[" + i + "]." + field.name() + ": duplicate " + field.name() + " "
                        + GoText.quoted(text));
            }
        }
    }

    private static void addNamelessSecrets(PodSpec spec, String at, List<String> warnings) {
        List<JsonObject> secrets = PodSpecs.IMAGE_PULL_SECRETS.of(spec.rest());
        for (int i = 0; i < secrets.size(); i++) {
            if (!PodSpecs.IMAGE_PULL_SECRET.isIn(secrets.get(i))) {
                warnings.add(at + PodSpecs.IMAGE_PULL_SECRETS.name() + "[" + i + "].name: invalid empty name \"\"");
            }
        }
    }

    private static void addContainers(
            List<Container> containers,
            String at,
            OldProfiles profiles,
            PortWarnings ports,
            Semantics semantics,
            List<String> warnings) {
        for (int i = 0; i < containers.size(); i++) {
            Container container = containers.get(i);
            String path = at + "[" + i + "].";
            profiles.addOf(container, warnings);
            ports.add(container, path);
            addResources(container.resources(), path + Containers.RESOURCES.name() + ".", semantics, warnings);
            addHiddenVariables(container, path + Environment.ENV.name(), warnings);
        }
    }

    private static void addResources(
            ResourceRequirements resources, String at, Semantics semantics, List<String> warnings) {
        for (String resource : BYTES) {
            addFraction(resources.limits(), resource, at + Resources.LIMITS.name(), semantics, warnings);
            addFraction(resources.requests(), resource, at + Resources.REQUESTS.name(), semantics, warnings);
        }
    }

    private static void addFractions(
            Map<String, Quantity> amounts, String at, Semantics semantics, List<String> warnings) {
        BYTES.forEach(resource -> addFraction(amounts, resource, at, semantics, warnings));
    }

    private static void addFraction(
            Map<String, Quantity> amounts, String resource, String at, Semantics semantics, List<String> warnings) {
        Quantity amount = amounts.get(resource);
        if (amount != null && ClaimWarnings.isFraction(amount, semantics)) {
            warnings.add(at + "[" + resource + "]: " + ClaimWarnings.fraction(amount, semantics));
        }
    }

    /** A variable that is there twice, the second time without using the first. */
    private static void addHiddenVariables(Container container, String at, List<String> warnings) {
        List<JsonObject> variables = Environment.ENV.of(container.rest());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < variables.size(); i++) {
            JsonObject variable = variables.get(i);
            String name = Environment.NAME.of(variable);
            String reference = "$(" + name + ")";
            String value = Environment.VALUE.of(variable);
            boolean hides =
                    Environment.VALUE_FROM.isIn(variable) || value.equals(reference) || !value.contains(reference);
            if (!seen.add(name) && hides) {
                warnings.add(at + "[" + i + "]: hides previous definition of " + GoText.quoted(name)
                        + ", which may be dropped when using apply");
            }
        }
    }
}
