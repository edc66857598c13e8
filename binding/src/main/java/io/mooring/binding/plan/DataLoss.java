package io.mooring.binding.plan;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Whether some order of steps loses the data of a volume: its storage is deleted, or scrubbed.
 *
 * <pre>{@code
 * Ref<PersistentVolumeClaim> claim = PersistentVolumeClaim.ref("shop", "data-0");
 * DataLoss loss =
 *         DataLoss.of(cluster, PersistentVolume.ref("pv-a"), List.of(new Edit.Delete(claim, "delete the claim")));
 * loss.isPossible(); // false: its reclaim policy is Retain
 * }</pre>
 *
 * @param volume whose data
 * @param steps how many steps there were to take
 * @param verdict what was found
 * @param trace the shortest way to the loss, step by step: fewest steps, then fewest writes; empty without a loss
 * @param seen how many different states were looked at
 * @param unknown the kinds without which some controller stands still
 */
public record DataLoss(
        Ref<PersistentVolume> volume,
        int steps,
        Verdict verdict,
        List<Move> trace,
        int seen,
        List<ObjectKind<?>> unknown) {
    /** Enough for a handful of steps in a small world. */
    public static final int DEFAULT_LIMIT = 20_000;

    public DataLoss {
        trace = List.copyOf(trace);
        unknown = List.copyOf(unknown);
    }

    /** What was found. */
    public enum Verdict {
        /** The trace leads to it: a volume's storage is deleted, as its reclaim policy says. */
        DELETED("deleted"),

        /** The trace leads to it: a volume's storage is scrubbed, as its reclaim policy says. */
        SCRUBBED("scrubbed"),

        /** The trace leads to it: a provisioner is to delete the volume's storage, and is not known or assumed to do it. */
        LEFT_TO_PROVISIONER("leftToProvisioner"),

        /** No loss was found, and controllers stand still whose kinds were not in the dump. */
        NOT_KNOWN("notKnown"),

        /** Every order was looked at. */
        IMPOSSIBLE("impossible"),

        /** There were more states than were to be looked at, and no loss among those that were. */
        NOT_FOUND("notFound");

        private final String code;

        Verdict(String code) {
            this.code = code;
        }

        /** For a program; stable. */
        public String code() {
            return code;
        }
    }

    /**
     * A step, and what the controllers did until the next one.
     *
     * @param step empty for what happens before the first
     */
    public record Move(Optional<Edit> step, List<Difference> consequences) {
        public Move {
            consequences = List.copyOf(consequences);
        }
    }

    /**
     * Whether some order of these steps, with whatever the controllers do in between, loses the data of the volume.
     *
     * @throws IllegalArgumentException if there is no such volume
     */
    public static DataLoss of(Cluster cluster, Ref<PersistentVolume> volume, List<? extends Edit> steps) {
        return of(cluster, volume, steps, DEFAULT_LIMIT);
    }

    /**
     * The same. A state that is looked at stays in memory as far as it differs from the one before it, some kilobytes, since
     * the way to the loss is told; states are told apart by 16 bytes. Every state counts here, so none of the orders is left out.
     *
     * @param limit how many states are looked at
     * @throws IllegalArgumentException if there is no such volume, the limit is not positive, or there are more than 30 steps
     */
    public static DataLoss of(Cluster cluster, Ref<PersistentVolume> volume, List<? extends Edit> steps, int limit) {
        return LossSearch.of(cluster, volume, List.copyOf(steps), limit);
    }

    /** Whether the data can be lost. */
    public boolean isPossible() {
        return verdict == Verdict.DELETED || verdict == Verdict.SCRUBBED;
    }

    /** For a person: the verdict, then the way; ends in a newline. */
    public String text() {
        Words words = new Words();
        words.line(
                switch (verdict) {
                    case DELETED, SCRUBBED -> "The data of " + volume.name() + " can be lost:";
                    case LEFT_TO_PROVISIONER ->
                        "Whether the data of " + volume.name() + " are lost is up to its provisioner:";
                    case NOT_KNOWN ->
                        "Not known whether the data of " + volume.name() + " can be lost by " + inWords()
                                + ": controllers stand still, as " + KindText.notInTheDump(unknown) + ".";
                    case IMPOSSIBLE ->
                        "The data of " + volume.name() + " cannot be lost by " + inWords() + " ("
                                + Names.counted(seen, "state") + " looked at, which is all).";
                    case NOT_FOUND ->
                        "Not known whether the data of " + volume.name() + " can be lost by " + inWords() + ": not in "
                                + Names.counted(seen, "state") + ", and there are more.";
                });
        int number = 1;
        for (Move move : trace) {
            words.line(
                    move.step().isEmpty()
                            ? "  Kubernetes acts"
                            : "  " + number++ + ". " + move.step().get().purpose());
            move.consequences().forEach(consequence -> words.line("       " + Words.sentence(consequence)));
        }
        if (verdict == Verdict.LEFT_TO_PROVISIONER) {
            words.line("  Then its provisioner is to delete its storage, which it does not do here.");
        }
        if (isPossible()) {
            words.line("  Then its storage is " + (verdict == Verdict.DELETED ? "deleted." : "scrubbed."));
        }
        return words.text();
    }

    /** The same for a program. */
    public JsonObject tree() {
        return PlanTree.of(this);
    }

    private String inWords() {
        return switch (steps) {
            case 0 -> "what the controllers do by themselves";
            case 1 -> "this step";
            default -> "these " + steps + " steps in any order";
        };
    }
}
