package io.mooring.binding.explain;

import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.explain.fix.FixSearch;
import io.mooring.binding.explain.fix.Trials;
import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.tree.FieldPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Explains why objects stand as they do, whatever their kind, and what would help. In a cluster that is not settled it
 * explains how things stand so far.
 *
 * <pre>{@code
 * Explanation why = Explainer.explain(cluster, PersistentVolumeClaim.ref("shop", "data-web-0"));
 * System.out.println(why.text());
 * }</pre>
 */
public final class Explainer {
    /** After so many changes that were tried for a whole report, no more objects are helped; the largest groups come first. */
    public static final int MOST_TRIALS = 200;

    private Explainer() {}

    /**
     * One object, with what would help; or one that does not exist and that a set or a pod wants.
     *
     * @throws IllegalArgumentException if there is no such object, nobody wants it, and the cluster knows all of its kind
     */
    public static Explanation explain(Cluster cluster, Ref<?> object) {
        return cluster.get(object)
                .<Explanation>map(found -> explain(cluster, found))
                .orElseGet(() -> absent(cluster, object));
    }

    /** Every object that does not exist and that somebody wants; {@link #explain} says what it waits for. */
    public static List<Ref<?>> wanted(Cluster cluster) {
        return ExplainedKinds.wanted(cluster).toList();
    }

    private static Explanation explain(Cluster cluster, KubernetesObject object) {
        Explanation explanation = ExplainedKinds.explain(Evidence.of(cluster), object);
        return withFixes(Trials.in(cluster), object, ExplainedKinds.completed(cluster, object, explanation));
    }

    private static Explanation withFixes(Trials trials, KubernetesObject object, Explanation explanation) {
        return mayNeedFixes(trials, object, explanation)
                ? FixSearch.of(trials, object.ref()).accept(new WithFixes(explanation))
                : explanation;
    }

    private static boolean mayNeedFixes(Trials trials, KubernetesObject object, Explanation explanation) {
        boolean hasNothingToHelp = explanation.outlook() == Outlook.FINE || explanation.outlook() == Outlook.NOT_KNOWN;
        return !hasNothingToHelp && FixSearch.isFor(trials, object);
    }

    private static Explanation absent(Cluster cluster, Ref<?> object) {
        return ExplainedKinds.wanted(cluster, object).orElseGet(() -> unknown(cluster, object));
    }

    private static Explanation unknown(Cluster cluster, Ref<?> object) {
        if (cluster.isKnown(object.kind())) {
            throw new IllegalArgumentException("no " + object.kind().name() + " " + object.qualifiedName());
        }
        List<ObjectKind<?>> kinds = List.of(object.kind());
        return Explanation.of(object, Outlook.NOT_KNOWN, "is not known: " + KindText.notInTheDump(kinds) + ".")
                .withFacts(List.of(Fact.of(
                        FactCode.KIND_UNKNOWN, object, FieldPath.ROOT, "is of a kind of which nothing is known")));
    }

    /**
     * Every object that does not stand as it is to stand, by kind, namespace and name. Without what would help, which {@link
     * #explain} tries for one and {@link #groups} for one of many. An attachment that pods wait for, or a class that claims wait
     * for, is not listed beside them: they say so.
     */
    public static List<Explanation> notFine(Cluster cluster) {
        return notFine(cluster, all(cluster));
    }

    private static Stream<? extends KubernetesObject> all(Cluster cluster) {
        return cluster.all().filter(object -> !ExplainedKinds.isToldWithOthers(cluster, object));
    }

    private static List<Explanation> notFine(Cluster cluster, Stream<? extends KubernetesObject> objects) {
        Evidence evidence = Evidence.of(cluster);
        return objects.map(object -> ExplainedKinds.explain(evidence, object))
                .filter(explanation -> explanation.outlook() != Outlook.FINE)
                .toList();
    }

    /**
     * The same, each once of which the same can be said, with what would help the first; in the order of the first of each. After
     * {@link #MOST_TRIALS} changes that were tried, the smaller groups are told how to ask for what helps.
     */
    public static List<ExplanationGroup> groups(Cluster cluster) {
        return grouped(cluster, notFine(cluster));
    }

    /** The same as {@link #groups(Cluster)} of some, such as those of a namespace. */
    public static List<ExplanationGroup> groups(Cluster cluster, Predicate<? super Ref<?>> which) {
        return grouped(cluster, notFine(cluster, which));
    }

    private static List<Explanation> notFine(Cluster cluster, Predicate<? super Ref<?>> which) {
        return notFine(cluster, all(cluster).filter(object -> which.test(object.ref())));
    }

    /** The same without what would help. */
    static List<ExplanationGroup> unhelped(Cluster cluster, Predicate<? super Ref<?>> which) {
        return new Grouping(cluster).of(notFine(cluster, which));
    }

    /** The same of one kind. */
    public static List<ExplanationGroup> groups(Cluster cluster, ObjectKind<?> kind) {
        return grouped(cluster, notFine(cluster, cluster.list(kind)));
    }

    /** The largest groups are helped first, until enough was tried. */
    private static List<ExplanationGroup> grouped(Cluster cluster, List<Explanation> explanations) {
        List<ExplanationGroup> groups = new ArrayList<>(new Grouping(cluster).of(explanations));
        Trials trials = Trials.in(cluster);
        IntStream.range(0, groups.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                                (Integer place) -> groups.get(place).count())
                        .reversed())
                .forEach(place -> groups.set(place, completed(cluster, trials, groups.get(place))));
        return List.copyOf(groups);
    }

    private static ExplanationGroup completed(Cluster cluster, Trials trials, ExplanationGroup group) {
        KubernetesObject object = cluster.get(group.first().about())
                .<KubernetesObject>map(found -> found)
                .orElseThrow();
        Explanation explanation = ExplainedKinds.completed(cluster, object, group.first());
        return group.withFirst(
                trials.count() < MOST_TRIALS
                        ? withFixes(trials, object, explanation)
                        : untried(trials, object, explanation));
    }

    private static Explanation untried(Trials trials, KubernetesObject object, Explanation explanation) {
        if (!mayNeedFixes(trials, object, explanation)) {
            return explanation;
        }
        Fact fact = Fact.of(
                FactCode.FIX_NOT_TRIED,
                explanation.about(),
                FieldPath.ROOT,
                "may be helped by a change, which was not looked for after " + MOST_TRIALS
                        + " that were tried for others; to look for it: " + Shell.fix(explanation.about()));
        return explanation.withContext(
                Stream.concat(explanation.context().stream(), Stream.of(fact)).toList());
    }
}
