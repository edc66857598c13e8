package io.mooring.binding.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.workload.ClaimTemplate;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetOrdinals;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class VolumeClaimTemplatesLawsTest {

    @Property
    void aReplicaHasOneClaimPerTemplateAndNoTwoShareAName(
            @ForAll @IntRange(max = 20) int replicas,
            @ForAll @IntRange(max = 100) int start,
            @ForAll @Size(max = 4) Set<@AlphaChars @StringLength(min = 1, max = 3) String> templates) {
        List<ReplicaClaim> claims = VolumeClaimTemplates.claims(set(replicas, start, templates), ExistingObjects.NONE);
        assertThat(claims).hasSize(replicas * templates.size());
        assertThat(claims).extracting(ReplicaClaim::name).doesNotHaveDuplicates();
    }

    @Property
    void ordinalsRunWithoutAGap(
            @ForAll @IntRange(max = 20) int replicas,
            @ForAll @IntRange(max = 100) int start,
            @ForAll @Size(min = 1, max = 4) Set<@AlphaChars @StringLength(min = 1, max = 3) String> templates) {
        List<ReplicaClaim> claims = VolumeClaimTemplates.claims(set(replicas, start, templates), ExistingObjects.NONE);
        assertThat(claims.stream().map(ReplicaClaim::ordinal).distinct())
                .containsExactlyElementsOf(
                        LongStream.range(start, start + replicas).boxed().toList());
    }

    @Property
    void aPodUsesTheClaimsOfItsReplica(
            @ForAll @IntRange(max = 1000) int ordinal,
            @ForAll @Size(max = 4) Set<@AlphaChars @StringLength(min = 1, max = 3) String> templates) {
        StatefulSet set = set(1, 0, templates);
        assertThat(StatefulPods.create(set, ordinal, "r").spec().volumes().stream()
                        .flatMap(volume -> volume.persistentVolumeClaim().stream())
                        .map(source -> source.claimName()))
                .containsExactlyElementsOf(VolumeClaimTemplates.claims(set, ordinal, ExistingObjects.NONE).stream()
                        .map(ReplicaClaim::name)
                        .toList());
    }

    @Property
    void aPodsNameReadsBack(@ForAll @IntRange(max = Integer.MAX_VALUE) int ordinal) {
        StatefulSet set = set(1, 0, Set.of());
        assertThat(StatefulPodName.parse(set.podName(ordinal))).contains(new StatefulPodName("web", ordinal));
    }

    private static StatefulSet set(int replicas, int start, Set<String> templates) {
        StatefulSet set = VolumeClaimTemplatesTest.set(
                replicas,
                templates.stream()
                        .map(name -> VolumeClaimTemplatesTest.template(name, Map.of()))
                        .toArray(ClaimTemplate[]::new));
        return set.withSpec(set.spec()
                .withOrdinals(StatefulSetOrdinals.builder().start(start).build()));
    }
}
