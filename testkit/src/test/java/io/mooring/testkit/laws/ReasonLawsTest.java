package io.mooring.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.ExplanationGroup;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Dump;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.testkit.story.Passage;
import io.mooring.testkit.story.Story;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;

/** Nothing is met by saying less: whoever has no volume gets an outlook and a reason, in whole clusters and in parts of them. */
@AddLifecycleHook(KeptSeed.class)
@Domain(Told.class)
@Domain(DomainContext.Global.class)
class ReasonLawsTest {
    @Provide
    Arbitrary<Set<ObjectKind<?>>> missing() {
        return Arbitraries.<ObjectKind<?>>of(
                        PersistentVolume.KIND, StorageClass.KIND, Pod.KIND, Node.KIND, PersistentVolumeClaim.KIND)
                .set()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Property(tries = 100)
    void everyClaimThatIsNotBoundHasAnOutlookAndAReason(@ForAll Story story) {
        for (Passage passage : story.passages()) {
            passage.taken().forEach(taken -> assertReasons(taken.after()));
            assertReasons(passage.after());
        }
        Statistics.label("outlook").coverage(coverage -> {
            coverage.check(Outlook.BLOCKED).count(count -> count >= 100);
            coverage.check(Outlook.WAITS).count(count -> count >= 100);
        });
    }

    @Property(tries = 100)
    void alsoWhereKindsAreNotKnown(@ForAll Story story, @ForAll("missing") Set<ObjectKind<?>> missing) {
        Cluster whole = story.end();
        List<Dump.Stored> kept = whole.dump().objects().stream()
                .filter(stored -> !missing.contains(stored.object().kind()))
                .toList();
        assertReasons(Cluster.open(whole.controllers(), Dump.NONE.and(kept)).settle());
        Statistics.label("outlook")
                .coverage(coverage -> coverage.check(Outlook.NOT_KNOWN).count(count -> count >= 15));
    }

    @Property(tries = 50)
    void groupsHaveEveryObjectOnce(@ForAll Story story) {
        Cluster cluster = story.end();
        List<Ref<?>> grouped = Explainer.groups(cluster).stream()
                .flatMap(ReasonLawsTest::refs)
                .sorted()
                .toList();
        assertThat(grouped)
                .isEqualTo(Explainer.notFine(cluster).stream()
                        .<Ref<?>>map(Explanation::about)
                        .sorted()
                        .toList());
    }

    private static Stream<Ref<?>> refs(ExplanationGroup group) {
        return Stream.concat(Stream.of(group.first().about()), group.others().stream());
    }

    private static void assertReasons(Cluster cluster) {
        List<Explanation> all = Explainer.notFine(cluster);
        all.forEach(ReasonLawsTest::assertReads);
        Map<Ref<?>, Explanation> byObject =
                all.stream().collect(Collectors.toMap(Explanation::about, Function.identity()));
        cluster.list(PersistentVolumeClaim.KIND)
                .filter(claim -> !claim.isBound())
                .map(KubernetesObject::ref)
                .forEach(claim -> {
                    Explanation explanation = byObject.get(claim);
                    assertThat(explanation).as(claim.toString()).isNotNull();
                    assertThat(Stream.concat(explanation.facts().stream(), explanation.context().stream()))
                            .as(explanation.text())
                            .isNotEmpty();
                    Statistics.label("outlook").collect(explanation.outlook());
                });
    }

    /** It is a text of lines, and nothing of Java is in it. */
    private static void assertReads(Explanation explanation) {
        assertThat(explanation.text())
                .startsWith(explanation.about().qualifiedName() + " ")
                .endsWith("\n")
                .doesNotContain("null", "\n\n", "Optional", "[]");
        assertThat(explanation.text().lines()).noneMatch(String::isBlank);
    }
}
