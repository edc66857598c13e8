package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.storage.StorageClass;
import org.junit.jupiter.api.Test;

class UidNamesTest {
    private static final Ref<StorageClass> FAST = StorageClass.ref("fast");
    private static final String ASKED = "pvc-{uid:StorageClass//fast}";

    private final UidNames uids = new UidNames();

    @Test
    void theUidOfWhatIsGoneIsKnownStill() {
        Cluster cluster = seen(withClass(Cluster.empty(Controllers.NONE)));
        Cluster gone = cluster.delete(FAST).orThrow();
        assertThat(uids.fill(ASKED, gone)).isEqualTo("pvc-" + uid(cluster));
    }

    @Test
    void theOneThatIsThereGoesBeforeTheOneThatWas() {
        Cluster first = seen(withClass(Cluster.empty(Controllers.NONE)));
        Cluster second = seen(withClass(first.delete(FAST).orThrow()));
        assertThat(uid(second)).isNotEqualTo(uid(first));
        assertThat(uids.fill(ASKED, second)).isEqualTo("pvc-" + uid(second));
        assertThat(uids.hide(uid(second))).isEqualTo("uid(StorageClass//fast#2)");
    }

    @Test
    void aNameThatNobodyHadStaysAsItIs() {
        assertThat(uids.fill(ASKED, Cluster.empty(Controllers.NONE))).isEqualTo(ASKED);
    }

    private Cluster seen(Cluster cluster) {
        uids.see(cluster);
        return cluster;
    }

    private static Cluster withClass(Cluster cluster) {
        StorageClass fast = StorageClass.builder()
                .metadata(ObjectMeta.builder().name("fast").build())
                .provisioner("csi.example.com")
                .build();
        return cluster.create(fast).orThrow();
    }

    private static String uid(Cluster cluster) {
        return cluster.get(FAST).orElseThrow().metadata().uid();
    }
}
