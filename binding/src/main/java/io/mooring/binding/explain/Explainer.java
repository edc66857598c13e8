package io.mooring.binding.explain;

import io.mooring.binding.control.volume.VolumeAnnotations;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.match.Evaluation;
import io.mooring.binding.match.Search;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Event;
import io.mooring.meta.Ref;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import java.util.List;
import java.util.Optional;

/** Tells why claims wait. Looks at a settled cluster; in another one it tells how things stand so far. */
public final class Explainer {
    private Explainer() {}

    /** Every claim that has no volume, by namespace and name. */
    public static List<ClaimExplanation> waiting(Cluster world) {
        return world.list(PersistentVolumeClaim.KIND)
                .filter(claim -> !claim.status().phase().equals(Optional.of(ClaimPhase.BOUND)))
                .map(claim -> explain(world, claim))
                .toList();
    }

    /**
     * One claim.
     *
     * @throws IllegalArgumentException if there is no such claim
     */
    public static ClaimExplanation explain(Cluster world, String namespace, String name) {
        return world.claim(namespace, name)
                .map(claim -> explain(world, claim))
                .orElseThrow(() -> new IllegalArgumentException("no claim " + namespace + "/" + name));
    }

    private static ClaimExplanation explain(Cluster world, PersistentVolumeClaim claim) {
        Why why = why(world, claim);
        return new ClaimExplanation(claim, why, Edits.that(world, claim, why));
    }

    private static Why why(Cluster world, PersistentVolumeClaim claim) {
        String volume = claim.spec().volumeName();
        if (claim.status().phase().equals(Optional.of(ClaimPhase.BOUND))) {
            return new Why.BoundTo(volume);
        }
        if (claim.status().phase().equals(Optional.of(ClaimPhase.LOST))) {
            return new Why.VolumeLost(volume);
        }
        if (!volume.isEmpty()) {
            return new Why.NamedVolumeDoesNotDo(volume, examined(world, claim, volume));
        }
        Optional<StorageClass> storageClass = claim.className().flatMap(world::storageClass);
        boolean waitsForConsumer = storageClass
                .flatMap(StorageClass::volumeBindingMode)
                .equals(Optional.of(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER));
        return waitsForConsumer
                ? consumerOf(world, claim, storageClass.orElseThrow())
                : volumeOf(world, claim, storageClass);
    }

    private static Why volumeOf(Cluster world, PersistentVolumeClaim claim, Optional<StorageClass> storageClass) {
        List<Evaluation> volumes = examined(world, claim);
        return storageClass
                .map(StorageClass::provisioner)
                .filter(provisioner -> !provisioner.equals(StorageClass.NO_PROVISIONER))
                .<Why>map(provisioner -> new Why.NotProvisioned(provisioner, lastWord(world, claim), volumes))
                .orElseGet(() -> new Why.NoVolumeFits(volumes));
    }

    private static Why consumerOf(Cluster world, PersistentVolumeClaim claim, StorageClass storageClass) {
        List<Pod> pods = VolumeIndexes.PODS_BY_CLAIM.find(world, claim.ref()).toList();
        if (pods.isEmpty()) {
            return new Why.NoConsumer(storageClass.metadata().name());
        }
        boolean isPlaced = pods.stream().anyMatch(pod -> pod.isPlaced());
        if (isPlaced || claim.metadata().annotations().containsKey(VolumeAnnotations.SELECTED_NODE)) {
            return volumeOf(world, claim, Optional.of(storageClass));
        }
        return new Why.ConsumerNotScheduled(
                pods.stream().map(Explainer::verdict).toList(), examined(world, claim));
    }

    private static Why.PodVerdict verdict(Pod pod) {
        String message = pod.status().conditions().stream()
                .filter(condition -> condition.type().equals("PodScheduled"))
                .map(PodCondition::message)
                .findFirst()
                .orElse("");
        return new Why.PodVerdict(pod.ref().qualifiedName(), message);
    }

    private static Optional<String> lastWord(Cluster world, PersistentVolumeClaim claim) {
        Ref<?> key = claim.ref();
        return world.events().stream()
                .filter(event -> event.regarding().equals(key))
                .reduce((earlier, later) -> later)
                .map(Event::message);
    }

    private static Optional<Evaluation> examined(Cluster world, PersistentVolumeClaim claim, String volume) {
        return examined(world, claim).stream()
                .filter(each -> each.volume().metadata().name().equals(volume))
                .findFirst();
    }

    private static List<Evaluation> examined(Cluster world, PersistentVolumeClaim claim) {
        return VolumeMatcher.evaluate(
                Search.byController(claim, VolumeBindingMode.IMMEDIATE), world.view(VolumeIndexes.POOL));
    }
}
