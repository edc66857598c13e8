package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explore.Explorer;
import io.mooring.binding.plan.DataLoss;
import io.mooring.binding.plan.WhatIf;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.VolumeResourceRequirements;
import io.mooring.storage.VolumeSource;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a search allocates goes by what changes in it, and not by the texts of the objects that stand by. */
class ExploringAllocationTest {
    private static final int BYSTANDERS = 2_000;
    private static final int RACERS = 4;

    /** A whole text of each cluster that is seen would be hundreds of times as much. */
    private static final int AT_MOST = 2;

    /** In each state it is asked of every volume whether it has the storage. */
    private static final int AT_MOST_WALKING = 6;

    @Test
    void everyOrderOfARaceAmongBystanders() {
        explored(race(0));

        assertThat(explored(race(BYSTANDERS))).isLessThan(AT_MOST * explored(race(0)));
    }

    @Test
    void everyOrderOfStepsThatMayLoseAVolumeAmongBystanders() {
        searched(race(0).settle());

        assertThat(searched(race(BYSTANDERS).settle())).isLessThan(AT_MOST_WALKING * searched(race(0).settle()));
    }

    private static long explored(Cluster cluster) {
        return allocated(() -> assertThat(Explorer.explore(cluster).ends()).hasSize(24));
    }

    private static long searched(Cluster cluster) {
        List<Edit> steps = List.of(
                WhatIf.delete(PersistentVolumeClaim.ref("default", "c0")),
                WhatIf.delete(PersistentVolumeClaim.ref("default", "c1")),
                WhatIf.delete(PersistentVolumeClaim.ref("default", "c2")));
        return allocated(() -> assertThat(
                        DataLoss.of(cluster, PersistentVolume.ref("v0"), steps).verdict())
                .isEqualTo(DataLoss.Verdict.IMPOSSIBLE));
    }

    private static long allocated(Runnable work) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        work.run();
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    /** As many claims as volumes, each claim may get each; the bystanders are of another class. */
    private static Cluster race(int bystanders) {
        Cluster cluster = Cluster.empty(ControlPlane.DEFAULT.controllers());
        for (int number = 0; number < bystanders; number++) {
            cluster = cluster.create(volume("other" + number, "other")).orThrow();
        }
        cluster = cluster.settle();
        for (int number = 0; number < RACERS; number++) {
            cluster = cluster.create(claim("c" + number)).orThrow();
        }
        for (int number = 0; number < RACERS; number++) {
            cluster = cluster.create(volume("v" + number, "manual")).orThrow();
        }
        return cluster;
    }

    private static PersistentVolume volume(String name, String className) {
        return PersistentVolume.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .spec(PersistentVolumeSpec.builder()
                        .putCapacity("storage", Quantity.parse("1Gi"))
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .storageClassName(className)
                        .addSources(VolumeSource.csi("csi.example.com", name))
                        .build())
                .build();
    }

    private static PersistentVolumeClaim claim(String name) {
        return PersistentVolumeClaim.builder()
                .metadata(ObjectMeta.builder().namespace("default").name(name).build())
                .spec(PersistentVolumeClaimSpec.builder()
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .storageClassName("manual")
                        .resources(VolumeResourceRequirements.builder()
                                .putRequests("storage", Quantity.parse("1Gi"))
                                .build())
                        .build())
                .build();
    }
}
