package io.mooring.binding.finding;

import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.util.List;

/** How far the enlarging of a claim's volume is, as external-resizer and the kubelet see it. */
public sealed interface ResizeFinding extends ClaimFinding {
    /** Answers by the case for this finding. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of finding. */
    interface Cases<R> {
        R requested(Requested finding);

        R atController(AtController finding);

        R failing(Failing finding);

        R infeasible(Infeasible finding);

        R awaitingNode(AwaitingNode finding);

        R atNode(AtNode finding);

        R nodeInfeasible(NodeInfeasible finding);

        R notKnown(NotKnown finding);
    }

    /** The claim asks for more than it has, and nobody has begun. */
    record Requested(
            Ref<PersistentVolumeClaim> about, Ref<PersistentVolume> volume, Quantity requested, Quantity actual)
            implements ResizeFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.requested(this);
        }
    }

    /** The driver's resizer is at it. */
    record AtController(
            Ref<PersistentVolumeClaim> about, Ref<PersistentVolume> volume, Quantity target, Quantity actual)
            implements ResizeFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.atController(this);
        }
    }

    /** The driver failed to enlarge the volume; the resizer tries again what the claim asks for by then. */
    record Failing(
            Ref<PersistentVolumeClaim> about,
            Ref<PersistentVolume> volume,
            Quantity target,
            Quantity actual,
            String message)
            implements ResizeFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.failing(this);
        }
    }

    /** The driver can never give the volume this size; the claim has to ask for another. */
    record Infeasible(
            Ref<PersistentVolumeClaim> about,
            Ref<PersistentVolume> volume,
            Quantity target,
            Quantity actual,
            String message)
            implements ResizeFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.infeasible(this);
        }
    }

    /** The volume is larger already; its file system becomes so when a pod runs with it. */
    record AwaitingNode(
            Ref<PersistentVolumeClaim> about,
            Ref<PersistentVolume> volume,
            Quantity target,
            Quantity actual,
            List<Ref<Pod>> pods)
            implements ResizeFinding {
        public AwaitingNode {
            pods = List.copyOf(pods);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.awaitingNode(this);
        }
    }

    /** The kubelet is at it. */
    record AtNode(Ref<PersistentVolumeClaim> about, Ref<PersistentVolume> volume, Quantity target, Quantity actual)
            implements ResizeFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.atNode(this);
        }
    }

    /** The kubelet can never give the file system this size. */
    record NodeInfeasible(
            Ref<PersistentVolumeClaim> about, Ref<PersistentVolume> volume, Quantity target, Quantity actual)
            implements ResizeFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.nodeInfeasible(this);
        }
    }

    /** Whether anybody goes on is not known, since the cluster was opened without objects of the kind. */
    record NotKnown(
            Ref<PersistentVolumeClaim> about,
            Ref<PersistentVolume> volume,
            Quantity target,
            Quantity actual,
            ObjectKind<?> kind)
            implements ResizeFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notKnown(this);
        }
    }
}
