package io.mooring.binding.finding;

import io.mooring.binding.match.Mismatch;
import io.mooring.binding.match.NamedVolumeRule;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;

/** What the volume binder finds of a claim: its volume, or what keeps it from one. Models the branches of {@code syncClaim}. */
public sealed interface ClaimBindingFinding extends ClaimFinding {
    /** Answers by the case for this finding. */
    <R> R accept(Cases<R> cases);

    /** Whether the claim has its volume. */
    default boolean isBound() {
        return false;
    }

    /** The volume that is to be tied to the claim, and the claim to it. */
    default Optional<Ref<PersistentVolume>> volumeToBind() {
        return Optional.empty();
    }

    /** The provisioner that the claim's annotations are to name. */
    default Optional<String> provisionerToAsk() {
        return Optional.empty();
    }

    /** The class that the claim is to get. */
    default Optional<Ref<StorageClass>> classToAssign() {
        return Optional.empty();
    }

    /** How a volume was found. */
    enum FoundBy {
        /** The claim names it. */
        NAME,

        /** Its claimRef names the claim. */
        RESERVATION,

        /** It goes before all others that fit. */
        SEARCH
    }

    /** One case for each kind of finding. */
    interface Cases<R> {
        R boundTo(BoundTo finding);

        R nameLost(NameLost finding);

        R volumeLost(VolumeLost finding);

        R misbound(Misbound finding);

        R namedVolumeMissing(NamedVolumeMissing finding);

        R namedVolumeUnfit(NamedVolumeUnfit finding);

        R namedVolumeTaken(NamedVolumeTaken finding);

        R chosenVolumeTaken(ChosenVolumeTaken finding);

        R volumeFound(VolumeFound finding);

        R defaultClassAppeared(DefaultClassAppeared finding);

        R noClass(NoClass finding);

        R noConsumer(NoConsumer finding);

        R consumersNotScheduled(ConsumersNotScheduled finding);

        R classMissing(ClassMissing finding);

        R awaitsProvisioner(AwaitsProvisioner finding);

        R hostPathRefused(HostPathRefused finding);

        R pluginMissing(PluginMissing finding);

        R pluginCannotProvision(PluginCannotProvision finding);

        R notKnown(NotKnown finding);
    }

    /** It was bound, and its volume's claimRef is its own or empty. */
    record BoundTo(Ref<PersistentVolumeClaim> about, Ref<PersistentVolume> volume) implements ClaimBindingFinding {
        @Override
        public boolean isBound() {
            return true;
        }

        @Override
        public Optional<Ref<PersistentVolume>> volumeToBind() {
            return Optional.of(volume);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.boundTo(this);
        }
    }

    /** It was bound, and names no volume any more. */
    record NameLost(Ref<PersistentVolumeClaim> about) implements ClaimBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.nameLost(this);
        }
    }

    /** It was bound, and its volume does not exist any more. */
    record VolumeLost(Ref<PersistentVolumeClaim> about, Ref<PersistentVolume> volume) implements ClaimBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.volumeLost(this);
        }
    }

    /** It was bound, and its volume's claimRef does not name it by its uid. */
    record Misbound(Ref<PersistentVolumeClaim> about, Ref<PersistentVolume> volume, VolumeHolder holder)
            implements ClaimBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.misbound(this);
        }
    }

    /** It names a volume that does not exist. */
    record NamedVolumeMissing(Ref<PersistentVolumeClaim> about, Ref<PersistentVolume> volume)
            implements ClaimBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.namedVolumeMissing(this);
        }
    }

    /** It names a volume that is free and does not satisfy it; the first rule that speaks against it. */
    record NamedVolumeUnfit(
            Ref<PersistentVolumeClaim> about, Ref<PersistentVolume> volume, NamedVolumeRule rule, Mismatch mismatch)
            implements ClaimBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.namedVolumeUnfit(this);
        }
    }

    /** It names a volume that another claim holds, or that is reserved for another. */
    record NamedVolumeTaken(Ref<PersistentVolumeClaim> about, Ref<PersistentVolume> volume, VolumeHolder holder)
            implements ClaimBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.namedVolumeTaken(this);
        }
    }

    /** The binder once chose a volume for it that another claim holds now, or that is reserved for another. */
    record ChosenVolumeTaken(Ref<PersistentVolumeClaim> about, Ref<PersistentVolume> volume, VolumeHolder holder)
            implements ClaimBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.chosenVolumeTaken(this);
        }
    }

    /** There is a volume for it that nobody else has. */
    record VolumeFound(Ref<PersistentVolumeClaim> about, Ref<PersistentVolume> volume, FoundBy way)
            implements ClaimBindingFinding {
        @Override
        public Optional<Ref<PersistentVolume>> volumeToBind() {
            return Optional.of(volume);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.volumeFound(this);
        }
    }

    /** No volume fits, it says nothing of a class, and there is a default class. */
    record DefaultClassAppeared(Ref<PersistentVolumeClaim> about, Ref<StorageClass> storageClass)
            implements ClaimBindingFinding {
        @Override
        public Optional<Ref<StorageClass>> classToAssign() {
            return Optional.of(storageClass);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.defaultClassAppeared(this);
        }
    }

    /** No volume fits, and without a class none can be provisioned. */
    record NoClass(Ref<PersistentVolumeClaim> about) implements ClaimBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.noClass(this);
        }
    }

    /** No volume is reserved for it, its class waits for the first consumer, and no pod uses it. */
    record NoConsumer(Ref<PersistentVolumeClaim> about, Ref<StorageClass> storageClass) implements ClaimBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.noConsumer(this);
        }
    }

    /** No volume is reserved for it, its class waits for the first consumer, and no pod that uses it has a node. */
    record ConsumersNotScheduled(Ref<PersistentVolumeClaim> about, Ref<StorageClass> storageClass, List<Ref<Pod>> pods)
            implements ClaimBindingFinding {
        public ConsumersNotScheduled {
            pods = List.copyOf(pods);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.consumersNotScheduled(this);
        }
    }

    /** No volume fits, and its class does not exist. */
    record ClassMissing(Ref<PersistentVolumeClaim> about, Ref<StorageClass> storageClass)
            implements ClaimBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.classMissing(this);
        }
    }

    /** No volume fits, and an external provisioner is to make one. */
    record AwaitsProvisioner(Ref<PersistentVolumeClaim> about, Ref<StorageClass> storageClass, String provisioner)
            implements ClaimBindingFinding {
        @Override
        public Optional<String> provisionerToAsk() {
            return Optional.of(provisioner);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.awaitsProvisioner(this);
        }
    }

    /** No volume fits, and its class has the host path plugin, which makes none. */
    record HostPathRefused(
            Ref<PersistentVolumeClaim> about, Ref<StorageClass> storageClass, String plugin, HostPathRefusal refusal)
            implements ClaimBindingFinding {
        @Override
        public Optional<String> provisionerToAsk() {
            return Optional.of(plugin);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.hostPathRefused(this);
        }
    }

    /** No volume fits, and its class has a plugin that Kubernetes does not have, such as {@code kubernetes.io/no-provisioner}. */
    record PluginMissing(Ref<PersistentVolumeClaim> about, Ref<StorageClass> storageClass, String plugin)
            implements ClaimBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.pluginMissing(this);
        }
    }

    /** No volume fits, and its class has a plugin that cannot provision. */
    record PluginCannotProvision(Ref<PersistentVolumeClaim> about, Ref<StorageClass> storageClass, String plugin)
            implements ClaimBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.pluginCannotProvision(this);
        }
    }

    /** What it depends on is of a kind of which nothing is known, since the cluster was opened without it. */
    record NotKnown(Ref<PersistentVolumeClaim> about, ClaimGap gap) implements ClaimBindingFinding {
        /** One that was bound counts as that as long as nobody knows better. */
        @Override
        public boolean isBound() {
            return gap instanceof ClaimGap.ItsVolume;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notKnown(this);
        }
    }
}
