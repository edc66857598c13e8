package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import java.util.Optional;

/**
 * A call's answer and the cluster after it.
 *
 * @param cluster the same as before if the call was refused
 */
public record Outcome(Cluster cluster, Answer answer) {

    /**
     * The cluster after a call that was expected to go well.
     *
     * @throws IllegalStateException if the API refused it, with its message
     */
    public Cluster orThrow() {
        answer.refused().ifPresent(refused -> {
            throw new IllegalStateException(refused.message());
        });
        return cluster;
    }

    /** The answer first: what was refused in the API server's words, or which object it is about; then the cluster in a few words. */
    @Override
    public String toString() {
        return answer.refused()
                        .map(refused -> "refused (" + refused.code() + "): " + refused.message())
                        .or(() -> answer.accepted().map(object -> "done: " + object.ref()))
                        .orElse("done")
                + "; " + cluster;
    }

    /** The object as it is now, if the call was done. */
    Optional<KubernetesObject> accepted() {
        return answer.accepted();
    }

    /** A call from outside: if it was done, what the API refused a controller before may go well now. */
    Outcome unparked() {
        return answer.isAccepted() ? new Outcome(cluster.with(cluster.queues().unparked()), answer) : this;
    }
}
