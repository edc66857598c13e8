package io.mooring.binding.control.resize;

import io.mooring.binding.control.Resizer;
import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.volume.ClaimDraft;
import io.mooring.binding.control.volume.EventText;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Index;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttributesClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Gives the volumes of its driver the attributes of the class that their claim names. Models external-resizer's
 * {@code modifycontroller}; what that remembers in memory is read off the claim's conditions here.
 */
final class AttributesModifier implements PlaneController<Ref<PersistentVolumeClaim>> {
    private static final Watches<Ref<PersistentVolumeClaim>> WATCHES = Watches.of(
                    PersistentVolumeClaim.KIND, ClaimChanges.where(AttributesModifier::matters))
            .and(
                    VolumeAttributesClass.KIND,
                    (change, cluster) -> change.isCreation() ? awaiting(change, cluster) : List.of());

    static final String FAILED = "VolumeModifyFailed";
    static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration SLOW_RETRY = Duration.ofMinutes(5);

    /** The claims whose volumes are on their way to an attributes class, by that class. */
    private static final Index<PersistentVolumeClaim, String> AWAITING = Index.of(
            PersistentVolumeClaim.KIND,
            claim -> claim,
            claim -> claim.status().modifyVolumeStatus().isPresent()
                            && !claim.attributesClassName().isEmpty()
                    ? List.of(claim.attributesClassName())
                    : List.of());

    private final Resizer resizer;

    AttributesModifier(Resizer resizer) {
        this.resizer = resizer;
    }

    @Override
    public String name() {
        return "external-resizer " + resizer.name() + " modifier";
    }

    @Override
    public List<View<?>> views() {
        return List.of(AWAITING);
    }

    @Override
    public Watches<Ref<PersistentVolumeClaim>> watches() {
        return WATCHES;
    }

    private static List<Wake<Ref<PersistentVolumeClaim>>> awaiting(
            Change<VolumeAttributesClass> change, Cluster cluster) {
        return AWAITING.find(cluster, change.ref().name())
                .map(claim -> Wake.atResync(claim.ref()))
                .toList();
    }

    private static boolean matters(PersistentVolumeClaim before, PersistentVolumeClaim after) {
        return !before.attributesClassName().equals(after.attributesClassName())
                || after.status().modifyVolumeStatus().isEmpty();
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<PersistentVolumeClaim> item) {
        return cluster.get(item)
                .filter(PersistentVolumeClaim::isBound)
                .flatMap(claim -> claim.volume()
                        .flatMap(cluster::get)
                        .filter(volume -> volume.isOfDriver(resizer.name()))
                        .map(volume -> modify(cluster, claim, volume)))
                .orElse(List.of());
    }

    /** Models {@code modify}. */
    private List<Write> modify(Cluster cluster, PersistentVolumeClaim claim, PersistentVolume volume) {
        Optional<String> status = ModificationStatus.of(claim);
        String wanted = claim.attributesClassName();
        boolean isInProgress =
                status.filter(ModificationStatus.IN_PROGRESS::equals).isPresent();
        if (status.isEmpty()
                && wanted.equals(
                        claim.status().currentVolumeAttributesClassName().orElse(""))) {
            return List.of();
        }
        Optional<Duration> pause = pause(claim, cluster.now());
        if (pause.isPresent()) {
            return List.of(new Write.LookAgain(pause.get()));
        }
        if (wanted.isEmpty() && !isInProgress) {
            return rollBack(claim);
        }
        boolean continues = wanted.isEmpty() || (isInProgress && ModificationStatus.isUncertain(claim));
        ClaimDraft draft = new ClaimDraft(claim);
        if (continues) {
            resume(cluster, draft, volume);
        } else {
            begin(cluster, draft, volume, wanted);
        }
        return draft.writes();
    }

    /** How long an infeasible class is left alone. */
    private static Optional<Duration> pause(PersistentVolumeClaim claim, Instant now) {
        boolean isInfeasible = ModificationStatus.of(claim)
                        .filter(ModificationStatus.INFEASIBLE::equals)
                        .isPresent()
                && ModificationStatus.target(claim).equals(claim.attributesClassName());
        return isInfeasible
                ? ModificationStatus.failedAt(claim)
                        .map(failed -> Duration.between(now, failed.plus(SLOW_RETRY)))
                        .filter(rest -> !rest.isNegative() && !rest.isZero())
                : Optional.empty();
    }

    private static List<Write> rollBack(PersistentVolumeClaim claim) {
        return ModificationStatus.isModifying(claim)
                ? List.of(
                        Write.normal(claim, "VolumeModifyCanceled", "Cancelled modify."),
                        new Write.UpdateStatus(claim.withStatus(ModificationStatus.rolledBack(claim))))
                : List.of();
    }

    private void resume(Cluster cluster, ClaimDraft draft, PersistentVolume volume) {
        String target = ModificationStatus.target(draft.claim());
        Optional<VolumeAttributesClass> attributesClass = find(cluster, draft, target);
        attributesClass.ifPresent(found -> modify(draft, volume, found, cluster.now()));
    }

    /** Models {@code validateVACAndModifyVolumeWithTarget}. */
    private void begin(Cluster cluster, ClaimDraft draft, PersistentVolume volume, String wanted) {
        Optional<VolumeAttributesClass> attributesClass = find(cluster, draft, wanted);
        if (attributesClass.isEmpty()) {
            draft.status(ModificationStatus.pending(draft.claim()));
            return;
        }
        draft.status(ModificationStatus.inProgress(draft.claim(), wanted, cluster.now()));
        draft.emit(EventText.normal(
                "VolumeModify",
                "external resizer is modifying volume "
                        + draft.claim().metadata().name() + " with vac " + wanted));
        modify(draft, volume, attributesClass.get(), cluster.now());
    }

    private void modify(ClaimDraft draft, PersistentVolume volume, VolumeAttributesClass wanted, Instant now) {
        resizer.modify(volume, wanted)
                .accept(new ModificationWrites(draft, volume, wanted.metadata().name(), now));
    }

    private static Optional<VolumeAttributesClass> find(Cluster cluster, ClaimDraft draft, String name) {
        Optional<VolumeAttributesClass> found = cluster.get(VolumeAttributesClass.ref(name));
        if (found.isEmpty()) {
            draft.emit(EventText.warning(FAILED, "VAC \"" + name + "\" does not exist."));
        }
        return found;
    }
}
