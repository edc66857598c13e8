package io.mooring.binding.plan;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.reclaimed;
import static io.mooring.binding.story.Given.volume;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.object.Objects;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.plan.DataLoss.Verdict;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Dump;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataLossTest {
    static final Cluster USED = BestBindingTest.cluster(
                    reclaimed(volume("a", "2Gi", ""), ReclaimPolicy.DELETE),
                    claim("c", "1Gi", ""),
                    node("node-1", "8"),
                    pod("p", "c"))
            .settle();
    static final Edit KEEP = WhatIf.reclaimPolicy(volumeKey("a"), ReclaimPolicy.RETAIN);
    static final Edit DROP_CLAIM = WhatIf.delete(claimKey("c"));
    static final Edit DROP_POD = WhatIf.delete(podKey("p"));

    @Test
    void findsTheShortestWay() {
        DataLoss loss = DataLoss.of(USED, volumeKey("a"), List.of(KEEP, DROP_CLAIM, DROP_POD));

        assertThat(loss.verdict()).isEqualTo(Verdict.DELETED);
        assertThat(loss.text()).isEqualTo("""
                The data of a can be lost:
                  1. delete Pod default/p
                       Pod default/p is gone
                  2. delete PersistentVolumeClaim default/c
                       PersistentVolume a loses its data: was default/c's
                       PersistentVolumeClaim default/c is gone
                       PersistentVolume a is released: from default/c
                  Then its storage is deleted.
                """);
    }

    @Test
    void aPodHoldsTheClaim() {
        DataLoss loss = DataLoss.of(USED, volumeKey("a"), List.of(DROP_CLAIM));

        assertThat(loss.verdict()).isEqualTo(Verdict.IMPOSSIBLE);
        assertThat(loss.text())
                .isEqualTo("The data of a cannot be lost by this step (6 states looked at, which is all).\n");
    }

    /** Nobody takes away the claim's finalizer where no pods were in the dump. */
    @Test
    void isNotKnownWhereControllersStandStill() {
        Cluster idle = DROP_POD.on(USED).orThrow().settle();
        List<JsonObject> known = idle.dump().objects().stream()
                .filter(stored -> !stored.object().kind().equals(Node.KIND))
                .map(Dump.Stored::tree)
                .toList();
        Cluster partial = Cluster.open(
                idle.controllers(), Dump.of(known).given(PersistentVolume.KIND, PersistentVolumeClaim.KIND));

        assertThat(DataLoss.of(idle, volumeKey("a"), List.of(DROP_CLAIM)).verdict())
                .isEqualTo(Verdict.DELETED);
        DataLoss loss = DataLoss.of(partial, volumeKey("a"), List.of(DROP_CLAIM));
        assertThat(loss.verdict()).isEqualTo(Verdict.NOT_KNOWN);
        assertThat(loss.unknown()).contains(Pod.KIND);
        assertThat(loss.isPossible()).isFalse();
    }

    @Test
    void saysThatMoreIsToBeLookedAt() {
        DataLoss loss = DataLoss.of(USED, volumeKey("a"), List.of(KEEP, DROP_CLAIM, DROP_POD), 3);

        assertThat(loss.verdict()).isEqualTo(Verdict.NOT_FOUND);
        assertThat(loss.text())
                .isEqualTo("Not known whether the data of a can be lost by these 3 steps in any order: not in 4 states,"
                        + " and there are more.\n");
    }

    @Test
    void whatIsKeptFirstIsLostInNoOrder() {
        Cluster kept = KEEP.on(USED).orThrow().settle();

        assertThat(DataLoss.of(kept, volumeKey("a"), List.of(DROP_CLAIM, DROP_POD))
                        .verdict())
                .isEqualTo(Verdict.IMPOSSIBLE);
    }

    @Test
    void scrubbingIsALossToo() {
        Cluster recycling = BestBindingTest.cluster(
                        reclaimed(onServer(volume("a", "2Gi", "")), ReclaimPolicy.RECYCLE),
                        claim("c", "1Gi", ""),
                        node("node-1", "8"))
                .settle();

        assertThat(DataLoss.of(recycling, volumeKey("a"), List.of(DROP_CLAIM)).verdict())
                .isEqualTo(Verdict.SCRUBBED);
    }

    /** The object is kept by its policy; the one that is made anew for the same storage is not. */
    @Test
    void theStorageCountsAndNotTheObject() {
        Cluster kept = KEEP.on(USED).orThrow().settle();
        PersistentVolume again = reclaimed(volume("again", "2Gi", ""), ReclaimPolicy.DELETE)
                .withSpec(kept.volume("a")
                        .orElseThrow()
                        .spec()
                        .withClaimRef(Optional.empty())
                        .withPersistentVolumeReclaimPolicy(ReclaimPolicy.DELETE));
        Edit anew = WhatIf.create(Objects.write(again), again.ref());
        Edit other = WhatIf.create(Objects.write(claim("other", "1Gi", "")), claimKey("other"));
        Edit dropOther = WhatIf.delete(claimKey("other"));

        assertThat(DataLoss.of(kept, volumeKey("a"), List.of(anew, other, dropOther))
                        .verdict())
                .isEqualTo(Verdict.DELETED);
        assertThat(DataLoss.of(kept, volumeKey("a"), List.of(anew, other)).verdict())
                .isEqualTo(Verdict.IMPOSSIBLE);
    }

    private static PersistentVolume onServer(PersistentVolume volume) {
        return volume.withSpec(volume.spec().withSources(VolumeSource.nfs("nfs.example.com", "/a")));
    }
}
