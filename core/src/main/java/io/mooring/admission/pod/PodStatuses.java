package io.mooring.admission.pod;

import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.int32;
import static io.mooring.schema.Field.int64;
import static io.mooring.schema.Field.object;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.quantities;
import static io.mooring.schema.Field.quantity;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.texts;
import static io.mooring.schema.Field.time;

import io.mooring.admission.storage.ResourceAmounts;
import io.mooring.quantity.Quantity;
import io.mooring.schema.Field;
import io.mooring.schema.Schema;
import io.mooring.schema.TreeSchema;
import io.mooring.schema.Types;
import io.mooring.tree.JsonObject;
import io.mooring.workload.PodCondition;
import io.mooring.workload.PodPhase;
import io.mooring.workload.PodStatus;
import java.util.Map;

/** What was observed of a pod. Kubernetes: {@code core/v1 PodStatus}. */
final class PodStatuses {
    private static final Schema<PodCondition> CONDITION = Schema.of(PodCondition::builder, PodCondition.Builder::build)
            .always("type", Types.STRING, PodCondition::type, PodCondition.Builder::type)
            .field(
                    "observedGeneration",
                    Types.LONG,
                    PodCondition::observedGeneration,
                    PodCondition.Builder::observedGeneration)
            .always("status", Types.STRING, PodCondition::status, PodCondition.Builder::status)
            .absentAsNull("lastProbeTime", Types.TIME, PodCondition::lastProbeTime, PodCondition.Builder::lastProbeTime)
            .absentAsNull(
                    "lastTransitionTime",
                    Types.TIME,
                    PodCondition::lastTransitionTime,
                    PodCondition.Builder::lastTransitionTime)
            .field("reason", Types.STRING, PodCondition::reason, PodCondition.Builder::reason)
            .field("message", Types.STRING, PodCondition::message, PodCondition.Builder::message)
            .schema();

    private static final TreeSchema ADDRESS = TreeSchema.of(text("ip").always());

    private static final Field<Map<String, Quantity>> ALLOCATED_RESOURCES =
            quantities("allocatedResources").filled(ResourceAmounts::rounded);
    private static final Field<JsonObject> RESOURCES = object("resources", Types.tree(Resources.REQUIREMENTS));

    private static final TreeSchema STATE = TreeSchema.of(
            object("waiting", TreeSchema.of(text("reason"), text("message"))),
            object("running", TreeSchema.of(time("startedAt").optional())),
            object(
                    "terminated",
                    TreeSchema.of(
                            int32("exitCode").always(),
                            int32("signal"),
                            text("reason"),
                            text("message"),
                            time("startedAt").optional(),
                            time("finishedAt").optional(),
                            text("containerID"))));

    private static final TreeSchema MOUNT = TreeSchema.of(
            text("name").always(),
            text("mountPath").always(),
            bool("readOnly"),
            text("recursiveReadOnly").optional(),
            object("volumeStatus", TreeSchema.of(object("image", TreeSchema.of(text("imageRef"))))));

    private static final TreeSchema USER = TreeSchema.of(object(
            "linux",
            TreeSchema.of(
                    int64("uid").always(),
                    int64("gid").always(),
                    Field.of("supplementalGroups", Types.list(Types.LONG)))));

    private static final TreeSchema RESOURCE_STATUS = TreeSchema.of(
            text("name").always(),
            objects(
                    "resources",
                    TreeSchema.of(
                            text("resourceID").always(),
                            text("health"),
                            text("message").optional())));

    private static final TreeSchema CONTAINER = TreeSchema.of(
            text("name").always(),
            Field.of("state", STATE).always(),
            Field.of("lastState", STATE).always(),
            bool("ready").always(),
            int32("restartCount").always(),
            text("image").always(),
            text("imageID").always(),
            text("containerID"),
            bool("started").optional(),
            ALLOCATED_RESOURCES,
            RESOURCES,
            objects("volumeMounts", MOUNT),
            object("user", USER),
            objects("allocatedResourcesStatus", RESOURCE_STATUS),
            text("stopSignal").optional());

    private static final TreeSchema DEVICE_CLAIM =
            TreeSchema.of(text("name").always(), text("resourceClaimName").optional());

    private static final TreeSchema EXTENDED_RESOURCES = TreeSchema.of(
            objects(
                            "requestMappings",
                            TreeSchema.of(
                                    text("containerName").always(),
                                    text("resourceName").always(),
                                    text("requestName").always()))
                    .always(),
            text("resourceClaimName").always());

    private static final TreeSchema NODE_ALLOCATABLE_CLAIM = TreeSchema.of(
            text("resourceClaimName").always(),
            texts("containers"),
            objects(
                    "mapping",
                    TreeSchema.of(text("name").always(), quantity("quantity").optional())),
            objects(
                    "overhead",
                    TreeSchema.of(
                            text("name").always(),
                            quantity("perPod").optional(),
                            quantity("perContainer").optional())));

    private static final TreeSchema VOLUME_HEALTH = TreeSchema.of(
            text("name").always(),
            objects(
                    "healthConditions",
                    TreeSchema.of(text("status").always(), text("reason").always(), text("message"))),
            time("lastTransitionTime").optional());

    static final Schema<PodStatus> STATUS = Schema.of(PodStatus::builder, PodStatus.Builder::build)
            .rest(PodStatus::rest, PodStatus.Builder::rest)
            .zeroAsAbsent(
                    "phase", Types.named(PodPhase::new, PodPhase::value), PodStatus::phase, PodStatus.Builder::phase)
            .list("conditions", CONDITION, PodStatus::conditions, PodStatus.Builder::conditions)
            .field(
                    "nominatedNodeName",
                    Types.STRING,
                    PodStatus::nominatedNodeName,
                    PodStatus.Builder::nominatedNodeName)
            .carried(
                    int64("observedGeneration"),
                    text("message"),
                    text("reason"),
                    text("hostIP"),
                    objects("hostIPs", ADDRESS),
                    text("podIP"),
                    objects("podIPs", ADDRESS),
                    time("startTime").optional(),
                    objects("initContainerStatuses", CONTAINER),
                    objects("containerStatuses", CONTAINER),
                    objects("ephemeralContainerStatuses", CONTAINER),
                    text("qosClass"),
                    text("resize"),
                    objects("resourceClaimStatuses", DEVICE_CLAIM),
                    object("extendedResourceClaimStatus", EXTENDED_RESOURCES),
                    ALLOCATED_RESOURCES,
                    RESOURCES,
                    objects("nodeAllocatableResourceClaimStatuses", NODE_ALLOCATABLE_CLAIM),
                    objects("volumeHealth", VOLUME_HEALTH))
            .schema();

    private PodStatuses() {}
}
