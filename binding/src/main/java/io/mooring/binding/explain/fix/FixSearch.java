package io.mooring.binding.explain.fix;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.explain.FixFailure;
import io.mooring.binding.explain.FixResult;
import io.mooring.binding.explain.FixResult.Attempt;
import io.mooring.binding.explain.FixResult.Extent;
import io.mooring.binding.explain.Loss;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tries changes on the cluster, which is a value: first every single one, then two together and three, as long as they are
 * cheaper than what was found. What to try next depends on how the target stands after what was tried; a change that leaves
 * the target as it was is not built upon.
 */
public final class FixSearch {
    /** How many changes are tried at most. */
    public static final int MOST_TRIALS = 120;

    /** How many edits a fix has at most. */
    public static final int MOST_EDITS = 3;

    /** How many fixes of the same cost are given at most. */
    static final int MOST_ALIKE = 5;

    private final Trials all;
    private final Cluster cluster;
    private final Cluster without;
    private final Target target;
    private final Losses losses;
    private final List<Plan> found = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final Set<Set<Edit>> tried = new HashSet<>();
    private int trials;
    private boolean isCutShort;

    private FixSearch(Trials all, Target target) {
        this.all = all;
        this.cluster = all.cluster();
        this.without = all.without();
        this.target = target;
        this.losses = new Losses(without, target);
    }

    /** Whether a change is searched for objects such as this one. */
    public static boolean isFor(Trials trials, KubernetesObject object) {
        return Targets.of(trials.cluster(), object).isPresent();
    }

    /**
     * What helps the object.
     *
     * @throws IllegalArgumentException if there is no such object
     */
    public static FixResult of(Trials trials, Ref<?> object) {
        if (trials.cluster().get(object).isEmpty()) {
            throw new IllegalArgumentException("no " + object.kind().name() + " " + object.qualifiedName());
        }
        Cluster settled = trials.settled();
        return settled.get(object)
                .map(found -> Targets.of(settled, found)
                        .map(target -> of(trials, target))
                        .orElseGet(() -> new FixResult.NotSearched(object)))
                .orElseGet(() -> new FixResult.NotNeeded(object));
    }

    private static FixResult of(Trials trials, Target target) {
        Ref<?> object = target.object();
        if (target.isReached(trials.settled())) {
            return new FixResult.NotNeeded(object);
        }
        List<ObjectKind<?>> unknown = target.unknown(trials.settled());
        return unknown.isEmpty() ? new FixSearch(trials, target).result() : new FixResult.NotKnown(object, unknown);
    }

    private FixResult result() {
        List<Plan> steps = List.of(Plan.start(without));
        for (int edits = 1; edits <= MOST_EDITS && !steps.isEmpty(); edits++) {
            steps = longer(steps);
        }
        isCutShort |= !steps.isEmpty();
        Extent extent = new Extent(trials, isCutShort);
        if (!found.isEmpty()) {
            List<Fix> fixes = found.stream()
                    .map(plan -> plan.fix(target.openEnds(plan.cluster())))
                    .sorted(Comparator.comparing(Fix::cost)
                            .thenComparingInt(fix -> fix.edits().size()))
                    .toList();
            return new FixResult.Helped(target.object(), fixes, extent);
        }
        return target.contradiction(without)
                .orElseGet(() -> new FixResult.Exhausted(target.object(), attempts, target.holds(without), extent));
    }

    /** Tries one proposal more after each of these; those are given back that led somewhere. */
    private List<Plan> longer(List<Plan> steps) {
        Optional<Fix.Cost> cheapest =
                found.stream().flatMap(plan -> plan.cost().stream()).min(Fix.Cost::compareTo);
        List<Plan> further = new ArrayList<>();
        for (Plan step : steps) {
            for (Proposal proposal : target.proposals(step.cluster())) {
                List<Proposal> proposals = step.and(proposal);
                if (isWorthTrying(proposals, cheapest)) {
                    attempt(step, proposals).ifPresent(further::add);
                }
            }
        }
        return further;
    }

    private boolean isWorthTrying(List<Proposal> proposals, Optional<Fix.Cost> cheapest) {
        Plan plan = new Plan(proposals, without);
        Fix.Cost cost = plan.cost().orElseThrow();
        long alike =
                found.stream().filter(each -> each.cost().equals(plan.cost())).count();
        boolean isDear = cheapest.filter(least -> cost.compareTo(least) >= 0).isPresent();
        if (isDear || plan.edits().size() > MOST_EDITS || plan.undoesItself() || !tried.add(Set.copyOf(plan.edits()))) {
            return false;
        }
        if (alike >= MOST_ALIKE || trials >= MOST_TRIALS) {
            isCutShort = true;
            return false;
        }
        trials++;
        all.begin();
        return true;
    }

    /** Keeps what helps and why the rest does not; gives back what can be built upon. */
    private Optional<Plan> attempt(Plan step, List<Proposal> proposals) {
        List<Edit> edits = new Plan(proposals, without).edits();
        Outcome outcome = all.after(edits);
        if (!outcome.answer().isAccepted()) {
            fail(
                    edits,
                    new FixFailure.Refused(
                            outcome.answer().refused().orElseThrow().message()));
            return Optional.empty();
        }
        Plan plan = new Plan(proposals, outcome.cluster());
        List<Loss> lost = losses.of(plan.cluster(), edits);
        if (!lost.isEmpty()) {
            fail(edits, new FixFailure.Taking(lost));
            return Optional.empty();
        }
        if (target.isReached(plan.cluster())) {
            if (helpsAtOnce(edits)) {
                keep(smallest(plan));
            } else {
                fail(edits, new FixFailure.NotEnough());
            }
            return Optional.empty();
        }
        fail(edits, new FixFailure.NotEnough());
        boolean isProgress = !target.standing(plan.cluster()).equals(target.standing(step.cluster()));
        return isProgress ? Optional.of(plan) : Optional.empty();
    }

    /** Several that have more than is needed may come down to one. */
    private void keep(Plan least) {
        Set<Edit> edits = Set.copyOf(least.edits());
        if (found.stream().noneMatch(each -> Set.copyOf(each.edits()).equals(edits))) {
            found.add(least);
        }
    }

    private void fail(List<Edit> edits, FixFailure failure) {
        attempts.add(new Attempt(edits, failure));
    }

    /** Whether they help too if the controllers act only after all of them, and where the cluster was not settled before. */
    private boolean helpsAtOnce(List<Edit> edits) {
        if (edits.size() == 1 && cluster.isSettled()) {
            return true;
        }
        Cluster now = cluster;
        for (Edit edit : edits) {
            Outcome outcome = edit.on(now);
            if (!outcome.answer().isAccepted()) {
                return false;
            }
            now = outcome.cluster();
        }
        Cluster settled = now.settle();
        return target.isReached(settled) && losses.of(settled, edits).isEmpty();
    }

    /** Without what is not needed. */
    private Plan smallest(Plan plan) {
        for (int i = 0; i < plan.proposals().size() && plan.proposals().size() > 1; i++) {
            List<Proposal> fewer = plan.without(i);
            List<Edit> edits = new Plan(fewer, without).edits();
            Outcome outcome = all.after(edits);
            if (outcome.answer().isAccepted()
                    && target.isReached(outcome.cluster())
                    && losses.of(outcome.cluster(), edits).isEmpty()
                    && helpsAtOnce(edits)) {
                return smallest(new Plan(fewer, outcome.cluster()));
            }
        }
        return plan;
    }
}
