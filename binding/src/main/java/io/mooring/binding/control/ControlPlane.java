package io.mooring.binding.control;

import io.mooring.binding.control.attach.AttachControllers;
import io.mooring.binding.control.attach.AttachDetachController;
import io.mooring.binding.control.attributesclass.AttributesClassProtection;
import io.mooring.binding.control.binder.VolumeBinder;
import io.mooring.binding.control.daemon.DaemonSetController;
import io.mooring.binding.control.deployment.DeploymentController;
import io.mooring.binding.control.ephemeral.EphemeralVolumeController;
import io.mooring.binding.control.garbage.GarbageCollector;
import io.mooring.binding.control.job.FinishedJobs;
import io.mooring.binding.control.job.JobController;
import io.mooring.binding.control.kubelet.KubeletController;
import io.mooring.binding.control.kubelet.VolumesInUse;
import io.mooring.binding.control.namespace.NamespaceController;
import io.mooring.binding.control.protection.ClaimProtection;
import io.mooring.binding.control.protection.VolumeProtection;
import io.mooring.binding.control.provision.ProvisionControllers;
import io.mooring.binding.control.quota.QuotaController;
import io.mooring.binding.control.replicaset.ReplicaSetController;
import io.mooring.binding.control.resize.ResizeControllers;
import io.mooring.binding.control.scheduler.Scheduler;
import io.mooring.binding.control.set.StatefulSetController;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.Controllers;
import io.mooring.release.Semantics;
import java.util.ArrayList;
import java.util.List;

/**
 * The control plane's controllers with what is pluggable in them, in the one order in which they go: whoever answers a
 * single object goes before whoever makes many. Volumes are attached when all pods are where they are to be. Only the protection of claims comes after those who use them: a claim that
 * is being deleted is seen so by the scheduler and by the StatefulSet before it goes.
 *
 * <pre>{@code
 * ControlPlane plane = ControlPlane.DEFAULT.withProvisioners(Provisioner.instant("csi.example.com"));
 * Cluster empty = Cluster.empty(plane.controllers());
 * }</pre>
 *
 * @param provisioners who provisions volumes, each under its own name
 * @param resizers who enlarges and modifies volumes, each those of its own driver
 * @param attachers who attaches volumes to nodes, each those of its own driver
 * @param kubelet what the nodes make of their pods
 * @param semantics as which Kubernetes it acts, its API server included
 */
public record ControlPlane(
        List<Provisioner> provisioners,
        List<Resizer> resizers,
        List<Attacher> attachers,
        Kubelet kubelet,
        Semantics semantics) {
    /** As a plain cluster has it. */
    public static final ControlPlane DEFAULT =
            new ControlPlane(List.of(), List.of(), List.of(), Kubelet.READY_AT_ONCE, Semantics.DEFAULT);

    public ControlPlane {
        provisioners = List.copyOf(provisioners);
        resizers = List.copyOf(resizers);
        attachers = List.copyOf(attachers);
    }

    /** The same with other provisioners. */
    public ControlPlane withProvisioners(Provisioner... others) {
        return new ControlPlane(List.of(others), resizers, attachers, kubelet, semantics);
    }

    /** The same with other resizers. */
    public ControlPlane withResizers(Resizer... others) {
        return new ControlPlane(provisioners, List.of(others), attachers, kubelet, semantics);
    }

    /** The same with other attachers. */
    public ControlPlane withAttachers(Attacher... others) {
        return new ControlPlane(provisioners, resizers, List.of(others), kubelet, semantics);
    }

    /** The same with another kubelet. */
    public ControlPlane withKubelet(Kubelet other) {
        return new ControlPlane(provisioners, resizers, attachers, other, semantics);
    }

    /** The same of another Kubernetes. */
    public ControlPlane withSemantics(Semantics other) {
        return new ControlPlane(provisioners, resizers, attachers, kubelet, other);
    }

    /** The controllers in their order. */
    public Controllers controllers() {
        List<Controller<?>> all = new ArrayList<>();
        all.add(new VolumeBinder());
        all.add(new VolumeProtection());
        all.add(new AttributesClassProtection());
        all.addAll(ResizeControllers.controllers(resizers));
        all.addAll(ProvisionControllers.controllers(provisioners));
        all.addAll(AttachControllers.controllers(attachers));
        all.add(new GarbageCollector());
        all.add(new EphemeralVolumeController());
        all.add(new Scheduler());
        all.add(new KubeletController(kubelet));
        all.add(new VolumesInUse(kubelet));
        all.add(new StatefulSetController());
        all.add(ReplicaSetController.ofReplicaSets());
        all.add(ReplicaSetController.ofReplicationControllers());
        all.add(new DeploymentController());
        all.add(new DaemonSetController());
        all.add(new JobController());
        all.add(new FinishedJobs());
        all.add(new AttachDetachController());
        all.add(new ClaimProtection());
        all.add(new QuotaController());
        all.add(new NamespaceController());
        return new Controllers(all, semantics);
    }
}
