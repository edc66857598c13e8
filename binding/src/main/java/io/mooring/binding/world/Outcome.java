package io.mooring.binding.world;

/**
 * A call's answer and the world after it.
 *
 * @param cluster the same as before if the call was refused
 */
public record Outcome(Cluster cluster, Answer answer) {

    /**
     * The world after a call that was expected to go well.
     *
     * @throws IllegalStateException if the API refused it, with its message
     */
    public Cluster orThrow() {
        if (answer instanceof Answer.Refused refused) {
            throw new IllegalStateException(refused.message());
        }
        return cluster;
    }

    /** A step from outside: if it was done, what the API refused a controller before may go well now. */
    Outcome unparked() {
        return answer.isAccepted() ? new Outcome(cluster.with(cluster.queue().unparked()), answer) : this;
    }
}
