package io.mooring.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a pod answers about itself. */
class PodQuestionsTest {
    private static final Pod POD = Pod.builder()
            .metadata(ObjectMeta.builder().name("web-0").build())
            .spec(PodSpec.builder()
                    .addVolumes(
                            PodVolume.builder()
                                    .name("data")
                                    .persistentVolumeClaim(ClaimVolumeSource.builder()
                                            .claimName("data-web-0")
                                            .build())
                                    .build(),
                            PodVolume.builder().name("cache").build(),
                            PodVolume.builder()
                                    .name("scratch")
                                    .ephemeral(EphemeralVolumeSource.builder().build())
                                    .build())
                    .build())
            .build();

    @Test
    void aPodHasEndedWhenItSucceededOrFailed() {
        assertThat(POD.hasEnded()).isFalse();
        assertThat(in(PodPhase.RUNNING).hasEnded()).isFalse();
        assertThat(in(PodPhase.SUCCEEDED).hasEnded()).isTrue();
        assertThat(in(PodPhase.FAILED).isTerminated()).isTrue();
    }

    @Test
    void aPodThatIsBeingDeletedIsTerminatedOnceNoContainerRuns() {
        assertThat(running(POD).isTerminated()).isFalse();
        Pod deleted = POD.withMetadata(POD.metadata().withDeletionTimestamp(Instant.EPOCH));
        assertThat(deleted.isTerminated()).isTrue();
        assertThat(running(deleted).isTerminated()).isFalse();
    }

    @Test
    void aPodNamesItsClaimsAndThoseThatAreMadeForIt() {
        assertThat(POD.claimNames()).containsExactly("data-web-0", "web-0-scratch");
        assertThat(POD.claims()).map(Ref::name).containsExactly("data-web-0", "web-0-scratch");
        assertThat(POD.usesClaims()).isTrue();
    }

    @Test
    void aPodWhoseVolumesAreOfOtherKindsUsesNoClaims() {
        Pod pod = POD.withSpec(POD.spec()
                .withVolumes(PodVolume.builder()
                        .name("cache")
                        .rest(JsonObject.of("emptyDir", JsonObject.EMPTY))
                        .build()));

        assertThat(pod.claims()).isEmpty();
        assertThat(pod.usesClaims()).isFalse();
    }

    private static Pod in(PodPhase phase) {
        return POD.withStatus(POD.status().withPhase(phase));
    }

    private static Pod running(Pod pod) {
        JsonObject container = JsonObject.of("state", JsonObject.of("running", JsonObject.EMPTY));
        return pod.withStatus(pod.status().withRest(JsonObject.of("containerStatuses", JsonArray.of(container))));
    }
}
