package io.mooring.binding.control.resize;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.storageClass;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Modification;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Resizer;
import io.mooring.binding.control.Resizing;
import io.mooring.binding.control.Settled;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.storage.ModifyVolumeStatus;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaimCondition;
import io.mooring.storage.VolumeAttributesClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AttributesModifierTest {
    private static final String NAME = "csi.example.com";

    @Test
    void aVolumeGetsTheAttributesThatItsClaimNames() {
        Settled modified = name(bound(ignored -> new Modification.Modified()), "gold");

        assertThat(modified.claim("c").status().currentVolumeAttributesClassName())
                .hasValue("gold");
        assertThat(modified.claim("c").status().modifyVolumeStatus()).isEmpty();
        assertThat(volume(modified).spec().volumeAttributesClassName()).hasValue("gold");
        assertThat(conditions(modified)).isEmpty();
        assertThat(modified.told(claimKey("c")))
                .contains(
                        "Normal VolumeModify: external resizer is modifying volume c with vac gold",
                        "Normal VolumeModifySuccessful: external resizer modified volume c with vac gold successfully");
    }

    @Test
    void aClassThatDoesNotExistIsWaitedFor() {
        Settled pending = name(bound(ignored -> new Modification.Modified()), "late");

        assertThat(status(pending)).hasValue("Pending");
        assertThat(pending.told(claimKey("c"))).contains("Warning VolumeModifyFailed: VAC \"late\" does not exist.");

        Settled modified = pending.and(attributesClass("late"));

        assertThat(status(modified)).isEmpty();
        assertThat(modified.claim("c").status().currentVolumeAttributesClassName())
                .hasValue("late");
    }

    @Test
    void anInfeasibleClassIsLeftForAnother() {
        Settled infeasible =
                name(bound(name -> name.equals("gold") ? new Modification.Infeasible("no such disks") : ok()), "gold");
        assertThat(status(infeasible)).hasValue("Infeasible");
        assertThat(conditions(infeasible)).containsExactly("ModifyingVolume", "ModifyVolumeError");

        Settled modified = name(infeasible, "silver");

        assertThat(status(modified)).isEmpty();
        assertThat(conditions(modified)).isEmpty();
        assertThat(volume(modified).spec().volumeAttributesClassName()).hasValue("silver");
    }

    @Test
    void whatMayBeUnderWayIsBroughtToItsEndFirst() {
        Settled unfinished =
                name(bound(name -> name.equals("gold") ? new Modification.Unfinished("timeout") : ok()), "gold");
        assertThat(unfinished.told(claimKey("c")))
                .contains("Warning VolumeModifyFailed: timeout. Still modifying to VAC gold");

        Settled other = name(unfinished, "silver");

        assertThat(status(other)).hasValue("InProgress");
        assertThat(other.claim("c").status().modifyVolumeStatus().orElseThrow().targetVolumeAttributesClassName())
                .isEqualTo("gold");
    }

    @Test
    void aFailureLeavesRoomForAnotherClass() {
        Settled failed = name(bound(name -> name.equals("gold") ? new Modification.Failed("broken") : ok()), "gold");
        assertThat(status(failed)).hasValue("InProgress");

        assertThat(volume(name(failed, "silver")).spec().volumeAttributesClassName())
                .hasValue("silver");
    }

    private static Modification ok() {
        return new Modification.Modified();
    }

    private static Settled bound(Function<String, Modification> answer) {
        Resizer resizer = new Resizer() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public Resizing resize(PersistentVolume volume, Quantity size) {
                return new Resizing.Resized(size);
            }

            @Override
            public Modification modify(PersistentVolume volume, VolumeAttributesClass attributesClass) {
                return answer.apply(attributesClass.metadata().name());
            }
        };
        return Settled.in(
                ControlPlane.DEFAULT.withProvisioners(Provisioner.instant(NAME)).withResizers(resizer),
                attributesClass("gold"),
                attributesClass("silver"),
                storageClass("fast"),
                claim("c", "1Gi", "fast"));
    }

    private static VolumeAttributesClass attributesClass(String name) {
        return VolumeAttributesClass.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .driverName(NAME)
                .parameters(Map.of("iops", "9000"))
                .build();
    }

    private static Settled name(Settled settled, String attributesClass) {
        return settled.changeClaim(
                "c", claim -> claim.withSpec(claim.spec().withVolumeAttributesClassName(attributesClass)));
    }

    private static Optional<String> status(Settled settled) {
        return settled.claim("c").status().modifyVolumeStatus().map(ModifyVolumeStatus::status);
    }

    private static PersistentVolume volume(Settled settled) {
        return settled.volume(settled.claim("c").spec().volumeName());
    }

    private static List<String> conditions(Settled settled) {
        return settled.claim("c").status().conditions().stream()
                .map(PersistentVolumeClaimCondition::type)
                .filter(type -> !type.equals("Unused"))
                .toList();
    }
}
