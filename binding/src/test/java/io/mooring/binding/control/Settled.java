package io.mooring.binding.control;

import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumePhase;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A cluster that settles after each call. */
public record Settled(Cluster cluster) {

    /** The usual one: with {@code csi.example.com} for a provisioner. */
    public static Settled with(KubernetesObject... objects) {
        return in(ControlPlane.DEFAULT.withProvisioners(Provisioner.instant("csi.example.com")), objects);
    }

    public static Settled in(ControlPlane controlPlane, KubernetesObject... objects) {
        return new Settled(Cluster.empty(controlPlane.controllers())).and(objects);
    }

    public Settled and(KubernetesObject... objects) {
        Cluster cluster = this.cluster;
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow().settle();
        }
        return new Settled(cluster);
    }

    public Settled delete(Ref<?> key) {
        return new Settled(cluster.delete(key).orThrow().settle());
    }

    public Settled deleteClaim(String name) {
        return delete(Given.claimKey(name));
    }

    public Settled changeVolume(String name, UnaryOperator<PersistentVolume> change) {
        return new Settled(cluster.update(change.apply(volume(name))).orThrow().settle());
    }

    public Settled changeClaim(String name, UnaryOperator<PersistentVolumeClaim> change) {
        return new Settled(cluster.update(change.apply(claim(name))).orThrow().settle());
    }

    public PersistentVolume volume(String name) {
        return cluster.volume(name).orElseThrow();
    }

    public PersistentVolumeClaim claim(String name) {
        return cluster.claim(Given.NAMESPACE, name).orElseThrow();
    }

    public boolean has(Ref<?> key) {
        return cluster.get(key).isPresent();
    }

    public Optional<VolumePhase> phaseOfVolume(String name) {
        return cluster.volume(name).flatMap(volume -> volume.status().phase());
    }

    public Optional<ClaimPhase> phaseOfClaim(String name) {
        return cluster.claim(Given.NAMESPACE, name)
                .flatMap(claim -> claim.status().phase());
    }

    /** What was told of the object of this kind and name: {@code Warning ClaimLost: ...}. */
    public List<String> told(Ref<?> key) {
        return cluster.events().stream()
                .filter(event -> event.regarding().equals(key))
                .map(event -> event.type() + " " + event.reason() + ": " + event.message())
                .toList();
    }
}
