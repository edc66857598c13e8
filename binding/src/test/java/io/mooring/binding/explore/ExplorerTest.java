package io.mooring.binding.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.binding.cluster.Change;
import io.mooring.binding.cluster.Cluster;
import io.mooring.binding.cluster.Controller;
import io.mooring.binding.cluster.Controllers;
import io.mooring.binding.cluster.Wake;
import io.mooring.binding.cluster.Write;
import io.mooring.meta.ObjectKey;
import io.mooring.meta.ObjectMeta;
import io.mooring.storage.StorageClass;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplorerTest {

    @Test
    void findsEveryWinnerOfARace() {
        Exploration exploration = Explorer.explore(threeClasses(new Crown()));

        assertThat(exploration.ends()).extracting(ExplorerTest::crowned).containsExactly("a", "b", "c");
        assertThat(exploration.isComplete()).isTrue();
    }

    @Test
    void mooringsOwnEndIsTheFirst() {
        Cluster start = threeClasses(new Crown());

        assertThat(Explorer.explore(start).ends().get(0).toString())
                .isEqualTo(start.settle().toString());
    }

    @Test
    void aChoiceBetweenEqualsIsARaceToo() {
        Exploration exploration = Explorer.explore(threeClasses(new Chooser()));

        assertThat(exploration.ends()).extracting(ExplorerTest::crowned).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void withoutARaceThereIsOneEnd() {
        Exploration exploration = Explorer.explore(threeClasses(new Counter()));

        assertThat(exploration.ends()).hasSize(1);
        assertThat(exploration.isComplete()).isTrue();
    }

    @Test
    void saysWhenItStoppedAtTheLimit() {
        Exploration exploration = Explorer.explore(threeClasses(new Crown()), 1);

        assertThat(exploration.isComplete()).isFalse();
        assertThat(exploration.worldsSeen()).isEqualTo(1);
        assertThatThrownBy(() -> Explorer.explore(threeClasses(new Crown()), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Cluster threeClasses(Controller controller) {
        Cluster cluster = Cluster.empty(Controllers.of(controller));
        for (String name : List.of("a", "b", "c")) {
            cluster = cluster.create(StorageClass.builder()
                            .metadata(ObjectMeta.builder().name(name).build())
                            .provisioner("csi.example.com")
                            .build())
                    .orThrow();
        }
        return cluster;
    }

    private static String crowned(Cluster cluster) {
        return cluster.list(StorageClass.KIND)
                .filter(each -> each.metadata().labels().containsKey("crown"))
                .map(each -> each.metadata().name())
                .reduce("", String::concat);
    }

    private static Write crown(Cluster world, String name) {
        StorageClass crowned = world.storageClass(name).orElseThrow();
        return new Write.Update(crowned.withMetadata(crowned.metadata().withLabels(Map.of("crown", "gold"))));
    }

    private abstract static class Simple implements Controller {
        @Override
        public String name() {
            return getClass().getSimpleName();
        }

        @Override
        public List<Wake> wakes(Change change, Cluster world) {
            return List.of(Wake.now(change.key()));
        }
    }

    /** Whoever is looked at first gets the crown. */
    private static final class Crown extends Simple {
        @Override
        public List<Write> reconcile(Cluster world, ObjectKey key) {
            return crowned(world).isEmpty() ? List.of(crown(world, key.name())) : List.of();
        }

        @Override
        public boolean keysCompete() {
            return true;
        }
    }

    /** Crowns a or c, whoever is looked at. */
    private static final class Chooser extends Simple {
        @Override
        public List<Write> reconcile(Cluster world, ObjectKey key) {
            return choices(world, key).get(0);
        }

        @Override
        public List<List<Write>> choices(Cluster world, ObjectKey key) {
            return crowned(world).isEmpty()
                    ? List.of(List.of(crown(world, "a")), List.of(crown(world, "c")))
                    : List.of(List.of());
        }
    }

    /** Tells each its own name; the order makes no difference. */
    private static final class Counter extends Simple {
        @Override
        public List<Write> reconcile(Cluster world, ObjectKey key) {
            StorageClass told = world.storageClass(key.name()).orElseThrow();
            return List.of(new Write.Update(told.withMetadata(told.metadata().withLabels(Map.of("name", key.name())))));
        }

        @Override
        public boolean keysCompete() {
            return true;
        }
    }
}
