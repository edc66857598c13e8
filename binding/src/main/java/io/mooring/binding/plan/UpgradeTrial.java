package io.mooring.binding.plan;

import io.mooring.binding.world.Answer;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import java.util.List;

/**
 * What one Kubernetes makes of the objects that are asked about.
 *
 * @param cluster everything quiet
 * @param refused what its API server refused, in the order in which it was asked
 */
public record UpgradeTrial(Cluster cluster, List<Refused> refused) {
    /**
     * An object that is refused.
     *
     * @param answer in the API server's words
     */
    public record Refused(Ref<?> object, Answer.Refused answer) {}

    public UpgradeTrial {
        refused = List.copyOf(refused);
    }

    /** Whether the object is among the refused. */
    boolean refuses(Ref<?> object) {
        return refused.stream().anyMatch(each -> each.object().equals(object));
    }
}
