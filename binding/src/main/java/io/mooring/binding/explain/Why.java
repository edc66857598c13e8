package io.mooring.binding.explain;

import io.mooring.binding.match.Evaluation;
import java.util.List;
import java.util.Optional;

/** Why a claim stands as it does. */
public sealed interface Why {

    /** It has its volume. */
    record BoundTo(String volume) implements Why {}

    /** Nobody makes volumes of its class, and none of those that are there does. */
    record NoVolumeFits(List<Evaluation> volumes) implements Why {
        public NoVolumeFits {
            volumes = List.copyOf(volumes);
        }
    }

    /**
     * It names a volume.
     *
     * @param examined the volume held against every rule; empty if there is no such volume
     */
    record NamedVolumeDoesNotDo(String volume, Optional<Evaluation> examined) implements Why {}

    /** Its class waits for the first consumer, and no pod uses it. */
    record NoConsumer(String className) implements Why {}

    /** Its class waits for the first consumer, and the pods that use it could not be scheduled. */
    record ConsumerNotScheduled(List<PodVerdict> pods, List<Evaluation> volumes) implements Why {
        public ConsumerNotScheduled {
            pods = List.copyOf(pods);
            volumes = List.copyOf(volumes);
        }
    }

    /**
     * A volume is to be made for it.
     *
     * @param lastWord the newest event that says how that goes
     */
    record NotProvisioned(String provisioner, Optional<String> lastWord, List<Evaluation> volumes) implements Why {
        public NotProvisioned {
            volumes = List.copyOf(volumes);
        }
    }

    /** It had a volume, which is gone. */
    record VolumeLost(String volume) implements Why {}

    /**
     * What the scheduler says of a pod.
     *
     * @param message of its PodScheduled condition; empty before the scheduler has looked
     */
    record PodVerdict(String pod, String message) {}
}
