package io.mooring.binding.check;

import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.tree.FieldPath;
import io.mooring.workload.ClaimVolumeSource;
import io.mooring.workload.Container;
import io.mooring.workload.Deployment;
import io.mooring.workload.EphemeralClaimTemplate;
import io.mooring.workload.EphemeralVolumeSource;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pods of one kind: a pod that nobody keeps, or what pods are made from.
 *
 * @param holder whose it is
 * @param at where the pods' spec stands in the holder
 * @param most how many of these pods there are to be at once
 * @param templates the names of the claim templates, whose claims go before volumes of these names
 */
record PodPlan(Ref<?> holder, FieldPath at, PodSpec spec, Crowd most, Set<String> templates) {

    /** A container, and where it stands. */
    record Place(Container container, FieldPath at) {}

    /** A volume, and where it stands. */
    record VolumePlace(PodVolume volume, FieldPath at) {}

    /** All containers that are there from the start, with those that go first. */
    List<Place> containers() {
        List<Place> places = new ArrayList<>();
        add(places, spec.initContainers(), "initContainers");
        add(places, spec.containers(), "containers");
        return places;
    }

    private void add(List<Place> places, List<Container> containers, String field) {
        for (int i = 0; i < containers.size(); i++) {
            places.add(new Place(containers.get(i), at.child(field).index(i)));
        }
    }

    /** Its volumes, but for those in whose place there is a claim of a template. */
    Stream<VolumePlace> volumes() {
        return IntStream.range(0, spec.volumes().size())
                .mapToObj(i -> new VolumePlace(
                        spec.volumes().get(i), at.child("volumes").index(i)))
                .filter(place -> !templates.contains(place.volume().name()));
    }

    /** What its volume of this name asks for, if it is one with a claim that is known. */
    Optional<PersistentVolumeClaimSpec> claimSpec(Inspection world, String volume) {
        return world.requestsOf(holder).stream()
                .filter(request -> request.set()
                        .filter(ofSet -> ofSet.template().equals(volume))
                        .isPresent())
                .map(request -> request.claim().spec())
                .findFirst()
                .or(() -> volumes()
                        .map(VolumePlace::volume)
                        .filter(each -> each.name().equals(volume))
                        .findFirst()
                        .flatMap(each -> claimSpec(world, each)));
    }

    private Optional<PersistentVolumeClaimSpec> claimSpec(Inspection world, PodVolume volume) {
        return claim(volume)
                .flatMap(world.cluster()::get)
                .map(PersistentVolumeClaim::spec)
                .or(() -> volume.ephemeral()
                        .flatMap(EphemeralVolumeSource::volumeClaimTemplate)
                        .map(EphemeralClaimTemplate::spec));
    }

    /** The Deployment, if its pods are a Deployment's. */
    Optional<Deployment> deployment(Inspection world) {
        return world.cluster().get(holder).filter(Deployment.class::isInstance).map(Deployment.class::cast);
    }

    /** The claims that its volumes name. */
    Stream<Ref<PersistentVolumeClaim>> claims() {
        return volumes().flatMap(place -> claim(place.volume()).stream());
    }

    /** The claim that the volume names. */
    Optional<Ref<PersistentVolumeClaim>> claim(PodVolume volume) {
        return volume.persistentVolumeClaim()
                .map(ClaimVolumeSource::claimName)
                .map(name -> PersistentVolumeClaim.ref(holder.namespace(), name));
    }
}
