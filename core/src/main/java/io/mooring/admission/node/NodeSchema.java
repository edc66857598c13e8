package io.mooring.admission.node;

import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.int32;
import static io.mooring.schema.Field.int64;
import static io.mooring.schema.Field.object;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.texts;
import static io.mooring.schema.Field.time;

import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.admission.policy.PlainPolicy;
import io.mooring.admission.storage.ResourceAmounts;
import io.mooring.names.NameRule;
import io.mooring.node.AttachedVolume;
import io.mooring.node.Node;
import io.mooring.node.NodeCondition;
import io.mooring.node.NodeSpec;
import io.mooring.node.NodeStatus;
import io.mooring.schema.Field;
import io.mooring.schema.Schema;
import io.mooring.schema.TreeSchema;
import io.mooring.schema.Types;

/** Nodes. Kubernetes: {@code core/v1 Node}. Nothing is checked. */
public final class NodeSchema {
    private static final TreeSchema TAINT = TreeSchema.of(
            text("key").always(),
            text("value"),
            text("effect").always(),
            time("timeAdded").optional());

    private static final TreeSchema CONFIG_SOURCE = TreeSchema.of(object(
            "configMap",
            TreeSchema.of(
                    text("namespace").always(),
                    text("name").always(),
                    text("uid"),
                    text("resourceVersion"),
                    text("kubeletConfigKey").always())));

    private static final Schema<NodeSpec> SPEC = Schema.of(NodeSpec::builder, NodeSpec.Builder::build)
            .rest(NodeSpec::rest, NodeSpec.Builder::rest)
            .field("unschedulable", Types.BOOL, NodeSpec::unschedulable, NodeSpec.Builder::unschedulable)
            .carried(
                    text("podCIDR"),
                    texts("podCIDRs"),
                    text("providerID"),
                    objects("taints", TAINT),
                    object("configSource", CONFIG_SOURCE),
                    text("externalID"),
                    object("podPreemptionPolicy", TreeSchema.of(texts("disableResizePreemption")))
                            .dropped())
            .schema();

    private static final Schema<NodeCondition> CONDITION = Schema.of(
                    NodeCondition::builder, NodeCondition.Builder::build)
            .always("type", Types.STRING, NodeCondition::type, NodeCondition.Builder::type)
            .always("status", Types.STRING, NodeCondition::status, NodeCondition.Builder::status)
            .optional(
                    "lastHeartbeatTime",
                    Types.TIME,
                    NodeCondition::lastHeartbeatTime,
                    NodeCondition.Builder::lastHeartbeatTime)
            .optional(
                    "lastTransitionTime",
                    Types.TIME,
                    NodeCondition::lastTransitionTime,
                    NodeCondition.Builder::lastTransitionTime)
            .field("reason", Types.STRING, NodeCondition::reason, NodeCondition.Builder::reason)
            .field("message", Types.STRING, NodeCondition::message, NodeCondition.Builder::message)
            .schema();

    private static final TreeSchema SYSTEM_INFO = TreeSchema.of(
            text("machineID").always(),
            text("systemUUID").always(),
            text("bootID").always(),
            text("kernelVersion").always(),
            text("osImage").always(),
            text("containerRuntimeVersion").always(),
            text("kubeletVersion").always(),
            text("kubeProxyVersion").always(),
            text("operatingSystem").always(),
            text("architecture").always(),
            object("swap", TreeSchema.of(int64("capacity").optional())),
            bool("runningInUserNamespace").optional());

    private static final TreeSchema CONFIG_STATUS = TreeSchema.of(
            object("assigned", CONFIG_SOURCE),
            object("active", CONFIG_SOURCE),
            object("lastKnownGood", CONFIG_SOURCE),
            text("error"));

    private static final TreeSchema RUNTIME_HANDLER = TreeSchema.of(
            text("name").always(),
            object(
                    "features",
                    TreeSchema.of(
                            bool("recursiveReadOnlyMounts").optional(),
                            bool("userNamespaces").optional())));

    private static final Schema<AttachedVolume> ATTACHED = Schema.of(
                    AttachedVolume::builder, AttachedVolume.Builder::build)
            .always("name", Types.STRING, AttachedVolume::name, AttachedVolume.Builder::name)
            .always("devicePath", Types.STRING, AttachedVolume::devicePath, AttachedVolume.Builder::devicePath)
            .schema();

    private static final Schema<NodeStatus> STATUS = Schema.of(NodeStatus::builder, NodeStatus.Builder::build)
            .rest(NodeStatus::rest, NodeStatus.Builder::rest)
            .fill(NodeSchema::allocatableIsCapacity)
            .map("capacity", Types.QUANTITY, NodeStatus::capacity, NodeStatus.Builder::capacity)
            .filled(ResourceAmounts::rounded)
            .map("allocatable", Types.QUANTITY, NodeStatus::allocatable, NodeStatus.Builder::allocatable)
            .filled(ResourceAmounts::rounded)
            .list("conditions", CONDITION, NodeStatus::conditions, NodeStatus.Builder::conditions)
            .list("volumesInUse", Types.STRING, NodeStatus::volumesInUse, NodeStatus.Builder::volumesInUse)
            .list("volumesAttached", ATTACHED, NodeStatus::volumesAttached, NodeStatus.Builder::volumesAttached)
            .carried(
                    text("phase"),
                    objects(
                            "addresses",
                            TreeSchema.of(text("type").always(), text("address").always())),
                    Field.of(
                            "daemonEndpoints",
                            TreeSchema.of(Field.of(
                                    "kubeletEndpoint",
                                    TreeSchema.of(int32("Port").always())))),
                    Field.of("nodeInfo", SYSTEM_INFO),
                    objects("images", TreeSchema.of(texts("names").always(), int64("sizeBytes"))),
                    object("config", CONFIG_STATUS),
                    objects("runtimeHandlers", RUNTIME_HANDLER),
                    object(
                            "features",
                            TreeSchema.of(bool("supplementalGroupsPolicy").optional())),
                    texts("declaredFeatures"))
            .schema();

    public static final Schema<Node> NODE = Schema.of(Node::builder, Node.Builder::build)
            .constant("apiVersion", Node.KIND.apiVersion())
            .constant("kind", Node.KIND.name())
            .always("metadata", Metadata.named(NameRule.DNS_1123_SUBDOMAIN), Node::metadata, Node.Builder::metadata)
            .always("spec", SPEC, Node::spec, Node.Builder::spec)
            .always("status", STATUS, Node::status, Node.Builder::status)
            .schema();

    public static final KindPolicy<Node> POLICY = new PlainPolicy<>(Node.KIND, NODE);

    private NodeSchema() {}

    /** Where a node does not say what pods may use, they may use all that it has. Models {@code SetDefaults_NodeStatus}. */
    private static NodeStatus allocatableIsCapacity(NodeStatus status) {
        return status.allocatable().isEmpty() && !status.capacity().isEmpty()
                ? status.withAllocatable(status.capacity())
                : status;
    }
}
