package io.mooring.binding.plan;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectKind;
import io.mooring.release.Behaviour;
import io.mooring.release.FeatureGates;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Going from one release of Kubernetes to another.
 *
 * <pre>{@code
 * Upgrade.between(Release.parse("1.34"), Release.parse("1.37")).of(cluster).text()
 * }</pre>
 *
 * @param from the release before
 * @param to the one after, newer or older
 * @param gates those that are switched by hand, in each of the two that knows them
 */
public record Upgrade(Release from, Release to, FeatureGates gates) {
    /**
     * Between these two.
     *
     * @throws IllegalArgumentException if neither of them knows a gate, or one that knows it has locked it to the other side
     */
    public Upgrade {
        gates.in(Stream.of(from, to).max(Comparator.naturalOrder()).orElseThrow());
        in(from, gates);
        in(to, gates);
    }

    /** With all gates as the releases come with them. */
    public static Upgrade between(Release from, Release to) {
        return new Upgrade(from, to, FeatureGates.NONE);
    }

    /**
     * The same with these gates switched, each in those of the two releases that know it.
     *
     * @throws IllegalArgumentException if neither of them knows one, or one that knows it has locked it to the other side
     */
    public Upgrade with(FeatureGates others) {
        return new Upgrade(from, to, others);
    }

    /** How Kubernetes answers before. */
    public Semantics before() {
        return in(from, gates);
    }

    /** How Kubernetes answers after. */
    public Semantics after() {
        return in(to, gates);
    }

    /** Whoever goes to a release that brings a gate can switch it there alone. */
    private static Semantics in(Release release, FeatureGates gates) {
        return gates.knownIn(release).in(release);
    }

    /** The rows that turn, in their order, whether they matter to anything or not. */
    public List<Behaviour> turning() {
        Semantics before = before();
        Semantics after = after();
        return Arrays.stream(Behaviour.values())
                .filter(row -> before.has(row) != after.has(row))
                .toList();
    }

    /** Whether it goes back to an older release. */
    public boolean isDowngrade() {
        return to.compareTo(from) < 0;
    }

    /** What changes for the objects of a cluster as they stand. */
    public UpgradeReport of(Cluster cluster) {
        Set<ObjectKind<?>> kinds = turning().stream()
                .flatMap(row -> Concern.of(row).kinds().stream())
                .collect(Collectors.toSet());
        return of(UpgradeSubject.of(cluster, kinds));
    }

    /** What changes for these objects. */
    public UpgradeReport of(UpgradeSubject subject) {
        UpgradeTrial before = subject.in(before());
        UpgradeTrial after = before().answersLike(after()) ? before : subject.in(after());
        List<TurnedRow> rows = new Turns(this, subject, before, after).rows();
        WorldDifference difference = WorldDifference.between(before.cluster(), after.cluster());
        return new UpgradeReport(
                this, rows, Breakage.between(before, after, difference), admittedOnlyAfter(before, after), difference);
    }

    private static List<UpgradeTrial.Refused> admittedOnlyAfter(UpgradeTrial before, UpgradeTrial after) {
        return before.refused().stream()
                .filter(each -> !after.refuses(each.object()))
                .toList();
    }
}
