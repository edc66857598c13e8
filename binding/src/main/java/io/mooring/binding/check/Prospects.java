package io.mooring.binding.check;

import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.match.VolumePool;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which volumes there are for a claim, whatever phase they are in now: those of its class, and those that are reserved for it.
 * Claims that ask for the same are judged once, whatever size they ask for.
 */
final class Prospects {
    private final Cluster cluster;
    private final Map<String, List<PersistentVolume>> byClass;
    private final Map<ReplicaBase, List<PersistentVolume>> byReplica;
    private final Map<String, VolumePool> pools = new HashMap<>();
    private final Map<PersistentVolumeClaim, SizedProspects> judged = new HashMap<>();

    Prospects(Cluster cluster, List<PersistentVolume> volumes) {
        this.cluster = cluster;
        this.byClass = volumes.stream().collect(Collectors.groupingBy(PersistentVolume::className));
        this.byReplica = volumes.stream()
                .filter(volume -> volume.claim().flatMap(ReplicaBase::of).isPresent())
                .collect(Collectors.groupingBy(
                        volume -> volume.claim().flatMap(ReplicaBase::of).orElseThrow()));
    }

    List<PersistentVolume> volumesOfClass(String name) {
        return byClass.getOrDefault(name, List.of());
    }

    /** A claim that names no class looks among the volumes without one first, and then gets the default class. */
    Prospect of(Request request) {
        PersistentVolumeClaim claim = request.claim();
        PersistentVolumeClaim later = Inspection.withDefaultClass(cluster, claim);
        List<PersistentVolume> reserved =
                VolumeIndexes.VOLUMES_BY_CLAIM.find(cluster, claim.ref()).toList();
        Prospect unreserved = later.equals(claim) ? alike(claim) : alike(claim).and(alike(later));
        Prospect all =
                reserved.isEmpty() ? unreserved : unreserved.without(reserved).and(judged(claim, reserved));
        return request.set().map(ofSet -> all.and(reserved(claim, ofSet))).orElse(all);
    }

    /** As if the claim asked for volumes without a class. */
    Prospect withoutClass(PersistentVolumeClaim claim) {
        return alike(claim.withSpec(claim.spec().withStorageClassName("")));
    }

    private Prospect alike(PersistentVolumeClaim claim) {
        PersistentVolumeClaim anonymous = SizedProspects.ofAnySize(PersistentVolumeClaim.builder()
                .spec(claim.spec().withStorageClassName(claim.className()).withVolumeName(""))
                .build());
        return judged.computeIfAbsent(
                        anonymous,
                        each -> SizedProspects.of(each, pool(each.className().orElse(""))))
                .of(claim.requestedStorage());
    }

    private VolumePool pool(String className) {
        return pools.computeIfAbsent(className, name -> VolumePool.of(volumesOfClass(name)));
    }

    /** Those that are reserved for a claim of the set by its name. */
    private Prospect reserved(PersistentVolumeClaim first, Request.OfSet ofSet) {
        return byReplica.getOrDefault(ofSet.base(), List.of()).stream()
                .filter(volume -> volume.claim().filter(ofSet::isOneOf).isPresent())
                .map(volume -> judged(ofSet.claim(first, volume.claim().orElseThrow()), List.of(volume)))
                .map(each -> new Prospect(each.fitting(), List.of(), each.shortByUnit()))
                .reduce(Prospect.NONE, Prospect::and);
    }

    private static Prospect judged(PersistentVolumeClaim claim, List<PersistentVolume> volumes) {
        return SizedProspects.of(claim, VolumePool.of(volumes)).of(claim.requestedStorage());
    }
}
