package io.mooring.binding.explore;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.setKey;
import static io.mooring.binding.story.Given.volume;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.admission.object.Objects;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.Controllers;
import io.mooring.binding.world.Digest;
import io.mooring.binding.world.Kinds;
import io.mooring.binding.world.LaggingWorld.Bounds;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Races that people met: none of them shows while everybody sees the world as it is. */
class RacesTest {
    private static final String CLASS = "m";

    /** Somebody makes way for a claim and clears a Released volume for it; the other claim, which is gone, takes it still. */
    @Test
    void aVolumeThatWasClearedIsSnatched() {
        Cluster released = and(Given.cluster(), volume("pv", "1Gi", CLASS), claim("before", "1Gi", CLASS))
                .settle()
                .delete(claimKey("before"))
                .orThrow()
                .settle();
        Cluster start = and(released, claim("thief", "1Gi", CLASS)).settle();
        JsonObject clear = JsonObject.of("spec", JsonObject.of("claimRef", JsonNull.NULL));
        List<Edit> steps = List.of(
                delete(claimKey("thief")),
                new Edit.Patch(volumeKey("pv"), clear, "clear the claimRef of pv"),
                create(claim("owner", "1Gi", CLASS)));
        Property property = Property.eventually("owner is bound", cluster -> isBound(cluster, "owner"));

        assertOnlyWithLag(1, start, steps, property)
                .contains("you: clear the claimRef of pv")
                .contains("has not seen that PersistentVolumeClaim default/thief is gone");
    }

    /** A binder without upstream's second look takes the claim for gone, and deletes what it has just been given. */
    @Test
    void aBinderTakesAClaimForGone() {
        Property property =
                Property.never("a volume is Released though its claim is there", RacesTest::isReleasedWithClaim);
        List<Edit> steps = List.of(create(claim("data", "1Gi", CLASS)));

        assertThat(Explorer.check(withControllers(controller -> controller), steps, Bounds.lag(1), property)
                        .holds())
                .as("it asks the API server before it takes a claim for gone")
                .isTrue();
        assertOnlyWithLag(1, withControllers(RacesTest::trusting), steps, property)
                .contains("has not seen that PersistentVolumeClaim default/data was created");
    }

    /** Protection without upstream's second look lets the claim go that the pod of the new set has just got. */
    @Test
    void aSetIsMadeAnewWhileItsClaimIsBeingDeleted() {
        Cluster start = and(
                        withControllers(RacesTest::trusting),
                        node("n", "8"),
                        volume("pv", "1Gi", CLASS),
                        set("web", 1, "1Gi", CLASS))
                .settle();
        List<Edit> steps =
                List.of(delete(setKey("web")), create(set("web", 1, "1Gi", CLASS)), delete(claimKey("www-web-0")));
        Property property = Property.never("a pod runs whose claim is gone", RacesTest::runsWithoutClaim);

        assertOnlyWithLag(1, start, steps, property)
                .contains("persistentvolumeclaim-protection-controller looks at")
                .contains("has not seen");
    }

    /** A controller that gives each claim the first volume which no claim names, by what its cache knows. */
    @Test
    void twoClaimsAreGivenOneVolume() {
        Cluster start =
                and(Cluster.empty(Controllers.of(new Giver())), volume("a", "1Gi", CLASS), volume("b", "1Gi", CLASS));
        List<Edit> steps = List.of(create(claim("x", "1Gi", CLASS)), create(claim("y", "1Gi", CLASS)));
        Property property = Property.never("two claims name one volume", RacesTest::nameOneVolume);

        assertOnlyWithLag(1, start, steps, property)
                .contains("giver looks at PersistentVolumeClaim default/y, and has not seen that")
                .contains("giver: update PersistentVolumeClaim default/y");
    }

    /** Whoever crashes between two writes finds what is left to do. */
    @Test
    void aCrashLosesNothing() {
        Cluster start = and(Given.cluster(), claim("data", "1Gi", CLASS)).settle();
        List<Edit> steps = List.of(create(volume("pv", "1Gi", CLASS)));
        Property bound = Property.eventually("data is bound", cluster -> isBound(cluster, "data"));

        Checked checked = Explorer.check(start, steps, Bounds.NONE.withCrashes(2), bound);

        assertThat(checked.text()).startsWith("Holds in all");
        assertThat(checked.worldsSeen())
                .isGreaterThan(Explorer.check(start, steps, Bounds.NONE, bound).worldsSeen());
    }

    /** However many ways lead to it. */
    @Test
    void noWorldIsLookedAtTwice() {
        Cluster start = and(
                Given.cluster(),
                claim("x", "1Gi", CLASS),
                claim("y", "1Gi", CLASS),
                volume("a", "1Gi", CLASS),
                volume("b", "2Gi", CLASS));
        List<Digest> looked = new ArrayList<>();
        Property look = Property.never("a world is looked at", cluster -> !looked.add(cluster.digest()));

        Checked checked = Explorer.check(start, List.of(), Bounds.NONE, look);

        assertThat(checked.holds()).isTrue();
        assertThat(looked).doesNotHaveDuplicates().hasSize(checked.worldsSeen());
    }

    /** Of two claims that want different volumes each is looked at in its own time, and who else looks meanwhile does not count. */
    @Test
    void looksThatCommuteAreFollowedInOneOrder() {
        Cluster one = apart(Given.cluster(), 0);
        Cluster two = apart(one, 1);

        int alone = worlds(one);

        assertThat(worlds(two)).isLessThan(2 * alone * alone);
    }

    private static Cluster apart(Cluster cluster, int number) {
        String name = "c" + number;
        return and(cluster, Given.reservedFor(name, volume("v" + number, "1Gi", CLASS)), claim(name, "1Gi", CLASS));
    }

    private static int worlds(Cluster start) {
        Checked checked = Explorer.check(start, List.of(), Bounds.NONE, Property.never("never", cluster -> false));
        assertThat(checked.holds()).isTrue();
        return checked.worldsSeen();
    }

    /** The plain search and this one find the same ends where nobody lags or crashes. */
    @Test
    void withoutLagItEndsWhereEveryOrderEnds() {
        Cluster start = and(
                Given.cluster(),
                claim("x", "1Gi", CLASS),
                claim("y", "1Gi", CLASS),
                volume("a", "1Gi", CLASS),
                volume("b", "2Gi", CLASS));
        for (Cluster end : Explorer.explore(start).ends()) {
            String fingerprint = end.fingerprint();
            Property another = Property.eventually(
                    "another end", cluster -> !cluster.fingerprint().equals(fingerprint));

            assertThat(Explorer.check(start, List.of(), Bounds.NONE, another).counterexample())
                    .isPresent();
        }
        List<String> ends = Explorer.explore(start).ends().stream()
                .map(Cluster::fingerprint)
                .toList();
        Property oneOfThem = Property.eventually("one of the ends", cluster -> ends.contains(cluster.fingerprint()));
        assertThat(ends).hasSizeGreaterThan(1);
        assertThat(Explorer.check(start, List.of(), Bounds.NONE, oneOfThem).text())
                .startsWith("Holds in all");
    }

    @Test
    void dataAreKeptUntilSomebodyDeletesTheClaim() {
        PersistentVolume given = Given.reclaimed(volume("pv", "1Gi", CLASS), ReclaimPolicy.RECYCLE);
        PersistentVolume deleted = given.withSpec(given.spec().withSources(VolumeSource.nfs("nfs.example.com", "/a")));
        Cluster start = and(Given.cluster(), node("n", "8"), deleted, claim("data", "1Gi", CLASS))
                .settle();

        assertThat(Explorer.check(start, List.of(), Bounds.lag(1), Property.dataKept("pv"))
                        .holds())
                .isTrue();
        assertThat(Explorer.check(start, List.of(delete(claimKey("data"))), Bounds.NONE, Property.dataKept("pv"))
                        .text())
                .startsWith(
                        "Does not hold: the data of pv are kept\n   1. you: delete PersistentVolumeClaim default/data");
        assertThatThrownBy(() -> Explorer.check(start, List.of(), Bounds.NONE, Property.dataKept("pw")))
                .hasMessage("there is no PersistentVolume pw whose data could be kept");
    }

    @Test
    void aLimitIsSaid() {
        Cluster start = and(Given.cluster(), claim("data", "1Gi", CLASS));

        Checked checked = Explorer.check(start, List.of(), Bounds.NONE, 1, Property.never("never", cluster -> false));

        assertThat(checked.holds()).isFalse();
        assertThat(checked.text()).startsWith("Not known: holds in ").endsWith(" worlds, and there are more.\n");
    }

    @Test
    void aWayThatIsNoneIsRefused() {
        Cluster start = and(Given.cluster(), claim("data", "1Gi", CLASS));

        assertThatThrownBy(() -> Explorer.replay(start, List.of(), "0 1 2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"0 1 2\" is no way to replay");
        assertThatThrownBy(() -> Explorer.replay(start, List.of(), "lag=0 falls=0 crashes=0: 7"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no way 7 at move 1 of 1");
    }

    /** Holds while nobody lags; does not with this lag, by a way that can be gone again. */
    private static org.assertj.core.api.AbstractStringAssert<?> assertOnlyWithLag(
            int lag, Cluster start, List<Edit> steps, Property property) {
        assertThat(Explorer.check(start, steps, Bounds.NONE, property).text()).startsWith("Holds in all");
        Checked checked = Explorer.check(start, steps, Bounds.lag(lag), property);
        Counterexample counterexample = checked.counterexample().orElseThrow(() -> new AssertionError(checked.text()));
        Cluster again = Explorer.replay(start, steps, counterexample.replay());
        assertThat(again.fingerprint()).isEqualTo(counterexample.cluster().fingerprint());
        assertThat(property.from().apply(start).test(again)).isFalse();
        return assertThat(counterexample.text());
    }

    private static Cluster and(Cluster cluster, KubernetesObject... objects) {
        Cluster with = cluster;
        for (KubernetesObject object : objects) {
            with = with.create(object).orThrow();
        }
        return with;
    }

    private static Edit create(KubernetesObject object) {
        return new Edit.Create(Objects.write(object), "create " + object.ref());
    }

    private static Edit delete(Ref<?> object) {
        return new Edit.Delete(object, "delete " + object);
    }

    private static boolean isBound(Cluster cluster, String claim) {
        return cluster.claim("default", claim)
                .filter(found -> !found.spec().volumeName().isEmpty())
                .isPresent();
    }

    private static boolean isReleasedWithClaim(Cluster cluster) {
        return cluster.list(PersistentVolume.KIND)
                .anyMatch(each ->
                        each.status().phase().map(Object::toString).orElse("").contains("Released")
                                && each.spec()
                                        .claimRef()
                                        .flatMap(ref -> cluster.claim(ref.namespace(), ref.name()))
                                        .filter(claim -> each.spec()
                                                .claimRef()
                                                .orElseThrow()
                                                .uid()
                                                .equals(claim.metadata().uid()))
                                        .isPresent());
    }

    private static boolean runsWithoutClaim(Cluster cluster) {
        return cluster.list(Pod.KIND)
                .anyMatch(pod -> pod.isReady()
                        && pod.claims().stream()
                                .anyMatch(claim -> cluster.get(claim).isEmpty()));
    }

    private static boolean nameOneVolume(Cluster cluster) {
        List<String> named = cluster.list(PersistentVolumeClaim.KIND)
                .map(claim -> claim.spec().volumeName())
                .filter(name -> !name.isEmpty())
                .toList();
        return named.size() > named.stream().distinct().count();
    }

    /** The control plane, with a controller that makes a volume for each claim at once. */
    private static Cluster withControllers(UnaryOperator<Controller<?>> change) {
        List<Controller<?>> all = new ArrayList<>();
        for (Controller<?> each : ControlPlane.DEFAULT.controllers().all()) {
            all.add(change.apply(each));
        }
        all.add(new Maker());
        return Cluster.empty(new Controllers(all, Semantics.DEFAULT));
    }

    private static Controller<?> trusting(Controller<?> controller) {
        return new Trusting<>(controller);
    }

    /** A controller that trusts its caches always. */
    private record Trusting<I extends Comparable<? super I>>(Controller<I> controller) implements Controller<I> {
        @Override
        public String name() {
            return controller.name();
        }

        @Override
        public List<View<?>> views() {
            return controller.views();
        }

        @Override
        public Watches<I> watches() {
            return controller.watches();
        }

        @Override
        public Kinds needs() {
            return controller.needs();
        }

        @Override
        public List<Write> reconcile(Cluster cluster, I item) {
            return controller.reconcile(cluster, item);
        }

        @Override
        public List<List<Write>> choices(Cluster cluster, I item) {
            return controller.choices(cluster, item);
        }

        @Override
        public boolean isContested(Cluster cluster, Write write) {
            return controller.isContested(cluster, write);
        }

        @Override
        public boolean seesItsOwnWrites(Semantics semantics) {
            return controller.seesItsOwnWrites(semantics);
        }
    }

    /** Makes a volume for each claim without one, as an external provisioner does, and waits for nobody. */
    private static final class Maker implements Controller<Ref<PersistentVolumeClaim>> {
        @Override
        public String name() {
            return "maker";
        }

        @Override
        public Watches<Ref<PersistentVolumeClaim>> watches() {
            return Watches.of(PersistentVolumeClaim.KIND, Watches.Handler.ofItself(PersistentVolumeClaim::ref));
        }

        @Override
        public List<Write> reconcile(Cluster cluster, Ref<PersistentVolumeClaim> item) {
            Optional<PersistentVolumeClaim> claim = cluster.get(item)
                    .filter(each -> each.metadata().name().equals("data"))
                    .filter(each -> cluster.volume("made").isEmpty());
            return claim.<List<Write>>map(each -> List.of(new Write.Create(made(each))))
                    .orElse(List.of());
        }

        private static PersistentVolume made(PersistentVolumeClaim claim) {
            PersistentVolume made = Given.reclaimed(volume("made", "1Gi", CLASS), ReclaimPolicy.DELETE);
            return made.withSpec(made.spec()
                    .withClaimRef(Optional.of(ObjectReference.builder()
                            .namespace(claim.metadata().namespace())
                            .name(claim.metadata().name())
                            .uid(claim.metadata().uid())
                            .build())));
        }
    }

    /** Gives each claim the first volume which no claim names. */
    private static final class Giver implements Controller<Ref<PersistentVolumeClaim>> {
        @Override
        public String name() {
            return "giver";
        }

        @Override
        public Watches<Ref<PersistentVolumeClaim>> watches() {
            return Watches.of(PersistentVolumeClaim.KIND, Watches.Handler.ofItself(PersistentVolumeClaim::ref));
        }

        @Override
        public List<Write> reconcile(Cluster cluster, Ref<PersistentVolumeClaim> item) {
            String named = cluster.list(PersistentVolumeClaim.KIND)
                    .map(claim -> claim.spec().volumeName())
                    .collect(Collectors.joining(" "));
            Optional<PersistentVolume> free = cluster.list(PersistentVolume.KIND)
                    .filter(each -> !named.contains(each.metadata().name()))
                    .findFirst();
            return cluster.get(item)
                    .filter(claim -> claim.spec().volumeName().isEmpty())
                    .flatMap(claim -> free.map(each -> claim.withSpec(
                            claim.spec().withVolumeName(each.metadata().name()))))
                    .<List<Write>>map(claim -> List.of(new Write.Update(claim)))
                    .orElse(List.of());
        }
    }
}
