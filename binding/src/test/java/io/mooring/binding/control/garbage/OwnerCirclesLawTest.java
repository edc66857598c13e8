package io.mooring.binding.control.garbage;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Deletion.Propagation;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.meta.Ref;
import io.mooring.storage.StorageClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Objects that own each other in any way, circles among them: deleted in the foreground, none of them hangs. */
class OwnerCirclesLawTest {
    private static final int OBJECTS = 5;
    private static final int LEAST_CIRCLES = 100;
    private static int circles;

    /** {@code owner} owns {@code dependent}. */
    record Owns(int owner, int dependent, boolean isBlocking) {}

    @Provide
    Arbitrary<List<Owns>> families() {
        Arbitrary<Integer> object = Arbitraries.integers().between(0, OBJECTS - 1);
        return Combinators.combine(object, object, Arbitraries.of(true, true, false))
                .as(Owns::new)
                .filter(owns -> owns.owner() != owns.dependent())
                .list()
                .uniqueElements(owns -> owns.owner() * OBJECTS + owns.dependent())
                .ofMinSize(1)
                .ofMaxSize(9);
    }

    @Property(tries = 500)
    void whatIsDeletedInTheForegroundGoesAndSoDoesWhatOnlyItOwned(@ForAll("families") List<Owns> family) {
        circles += reached(family, 0, Set.of()).contains(0) ? 1 : 0;
        Cluster after = with(family)
                .delete(ref(0), Deletion.DEFAULT.with(Propagation.FOREGROUND))
                .orThrow()
                .settle();

        assertThat(after.all())
                .noneMatch(object -> object.metadata().isBeingDeleted())
                .noneMatch(object -> object.ref().equals(ref(0)));
        Set<Integer> kept = kept(family);
        for (int i = 1; i < OBJECTS; i++) {
            assertThat(after.get(ref(i)).isPresent()).as("object " + i).isEqualTo(kept.contains(i));
        }
    }

    @AfterContainer
    static void thereWereCircles() {
        assertThat(circles).isGreaterThanOrEqualTo(LEAST_CIRCLES);
    }

    /** What nobody owns, and what such an object owns, however far. What owns itself in a circle and is not reached stays too. */
    private static Set<Integer> kept(List<Owns> family) {
        Set<Integer> gone = new HashSet<>(Set.of(0));
        boolean isGrowing = true;
        while (isGrowing) {
            isGrowing = false;
            for (int i = 1; i < OBJECTS; i++) {
                int dependent = i;
                List<Owns> owners = family.stream()
                        .filter(owns -> owns.dependent() == dependent)
                        .toList();
                boolean goes = !owners.isEmpty() && owners.stream().allMatch(owns -> gone.contains(owns.owner()));
                isGrowing |= goes && gone.add(i);
            }
        }
        Set<Integer> kept = new HashSet<>();
        for (int i = 1; i < OBJECTS; i++) {
            if (!gone.contains(i)) {
                kept.add(i);
            }
        }
        return kept;
    }

    private static Set<Integer> reached(List<Owns> family, int from, Set<Integer> before) {
        Set<Integer> reached = new HashSet<>(before);
        family.stream()
                .filter(owns -> owns.owner() == from)
                .filter(owns -> reached.add(owns.dependent()))
                .forEach(owns -> reached.addAll(reached(family, owns.dependent(), reached)));
        return reached;
    }

    private static Ref<StorageClass> ref(int number) {
        return StorageClass.KIND.ref("", "c" + number);
    }

    private static Cluster with(List<Owns> family) {
        Cluster cluster = Cluster.empty(Controllers.of(new GarbageCollector()));
        for (int i = 0; i < OBJECTS; i++) {
            cluster = cluster.create(StorageClass.builder()
                            .metadata(ObjectMeta.builder().name("c" + i).build())
                            .provisioner("csi.example.com")
                            .build())
                    .orThrow();
        }
        for (int i = 0; i < OBJECTS; i++) {
            StorageClass dependent = cluster.get(ref(i)).orElseThrow();
            List<OwnerReference> owners = new ArrayList<>();
            for (Owns owns : family) {
                if (owns.dependent() == i) {
                    owners.add(OwnerReference.builder()
                            .apiVersion("storage.k8s.io/v1")
                            .kind("StorageClass")
                            .name("c" + owns.owner())
                            .uid(cluster.get(ref(owns.owner()))
                                    .orElseThrow()
                                    .metadata()
                                    .uid())
                            .blockOwnerDeletion(owns.isBlocking())
                            .build());
                }
            }
            cluster = cluster.update(dependent.withMetadata(dependent.metadata().withOwnerReferences(owners)))
                    .orThrow();
        }
        return cluster.settle();
    }
}
