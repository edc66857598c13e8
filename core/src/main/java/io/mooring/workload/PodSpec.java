package io.mooring.workload;

import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What a pod runs: its storage and scheduling side, and the rest as it came. Kubernetes: {@code core/v1 PodSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface PodSpec extends WithPodSpec permits ImmutablePodSpec {
    /** Reads and writes it as Kubernetes does. */
    Schema<PodSpec> CODEC = Schema.of(PodSpec::builder, PodSpec.Builder::build)
            .list("volumes", PodVolume.CODEC, PodSpec::volumes, PodSpec.Builder::volumes)
            .list("initContainers", Container.CODEC, PodSpec::initContainers, PodSpec.Builder::initContainers)
            .always("containers", Types.list(Container.CODEC), PodSpec::containers, PodSpec.Builder::containers)
            .map("nodeSelector", Types.STRING, PodSpec::nodeSelector, PodSpec.Builder::nodeSelector)
            .field("nodeName", Types.STRING, PodSpec::nodeName, PodSpec.Builder::nodeName)
            .optional("affinity", PodAffinity.CODEC, PodSpec::affinity, PodSpec.Builder::affinity)
            .field("schedulerName", Types.STRING, PodSpec::schedulerName, PodSpec.Builder::schedulerName)
            .rest(PodShapes.POD_SPEC, PodSpec::rest, PodSpec.Builder::rest)
            .schema();

    /** Its volumes. */
    List<PodVolume> volumes();

    /** The containers that run first. */
    List<Container> initContainers();

    /** Its containers. */
    List<Container> containers();

    /** Labels that its node must have. */
    Map<String, String> nodeSelector();

    /** The node it runs on; set by the scheduler. */
    @Value.Default
    default String nodeName() {
        return "";
    }

    /** Where it wants to run. */
    Optional<PodAffinity> affinity();

    /** Who schedules it; {@code default-scheduler} by default. */
    @Value.Default
    default String schedulerName() {
        return "";
    }

    /** The fields that Mooring does not interpret, carried along as they came. */
    @Value.Default
    default JsonObject rest() {
        return JsonObject.EMPTY;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePodSpec.Builder {
        Builder() {}
    }
}
