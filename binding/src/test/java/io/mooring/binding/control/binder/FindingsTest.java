package io.mooring.binding.control.binder;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.lazy;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.reclaimed;
import static io.mooring.binding.story.Given.reservedFor;
import static io.mooring.binding.story.Given.storageClass;
import static io.mooring.binding.story.Given.volume;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.Settled;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.finding.ClaimBindingFinding.BoundTo;
import io.mooring.binding.finding.ClaimBindingFinding.ClassMissing;
import io.mooring.binding.finding.ClaimBindingFinding.ConsumersNotScheduled;
import io.mooring.binding.finding.ClaimBindingFinding.FoundBy;
import io.mooring.binding.finding.ClaimBindingFinding.HostPathRefused;
import io.mooring.binding.finding.ClaimBindingFinding.Misbound;
import io.mooring.binding.finding.ClaimBindingFinding.NamedVolumeMissing;
import io.mooring.binding.finding.ClaimBindingFinding.NamedVolumeTaken;
import io.mooring.binding.finding.ClaimBindingFinding.NamedVolumeUnfit;
import io.mooring.binding.finding.ClaimBindingFinding.NoConsumer;
import io.mooring.binding.finding.ClaimBindingFinding.PluginMissing;
import io.mooring.binding.finding.ClaimBindingFinding.VolumeFound;
import io.mooring.binding.finding.HostPathRefusal;
import io.mooring.binding.finding.VolumeBindingFinding;
import io.mooring.binding.finding.VolumeBindingFinding.HeldBy;
import io.mooring.binding.finding.VolumeBindingFinding.Reserved;
import io.mooring.binding.finding.VolumeBindingFinding.ReservedAhead;
import io.mooring.binding.finding.VolumeBindingFinding.Retained;
import io.mooring.binding.finding.VolumeBindingFinding.ToBeRecycled;
import io.mooring.binding.finding.VolumeBindingFinding.Unclaimed;
import io.mooring.binding.finding.VolumeHolder;
import io.mooring.binding.match.Mismatch;
import io.mooring.binding.match.NamedVolumeRule;
import io.mooring.binding.world.Cluster;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the binder finds, with the objects and the numbers. */
class FindingsTest {

    @Test
    void aNamedVolumeIsUnfitByARuleWithBothNumbers() {
        Settled settled = Settled.with(volume("p", "1Gi", "m"), naming(claim("c", "2Gi", "m"), "p"));

        assertThat(of(settled, "c"))
                .isEqualTo(new NamedVolumeUnfit(
                        claimKey("c"),
                        volumeKey("p"),
                        NamedVolumeRule.CAPACITY,
                        new Mismatch.CapacityTooSmall(Quantity.parse("2Gi"), Quantity.parse("1Gi"))));
    }

    @Test
    void aNamedVolumeOfAnotherAttributesClassIsUnfit() {
        PersistentVolume plain = volume("plain", "1Gi", "m");
        PersistentVolume golden = volume("golden", "1Gi", "m");
        PersistentVolumeClaim forGold = naming(claim("gold", "1Gi", "m"), "plain");
        Settled settled = Settled.with(
                plain,
                golden.withSpec(golden.spec().withVolumeAttributesClassName("gold")),
                naming(claim("none", "1Gi", "m"), "golden"),
                forGold.withSpec(forGold.spec().withVolumeAttributesClassName("gold")));

        assertThat(of(settled, "none"))
                .isEqualTo(new NamedVolumeUnfit(
                        claimKey("none"),
                        volumeKey("golden"),
                        NamedVolumeRule.ATTRIBUTES_CLASS,
                        new Mismatch.AttributesClassDiffers("", "gold")));
        assertThat(of(settled, "gold"))
                .isEqualTo(new NamedVolumeUnfit(
                        claimKey("gold"),
                        volumeKey("plain"),
                        NamedVolumeRule.ATTRIBUTES_CLASS,
                        new Mismatch.AttributesClassDiffers("gold", "")));
        assertThat(settled.cluster().events())
                .filteredOn(event -> event.regarding().equals(claimKey("none")))
                .extracting(event -> event.reason() + ": " + event.message())
                .containsExactly("VolumeMismatch: Cannot bind to requested volume \"golden\": "
                        + "volumeAttributesClassName does not match");
    }

    @Test
    void aNamedVolumeWithAnEmptyAttributesClassIsOneWithout() {
        PersistentVolumeClaim empty = naming(claim("c", "1Gi", "m"), "p");
        Settled settled = Settled.with(
                volume("p", "1Gi", "m"), empty.withSpec(empty.spec().withVolumeAttributesClassName("")));

        assertThat(of(settled, "c")).isEqualTo(new BoundTo(claimKey("c"), volumeKey("p")));
    }

    @Test
    void aNamedVolumeIsMissingHeldOrReserved() {
        Settled settled = Settled.with(
                volume("held", "1Gi", "m"),
                claim("holder", "1Gi", "m"),
                reservedFor("other", volume("reserved", "1Gi", "m")),
                naming(claim("a", "1Gi", "m"), "nowhere"),
                naming(claim("b", "1Gi", "m"), "held"),
                naming(claim("c", "1Gi", "m"), "reserved"));

        assertThat(of(settled, "a")).isEqualTo(new NamedVolumeMissing(claimKey("a"), volumeKey("nowhere")));
        String uid = settled.claim("holder").metadata().uid();
        assertThat(of(settled, "b"))
                .isEqualTo(new NamedVolumeTaken(
                        claimKey("b"), volumeKey("held"), new VolumeHolder(claimKey("holder"), uid)));
        assertThat(of(settled, "c"))
                .isEqualTo(new NamedVolumeTaken(
                        claimKey("c"), volumeKey("reserved"), new VolumeHolder(claimKey("other"), "")));
    }

    @Test
    void aVolumeIsFoundByNameByReservationOrBySearch() {
        Cluster cluster = Settled.with(
                        volume("free", "1Gi", "m"),
                        volume("named", "1Gi", "m"),
                        reservedFor("b", volume("reserved", "1Gi", "m")))
                .cluster()
                .create(naming(claim("a", "1Gi", "m"), "named"))
                .orThrow()
                .create(claim("b", "1Gi", "m"))
                .orThrow()
                .create(claim("c", "1Gi", "m"))
                .orThrow();

        assertThat(of(new Settled(cluster), "a"))
                .isEqualTo(new VolumeFound(claimKey("a"), volumeKey("named"), FoundBy.NAME));
        assertThat(of(new Settled(cluster), "b"))
                .isEqualTo(new VolumeFound(claimKey("b"), volumeKey("reserved"), FoundBy.RESERVATION));
        assertThat(of(new Settled(cluster), "c"))
                .isEqualTo(new VolumeFound(claimKey("c"), volumeKey("free"), FoundBy.SEARCH));
    }

    @Test
    void aMisboundClaimKnowsWhomItsVolumeNames() {
        Settled bound = Settled.with(volume("p", "1Gi", "m"), claim("c", "1Gi", "m"));
        assertThat(of(bound, "c")).isEqualTo(new BoundTo(claimKey("c"), volumeKey("p")));

        Settled misbound = bound.changeVolume("p", volume -> reservedFor("other", volume));
        assertThat(of(misbound, "c"))
                .isEqualTo(new Misbound(claimKey("c"), volumeKey("p"), new VolumeHolder(claimKey("other"), "")));
    }

    @Test
    void aConsumerIsMissingOrNotScheduled() {
        Settled waiting = Settled.with(lazy("lazy"), claim("c", "1Gi", "lazy"));
        assertThat(of(waiting, "c")).isEqualTo(new NoConsumer(claimKey("c"), StorageClass.ref("lazy")));

        assertThat(of(waiting.and(pod("two", "c"), pod("one", "c")), "c"))
                .isEqualTo(new ConsumersNotScheduled(
                        claimKey("c"), StorageClass.ref("lazy"), List.of(podKey("one"), podKey("two"))));
    }

    @Test
    void aClassIsMissingOrHasNoPluginThatProvisions() {
        Settled settled = Settled.with(
                storageClass("rbd").withProvisioner("kubernetes.io/rbd"),
                storageClass("path").withProvisioner("kubernetes.io/host-path").withMountOptions(List.of("hard")),
                claim("a", "1Gi", "none"),
                claim("b", "1Gi", "rbd"),
                claim("c", "1Gi", "path"));

        assertThat(of(settled, "a")).isEqualTo(new ClassMissing(claimKey("a"), StorageClass.ref("none")));
        assertThat(of(settled, "b"))
                .isEqualTo(new PluginMissing(claimKey("b"), StorageClass.ref("rbd"), "kubernetes.io/rbd"));
        assertThat(of(settled, "c"))
                .isEqualTo(new HostPathRefused(
                        claimKey("c"),
                        StorageClass.ref("path"),
                        "kubernetes.io/host-path",
                        new HostPathRefusal.MountOptionsGiven(List.of("hard"))));
    }

    @Test
    void aVolumeIsFreeReservedOrHeld() {
        Settled settled = Settled.with(
                volume("free", "1Mi", "m"),
                reservedFor("later", volume("ahead", "1Gi", "m")),
                reservedFor("huge", volume("small", "1Gi", "m")),
                claim("huge", "9Gi", "m"),
                volume("held", "1Gi", "m"),
                claim("c", "1Gi", "m"));

        assertThat(ofVolume(settled, "free")).isEqualTo(new Unclaimed(volumeKey("free")));
        assertThat(ofVolume(settled, "ahead")).isEqualTo(new ReservedAhead(volumeKey("ahead"), claimKey("later")));
        assertThat(ofVolume(settled, "small")).isEqualTo(new Reserved(volumeKey("small"), claimKey("huge")));
        assertThat(ofVolume(settled, "held")).isEqualTo(new HeldBy(volumeKey("held"), claimKey("c")));
    }

    @Test
    void aReleasedVolumeKnowsItsHolderAndWhatComesNext() {
        Settled bound = Settled.with(volume("p", "1Gi", "m"), claim("c", "1Gi", "m"));
        VolumeHolder holder =
                new VolumeHolder(claimKey("c"), bound.claim("c").metadata().uid());
        Settled released = bound.deleteClaim("c");
        assertThat(ofVolume(released, "p")).isEqualTo(new Retained(volumeKey("p"), holder));

        Settled recycled = released.changeVolume("p", volume -> reclaimed(volume, ReclaimPolicy.RECYCLE));
        assertThat(ofVolume(recycled, "p")).isEqualTo(new ToBeRecycled(volumeKey("p"), holder));
    }

    private static ClaimBindingFinding of(Settled settled, String claim) {
        return ClaimFindings.of(settled.cluster(), settled.claim(claim));
    }

    private static VolumeBindingFinding ofVolume(Settled settled, String volume) {
        return VolumeFindings.of(settled.cluster(), settled.volume(volume));
    }

    private static PersistentVolumeClaim naming(PersistentVolumeClaim claim, String volume) {
        return claim.withSpec(claim.spec().withVolumeName(volume));
    }
}
