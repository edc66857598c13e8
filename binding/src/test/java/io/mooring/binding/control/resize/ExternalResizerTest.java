package io.mooring.binding.control.resize;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.storageClass;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Resizer;
import io.mooring.binding.control.Resizing;
import io.mooring.binding.control.Settled;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimCondition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ExternalResizerTest {
    private static final String NAME = "csi.example.com";
    private static final String STORAGE = "storage";

    @Test
    void withoutAResizerItIsOnlySaidThatOneIsWaitedFor() {
        Settled asked = request(bound(ControlPlane.DEFAULT), "2Gi");

        assertThat(capacity(asked)).isEqualTo("1Gi");
        assertThat(asked.told(claimKey("c")))
                .contains("Normal ExternalExpanding: waiting for an external controller to expand this PVC");
    }

    @Test
    void aResizeGoesFromTheRequestToTheStatus() {
        Settled resized = request(bound(resizing(Resizing.Resized::new)), "2Gi");

        assertThat(capacity(resized)).isEqualTo("2Gi");
        assertThat(volume(resized).spec().capacity()).containsEntry(STORAGE, Quantity.parse("2Gi"));
        assertThat(resizeConditions(resized)).isEmpty();
        assertThat(resized.claim("c").status().allocatedResources())
                .containsOnly(Map.entry(STORAGE, Quantity.parse("2Gi")));
        assertThat(resized.claim("c").status().allocatedResourceStatuses()).isEmpty();
        assertThat(resized.claim("c").metadata().annotations())
                .containsEntry("volume.kubernetes.io/node-expansion-not-required", "true");
        assertThat(resized.told(claimKey("c")))
                .contains(
                        "Normal Resizing: External resizer is resizing volume "
                                + volume(resized).metadata().name(),
                        "Normal VolumeResizeSuccessful: Resize volume succeeded");
    }

    @Test
    void theFileSystemGrowsWhenAPodRuns() {
        Settled pending = request(bound(resizing(Resizing.FileSystemPending::new)), "2Gi");

        assertThat(capacity(pending)).isEqualTo("1Gi");
        assertThat(status(pending)).isEqualTo("NodeResizePending");
        assertThat(resizeConditions(pending)).containsExactly("Resizing", "FileSystemResizePending");
        assertThat(volume(pending).metadata().annotations())
                .containsEntry("volume.alpha.kubernetes.io/pre-resize-capacity", "1Gi");

        Settled grown = pending.and(node("node-1", "8"), pod("p", "c"));

        assertThat(capacity(grown)).isEqualTo("2Gi");
        assertThat(resizeConditions(grown)).isEmpty();
        assertThat(volume(grown).metadata().annotations())
                .doesNotContainKey("volume.alpha.kubernetes.io/pre-resize-capacity");
        assertThat(grown.told(podKey("p")))
                .contains("Normal FileSystemResizeSuccessful: MountVolume.NodeExpandVolume succeeded for volume \""
                        + volume(grown).metadata().name() + "\" node-1");
    }

    @Test
    void anInfeasibleRequestIsRecoveredFromByASmallerOne() {
        Settled infeasible = request(bound(atMost("5Gi", Resizing.Infeasible::new)), "9Gi");

        assertThat(status(infeasible)).isEqualTo("ControllerResizeInfeasible");
        assertThat(resizeConditions(infeasible)).containsExactly("Resizing", "ControllerResizeError");
        assertThat(infeasible.told(claimKey("c")))
                .contains("Warning VolumeResizeFailed: resize volume \""
                        + volume(infeasible).metadata().name()
                        + "\" by resizer \"csi.example.com\" failed: too large");

        Settled recovered = request(infeasible, "4Gi");

        assertThat(capacity(recovered)).isEqualTo("4Gi");
        assertThat(status(recovered)).isEmpty();
        assertThat(resizeConditions(recovered)).isEmpty();
    }

    @Test
    void aFailureIsTriedAgainWithWhatIsAskedForByThen() {
        Settled failed = request(bound(atMost("5Gi", Resizing.Failed::new)), "9Gi");
        assertThat(status(failed)).isEqualTo("ControllerResizeInProgress");
        assertThat(resizeConditions(failed)).containsExactly("Resizing", "ControllerResizeError");

        assertThat(capacity(request(failed, "4Gi"))).isEqualTo("4Gi");
    }

    @Test
    void whatMayBeUnderWayIsBroughtToItsEndFirst() {
        Settled unfinished = request(bound(atMost("5Gi", Resizing.Unfinished::new)), "9Gi");
        Settled less = request(unfinished, "4Gi");

        assertThat(capacity(less)).isEqualTo("1Gi");
        assertThat(less.claim("c").status().allocatedResources()).containsEntry(STORAGE, Quantity.parse("9Gi"));
        assertThat(less.cluster().nextDue()).isPresent();
        assertThat(capacity(
                        new Settled(less.cluster().advance(Duration.ofHours(1)).settle())))
                .isEqualTo("1Gi");
    }

    @Test
    void aSettledFailureStaysSettled() {
        Settled infeasible = request(bound(atMost("5Gi", Resizing.Infeasible::new)), "9Gi");

        assertThat(infeasible.cluster().isSettled()).isTrue();
        assertThat(infeasible.cluster().advance(Duration.ofHours(1)).settle().isSettled())
                .isTrue();
    }

    private static ControlPlane atMost(String limit, Function<String, Resizing> refusal) {
        Quantity most = Quantity.parse(limit);
        return resizing(size -> size.compareTo(most) > 0 ? refusal.apply("too large") : new Resizing.Resized(size));
    }

    private static ControlPlane resizing(Function<Quantity, Resizing> answer) {
        return ControlPlane.DEFAULT.withResizers(new Resizer() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public Resizing resize(PersistentVolume volume, Quantity size) {
                return answer.apply(size);
            }
        });
    }

    private static Settled bound(ControlPlane controlPlane) {
        return Settled.in(
                controlPlane.withProvisioners(Provisioner.instant(NAME)),
                storageClass("fast"),
                claim("c", "1Gi", "fast"));
    }

    private static Settled request(Settled settled, String size) {
        return settled.changeClaim(
                "c",
                claim -> claim.withSpec(claim.spec()
                        .withResources(claim.spec().resources().withRequests(Map.of(STORAGE, Quantity.parse(size))))));
    }

    private static String capacity(Settled settled) {
        return Objects.toString(settled.claim("c").status().capacity().get(STORAGE), "");
    }

    private static String status(Settled settled) {
        return settled.claim("c").status().allocatedResourceStatuses().getOrDefault(STORAGE, "");
    }

    private static PersistentVolume volume(Settled settled) {
        PersistentVolumeClaim claim = settled.claim("c");
        return settled.volume(claim.spec().volumeName());
    }

    private static List<String> resizeConditions(Settled settled) {
        return settled.claim("c").status().conditions().stream()
                .map(PersistentVolumeClaimCondition::type)
                .filter(type -> !type.equals("Unused"))
                .toList();
    }
}
