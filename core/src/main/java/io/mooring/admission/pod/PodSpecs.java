package io.mooring.admission.pod;

import static io.mooring.schema.Checks.between;
import static io.mooring.schema.Checks.each;
import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Checks.notEmpty;
import static io.mooring.schema.Checks.oneOf;
import static io.mooring.schema.Checks.unlessEmpty;
import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.int32;
import static io.mooring.schema.Field.int64;
import static io.mooring.schema.Field.object;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.quantities;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.texts;
import static io.mooring.schema.TreeLine.fill;
import static io.mooring.schema.TreeLine.rule;

import io.mooring.admission.metadata.Labels;
import io.mooring.admission.storage.ResourceAmounts;
import io.mooring.names.NameRule;
import io.mooring.quantity.Quantity;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.Schema;
import io.mooring.schema.SchemaBuilder;
import io.mooring.schema.TreeLine;
import io.mooring.schema.TreeSchema;
import io.mooring.schema.Types;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Container;
import io.mooring.workload.PodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a pod runs, of pods and of their templates. Kubernetes: {@code core/v1 PodSpec}. Models {@code ValidatePodSpec} (all
 * that touches storage, and the plain rules of the rest), {@code SetDefaults_PodSpec} and {@code SetDefaults_Pod}.
 */
public final class PodSpecs {
    private static final Check<String> SUBDOMAIN = name(NameRule.DNS_1123_SUBDOMAIN);
    private static final Check<String> LABEL = name(NameRule.DNS_1123_LABEL);

    static final Field<List<Container>> INIT_CONTAINERS =
            Field.of("initContainers", Types.list(Containers.CONTAINER)).unchecked();
    static final Field<List<Container>> CONTAINERS =
            Field.of("containers", Types.list(Containers.CONTAINER)).always().unchecked();
    public static final Field<List<Container>> EPHEMERAL_CONTAINERS =
            Field.of("ephemeralContainers", Types.list(Containers.EPHEMERAL)).unchecked();
    static final Field<Map<String, String>> NODE_SELECTOR =
            Field.textMap("nodeSelector").check(Labels::check);
    static final Field<String> NODE_NAME = text("nodeName").check(SUBDOMAIN);

    /** When containers are started again that do not say so themselves. */
    public static final Field<String> RESTART_POLICY =
            text("restartPolicy").preset("Always").required().check(oneOf("Always", "OnFailure", "Never"));

    public static final Field<Long> ACTIVE_DEADLINE_SECONDS =
            int64("activeDeadlineSeconds").optional().check(between(1, Integer.MAX_VALUE));

    static final Field<Long> TERMINATION_GRACE_PERIOD_SECONDS =
            int64("terminationGracePeriodSeconds").optional().preset(30L);
    static final Field<Map<String, Quantity>> OVERHEAD = quantities("overhead").filled(ResourceAmounts::rounded);
    static final Field<String> IMAGE_PULL_SECRET = text("name");
    static final Field<List<JsonObject>> IMAGE_PULL_SECRETS =
            objects("imagePullSecrets", TreeSchema.of(IMAGE_PULL_SECRET));
    static final Field<String> HOST_ALIAS_IP = text("ip").always();
    static final Field<List<JsonObject>> HOST_ALIASES = objects(
            "hostAliases", TreeSchema.of(HOST_ALIAS_IP, texts("hostnames").check(each(SUBDOMAIN))));

    private static final Field<Boolean> HOST_NETWORK = bool("hostNetwork");
    private static final Field<String> SERVICE_ACCOUNT = text("serviceAccount");
    private static final Field<String> SERVICE_ACCOUNT_NAME =
            text("serviceAccountName").check(SUBDOMAIN);
    private static final Field<Boolean> ENABLE_SERVICE_LINKS =
            bool("enableServiceLinks").optional();
    private static final Field<String> DNS_POLICY = text("dnsPolicy")
            .preset("ClusterFirst")
            .required()
            .check(oneOf("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"));
    private static final Field<List<String>> NAME_SERVERS = texts("nameservers");
    private static final Field<JsonObject> DNS_CONFIG = object(
            "dnsConfig",
            TreeSchema.of(
                    NAME_SERVERS,
                    texts("searches"),
                    objects("options", TreeSchema.of(text("name"), text("value").optional()))));

    /** The spec of a template. */
    public static final Schema<PodSpec> OF_TEMPLATE = declared().schema();

    /** The spec of a pod, in which more is filled in. */
    static final Schema<PodSpec> OF_POD = declared().fill(PodSpecs::asInPod).schema();

    private PodSpecs() {}

    /** In the order in which the API server checks; what is written elsewhere than it is checked says so. */
    private static SchemaBuilder<PodSpec, PodSpec.Builder> declared() {
        return Schema.of(PodSpec::builder, PodSpec.Builder::build)
                .rest(PodSpec::rest, PodSpec.Builder::rest)
                .of(PodVolumes.VOLUMES, PodSpec::volumes, PodSpec.Builder::volumes)
                .of(INIT_CONTAINERS, PodSpec::initContainers, PodSpec.Builder::initContainers)
                .of(CONTAINERS, PodSpec::containers, PodSpec.Builder::containers)
                .of(EPHEMERAL_CONTAINERS, PodSpec::ephemeralContainers, PodSpec.Builder::ephemeralContainers)
                .rule(PodSpecs::volumesAndContainers)
                .rule(PodSpecs::hostPorts)
                .carried(RESTART_POLICY, DNS_POLICY)
                .of(NODE_SELECTOR, PodSpec::nodeSelector, PodSpec.Builder::nodeSelector)
                .carried(SecurityContexts.OF_POD)
                .of(NODE_NAME.withoutChecks(), PodSpec::nodeName, PodSpec.Builder::nodeName)
                .ofOptional(Affinities.AFFINITY, PodSpec::affinity, PodSpec.Builder::affinity)
                .carried(beforeNode())
                .rule((spec, at) -> NODE_NAME.checkValue(spec.nodeName(), at))
                .carried(afterNode(), unchecked())
                .field("schedulerName", Types.STRING, PodSpec::schedulerName, PodSpec.Builder::schedulerName)
                .preset("default-scheduler");
    }

    private static TreeLine beforeNode() {
        return TreeLine.lines(
                DNS_CONFIG,
                rule(PodSpecs::nameServers),
                objects(
                        "readinessGates",
                        TreeSchema.of(text("conditionType").always().checkAlways(name(NameRule.QUALIFIED_NAME)))),
                Scheduling.SCHEDULING_GATES,
                Scheduling.TOPOLOGY_SPREAD_CONSTRAINTS,
                fill(PodSpecs::bothServiceAccounts),
                SERVICE_ACCOUNT,
                SERVICE_ACCOUNT_NAME);
    }

    private static TreeLine afterNode() {
        return TreeLine.lines(
                ACTIVE_DEADLINE_SECONDS,
                text("hostname").check(LABEL),
                text("subdomain").check(LABEL),
                Scheduling.TOLERATIONS,
                HOST_ALIASES,
                text("priorityClassName").check(SUBDOMAIN),
                text("runtimeClassName").optional().check(SUBDOMAIN),
                text("preemptionPolicy")
                        .optional()
                        .check(notEmpty())
                        .check(unlessEmpty(oneOf("PreemptLowerPriority", "Never"))),
                object("os", TreeSchema.of(text("name").always().required().check(oneOf("linux", "windows")))));
    }

    private static TreeLine unchecked() {
        return TreeLine.lines(
                DeviceClaims.RESOURCE_CLAIMS.withoutChecks(),
                TERMINATION_GRACE_PERIOD_SECONDS,
                OVERHEAD,
                IMAGE_PULL_SECRETS,
                HOST_NETWORK,
                bool("hostPID"),
                bool("hostIPC"),
                bool("automountServiceAccountToken").optional(),
                bool("shareProcessNamespace").optional(),
                ENABLE_SERVICE_LINKS,
                bool("setHostnameAsFQDN").optional(),
                bool("hostUsers").optional(),
                int32("priority").optional(),
                text("hostnameOverride").optional(),
                object("resources", Types.tree(Resources.REQUIREMENTS)).unchecked(),
                object("schedulingGroup", TreeSchema.of(text("podGroupName").optional()))
                        .dropped(),
                objects(
                                "evictionResponders",
                                TreeSchema.of(
                                        text("name").always(), int32("priority").optional()))
                        .dropped());
    }

    /** The service account has an older name beside its own. Models the conversions of {@code PodSpec}. */
    private static JsonObject bothServiceAccounts(JsonObject spec) {
        String newer = SERVICE_ACCOUNT_NAME.of(spec);
        String name = newer.isEmpty() ? SERVICE_ACCOUNT.of(spec) : newer;
        if (name.isEmpty() || (name.equals(newer) && name.equals(SERVICE_ACCOUNT.of(spec)))) {
            return spec;
        }
        return SERVICE_ACCOUNT_NAME.set(SERVICE_ACCOUNT.set(spec, name), name);
    }

    /** What a template leaves to its pods. */
    private static PodSpec asInPod(PodSpec spec) {
        boolean usesHostNetwork = HOST_NETWORK.of(spec.rest());
        UnaryOperator<Container> asInPod = container -> {
            Container requesting = Resources.requestingItsLimits(container);
            return usesHostNetwork ? Ports.onHost(requesting) : requesting;
        };
        return spec.withContainers(changed(spec.containers(), asInPod))
                .withInitContainers(changed(spec.initContainers(), asInPod))
                .withRest(ENABLE_SERVICE_LINKS.preset(true).withDefaults(withTimeToEnd(spec.rest())));
    }

    /** Less than no time to end is a second. */
    private static JsonObject withTimeToEnd(JsonObject spec) {
        return TERMINATION_GRACE_PERIOD_SECONDS.of(spec) < 0 ? TERMINATION_GRACE_PERIOD_SECONDS.set(spec, 1L) : spec;
    }

    /** The same list if no container changes. */
    private static List<Container> changed(List<Container> containers, UnaryOperator<Container> change) {
        List<Container> changed = new ArrayList<>(containers.size());
        boolean isChanged = false;
        for (Container container : containers) {
            Container after = change.apply(container);
            isChanged |= after != container;
            changed.add(after);
        }
        return isChanged ? changed : containers;
    }

    private static void volumesAndContainers(PodSpec spec, ErrorsAt at) {
        ErrorsAt within = at.with(Mounts.VOLUMES, PodVolumes.check(spec.volumes(), at.child(PodVolumes.VOLUMES)))
                .with(Handlers.GRACE_PERIOD_SECONDS, TERMINATION_GRACE_PERIOD_SECONDS.in(spec.rest()));
        DeviceClaims.RESOURCE_CLAIMS.check(spec.rest(), at);
        Containers.checkRegular(spec.containers(), within.child(CONTAINERS));
        Containers.checkInit(spec.initContainers(), spec.containers(), within.child(INIT_CONTAINERS));
        Stream<Container> others = Stream.concat(spec.containers().stream(), spec.initContainers().stream());
        Containers.checkEphemeral(spec.ephemeralContainers(), others, within.child(EPHEMERAL_CONTAINERS));
    }

    private static void hostPorts(PodSpec spec, ErrorsAt at) {
        if (HOST_NETWORK.of(spec.rest())) {
            Ports.sameAsOnHost(spec.containers(), at.child(CONTAINERS));
        }
    }

    /** A pod without the cluster's name service brings its own. */
    private static void nameServers(JsonObject spec, ErrorsAt at) {
        if (!DNS_POLICY.of(spec).equals("None")) {
            return;
        }
        ErrorsAt config = at.child(DNS_CONFIG);
        if (!DNS_CONFIG.isIn(spec)) {
            config.required("must provide `dnsConfig` when `dnsPolicy` is None");
        } else if (NAME_SERVERS.of(DNS_CONFIG.of(spec)).isEmpty()) {
            config.child(NAME_SERVERS).required("must provide at least one DNS nameserver when `dnsPolicy` is None");
        }
    }

    /** What is asked of pods and not of templates. */
    static void checkAsPod(PodSpec spec, ErrorsAt at) {
        checkImages(spec.containers(), at.child(CONTAINERS));
        checkImages(spec.initContainers(), at.child(INIT_CONTAINERS));
        if (!spec.ephemeralContainers().isEmpty()) {
            at.child(EPHEMERAL_CONTAINERS).forbidden("cannot be set on create");
        }
        boolean isHeld = Scheduling.SCHEDULING_GATES.isIn(spec.rest());
        if (isHeld && !spec.nodeName().isEmpty()) {
            at.child(NODE_NAME).forbidden("cannot be set until all schedulingGates have been cleared");
        }
    }

    private static void checkImages(List<Container> containers, ErrorsAt at) {
        for (int i = 0; i < containers.size(); i++) {
            Containers.checkImage(containers.get(i), at.index(i));
        }
    }
}
