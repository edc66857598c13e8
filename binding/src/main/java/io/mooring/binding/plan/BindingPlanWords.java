package io.mooring.binding.plan;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.plan.Competition.HallSet;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;

/** A {@link BindingPlan} in lines for a person. */
record BindingPlanWords(BindingPlan plan, Words words) {
    /** How many lines of a kind there are at most. */
    private static final int MOST = 20;

    static String of(BindingPlan plan) {
        BindingPlanWords written = new BindingPlanWords(plan, new Words());
        written.write();
        return written.words().text();
    }

    private void write() {
        if (plan.unknown().contains(PersistentVolume.KIND) || plan.unknown().contains(PersistentVolumeClaim.KIND)) {
            words.line("Not known: " + KindText.notInTheDump(plan.unknown()) + ".");
            return;
        }
        words.line(verdict());
        pairs(plan.best());
        unused();
        edits();
        byKubernetes();
        plan.competitions().stream().limit(MOST).forEach(this::competition);
        left(plan.withoutVolume(), "fits none of the volumes", "fit none of the volumes");
        left(plan.provisioned(), "is left to its provisioner", "are left to their provisioners");
        left(
                plan.awaitingPods(),
                "gets a volume from Kubernetes only when a pod uses it (WaitForFirstConsumer)",
                "get volumes from Kubernetes only when pods use them (WaitForFirstConsumer)");
        bound();
        caveats();
    }

    private void bound() {
        if (plan.waiting() > 0 && plan.bound() > 0) {
            words.line(Names.counted(plan.bound(), "claim")
                    + (plan.bound() == 1
                            ? " has a volume already, and keeps it."
                            : " have volumes already, and keep them."));
        }
    }

    private String verdict() {
        if (plan.waiting() == 0) {
            return none();
        }
        int best = plan.best().size();
        String most = (plan.isCertain() ? "" : "at most ") + best + " of "
                + Names.counted(plan.waiting(), "waiting claim") + " can be bound to the volumes that are there";
        String verdict = Character.toUpperCase(most.charAt(0)) + most.substring(1);
        if (plan.isWhatKubernetesDoes()) {
            return verdict + (best == 0 ? "." : ", which Kubernetes does by itself.");
        }
        int byItself = plan.byKubernetes().size();
        return verdict
                + (byItself == best
                        ? "; Kubernetes by itself binds as many and wastes more."
                        : "; Kubernetes by itself binds " + byItself + ".");
    }

    private String none() {
        return switch (plan.bound()) {
            case 0 -> "There is no claim yet.";
            case 1 -> "No claim waits for a volume: the only claim has one, and keeps it here.";
            default -> "No claim waits for a volume: all " + plan.bound() + " claims have one, and keep it here.";
        };
    }

    private void pairs(List<Pair> pairs) {
        words.table(pairs.stream()
                .limit(MOST)
                .map(pair -> List.of(
                        pair.claim().qualifiedName(),
                        pair.volume().name(),
                        pair.capacity() + " for " + pair.requested()
                                + (pair.waste().isZero() ? "" : ", " + pair.waste() + " unused")))
                .toList());
        more(pairs.size());
    }

    private void more(int count) {
        if (count > MOST) {
            words.line("  and " + (count - MOST) + " more");
        }
    }

    private void unused() {
        if (!plan.waste().isZero()) {
            words.line("Unused: " + plan.waste() + " of " + Pair.capacityOf(plan.best()) + ".");
        }
    }

    private void edits() {
        List<Edit> edits = plan.edits();
        if (!plan.isWhatKubernetesDoes()) {
            words.line("This brings it about (it was tried; nobody loses a volume or a reservation):");
            edits.stream().limit(MOST).forEach(edit -> words.line("  " + edit.purpose()));
            more(edits.size());
        }
    }

    /** Only what it does otherwise. */
    private void byKubernetes() {
        List<Pair> others = plan.byKubernetes().stream()
                .filter(pair -> !plan.best().contains(pair))
                .toList();
        if (!plan.isWhatKubernetesDoes() && !others.isEmpty()) {
            words.line("Kubernetes by itself, where it is otherwise:");
            pairs(others);
        }
    }

    private void competition(Competition competition) {
        int losers = competition.losers();
        words.line(Names.counted(competition.claims().size(), "claim") + " compete for "
                + Names.counted(competition.volumes().size(), "volume") + " and fit no other, so that " + losers
                + (losers == 1 ? " has" : " have") + " to wait:");
        sides(competition.claims(), competition.volumes());
        HallSet smallest = competition.smallest();
        if (smallest.claims().size() < competition.claims().size()) {
            words.line("  and already " + Names.counted(smallest.claims().size(), "claim") + " for "
                    + Names.counted(smallest.volumes().size(), "volume") + ":");
            sides(smallest.claims(), smallest.volumes());
        }
    }

    private void sides(List<Ref<PersistentVolumeClaim>> claims, List<Ref<PersistentVolume>> volumes) {
        words.line("  claims   " + Names.of(claims, MOST));
        words.line("  volumes  " + Names.of(volumes, MOST));
    }

    private void left(List<Ref<PersistentVolumeClaim>> claims, String one, String several) {
        if (!claims.isEmpty()) {
            words.line(Names.counted(claims.size(), "claim") + " " + (claims.size() == 1 ? one : several) + ": "
                    + Names.of(claims, MOST));
        }
    }

    private void caveats() {
        if (!plan.refused().isEmpty()) {
            words.line("The API server refuses " + plan.refused().size() + " of these edits:");
            plan.refused().stream().limit(MOST).forEach(edit -> words.line("  " + edit.purpose()));
            more(plan.refused().size());
        }
        if (!plan.unplaced().isEmpty()) {
            boolean isOne = plan.unplaced().size() == 1;
            words.line(Names.counted(plan.unplaced().size(), "pod")
                    + (isOne ? " has all its claims bound then and fits" : " have all their claims bound then and fit")
                    + " on no node: " + Names.of(plan.unplaced(), MOST));
        }
        if (!plan.unknown().isEmpty()) {
            words.line("Not known: " + KindText.notInTheDump(plan.unknown()) + ".");
        }
    }
}
