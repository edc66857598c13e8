package io.mooring.admission.pod;

import io.mooring.admission.metadata.MetadataRules;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Tree;
import io.mooring.schema.TreeRules;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is checked on the spec of a pod or a pod template, in the form that the API server writes it. Models {@code
 * ValidatePodSpec} of {@code pkg/apis/core/validation}: all that touches storage, and the plain rules of the rest.
 *
 * @param podName the pod; empty for a template
 */
public record PodSpecRules(Optional<String> podName) implements Check<JsonObject> {
    private static final Check<String> SUBDOMAIN = Checks.name(NameRule.DNS_1123_SUBDOMAIN);
    private static final Check<String> LABEL = Checks.name(NameRule.DNS_1123_LABEL);

    private static final TreeRules CLAIM_NAMES = TreeRules.table()
            .textIfThere("resourceClaimName", SUBDOMAIN)
            .textIfThere("resourceClaimTemplateName", SUBDOMAIN);

    /** All that needs no look at volumes and containers. */
    private static final TreeRules REST = TreeRules.table()
            .rule(PodSpecRules::hostPorts)
            .text("restartPolicy", TreeRules.requiredOneOf(List.of("Always", "OnFailure", "Never")))
            .text(
                    "dnsPolicy",
                    TreeRules.requiredOneOf(List.of("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None")))
            .object("nodeSelector", (labels, at) -> MetadataRules.labels(texts(labels), at))
            .object("securityContext", SecurityRules.POD)
            .object("affinity", SchedulingRules.AFFINITY)
            .rule(PodSpecRules::nameServers)
            .each("readinessGates", TreeRules.table().text("conditionType", Checks.name(NameRule.QUALIFIED_NAME)))
            .rule((spec, at) -> SchedulingRules.gates(Tree.items(spec, "schedulingGates"), at.child("schedulingGates")))
            .each("topologySpreadConstraints", SchedulingRules.SPREAD_CONSTRAINT)
            .textUnlessEmpty("serviceAccountName", SUBDOMAIN)
            .textUnlessEmpty("nodeName", SUBDOMAIN)
            .number(
                    "activeDeadlineSeconds",
                    TreeRules.between(1, Integer.MAX_VALUE, "must be between 1 and 2147483647, inclusive"))
            .textUnlessEmpty("hostname", LABEL)
            .textUnlessEmpty("subdomain", LABEL)
            .each("tolerations", SchedulingRules.TOLERATION)
            .each("hostAliases", TreeRules.table().eachText("hostnames", SUBDOMAIN))
            .textUnlessEmpty("priorityClassName", SUBDOMAIN)
            .textIfThere("runtimeClassName", SUBDOMAIN)
            .textIfThere("preemptionPolicy", TreeRules.requiredOneOf(List.of("PreemptLowerPriority", "Never")))
            .object("os", TreeRules.table().required("name", TreeRules.oneOf(List.of("linux", "windows"))));

    @Override
    public void check(JsonObject spec, ErrorsAt at) {
        List<JsonObject> containers = Tree.items(spec, "containers");
        List<JsonObject> initContainers = Tree.items(spec, "initContainers");
        Map<String, JsonObject> volumes =
                new PodVolumeRules(podName).check(Tree.items(spec, "volumes"), at.child("volumes"));
        resourceClaims(Tree.items(spec, "resourceClaims"), at.child("resourceClaims"));
        ContainerRules rules = new ContainerRules(
                new MountRules(volumes), new HandlerRules(Tree.number(spec, "terminationGracePeriodSeconds")));
        rules.regular(containers, at.child("containers"));
        rules.init(initContainers, containers, at.child("initContainers"));
        rules.ephemeral(
                Tree.items(spec, "ephemeralContainers"),
                Stream.concat(containers.stream(), initContainers.stream()).toList(),
                at.child("ephemeralContainers"));
        REST.check(spec, at);
    }

    /** Devices that the pod claims: each by its own name, made beforehand or from a template. */
    private static void resourceClaims(List<JsonObject> claims, ErrorsAt at) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < claims.size(); i++) {
            JsonObject claim = claims.get(i);
            ErrorsAt place = at.index(i);
            String name = Tree.text(claim, "name");
            if (names.contains(name)) {
                place.child("name").duplicate(BadValue.of(name));
            } else {
                TreeRules.table().required("name", LABEL).check(claim, place);
            }
            if (!name.isEmpty()) {
                names.add(name);
            }
            boolean isMade = claim.has("resourceClaimName");
            boolean isMadeFromTemplate = claim.has("resourceClaimTemplateName");
            if (isMade && isMadeFromTemplate) {
                place.invalid(
                        BadValue.STRUCTURE,
                        "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified");
            }
            if (!isMade && !isMadeFromTemplate) {
                place.invalid(
                        BadValue.STRUCTURE, "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`");
            }
            CLAIM_NAMES.check(claim, place);
        }
    }

    /** What is asked of pods and not of templates. */
    public static void ofPodOnly(JsonObject spec, ErrorsAt at) {
        for (String list : List.of("containers", "initContainers")) {
            List<JsonObject> containers = Tree.items(spec, list);
            for (int i = 0; i < containers.size(); i++) {
                ContainerRules.image(containers.get(i), at.child(list).index(i));
            }
        }
        if (!Tree.items(spec, "ephemeralContainers").isEmpty()) {
            at.child("ephemeralContainers").forbidden("cannot be set on create");
        }
        boolean isHeld = !Tree.items(spec, "schedulingGates").isEmpty();
        if (isHeld && !Tree.text(spec, "nodeName").isEmpty()) {
            at.child("nodeName").forbidden("cannot be set until all schedulingGates have been cleared");
        }
    }

    private static void hostPorts(JsonObject spec, ErrorsAt at) {
        if (!Tree.isTrue(spec, "hostNetwork")) {
            return;
        }
        List<JsonObject> containers = Tree.items(spec, "containers");
        for (int i = 0; i < containers.size(); i++) {
            List<JsonObject> ports = Tree.items(containers.get(i), "ports");
            for (int j = 0; j < ports.size(); j++) {
                long host = Tree.number(ports.get(j), "hostPort").orElse(0);
                if (host != 0
                        && host != Tree.number(ports.get(j), "containerPort").orElse(0)) {
                    at.child("containers")
                            .index(i)
                            .child("ports")
                            .index(j)
                            .child("hostPort")
                            .invalid(BadValue.of(host), "must match `containerPort` when `hostNetwork` is true");
                }
            }
        }
    }

    /** A pod without the cluster's name service brings its own. */
    private static void nameServers(JsonObject spec, ErrorsAt at) {
        if (!Tree.text(spec, "dnsPolicy").equals("None")) {
            return;
        }
        Optional<JsonObject> config = Tree.object(spec, "dnsConfig");
        if (config.isEmpty()) {
            at.child("dnsConfig").required("must provide `dnsConfig` when `dnsPolicy` is None");
        } else if (Tree.texts(config.get(), "nameservers").isEmpty()) {
            at.child("dnsConfig", "nameservers")
                    .required("must provide at least one DNS nameserver when `dnsPolicy` is None");
        }
    }

    private static Map<String, String> texts(JsonObject object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.fields().forEach((name, value) -> texts.put(name, ((JsonString) value).value()));
        return texts;
    }
}
