/**
 * The controllers of Kubernetes' storage side, and what can be plugged into them. Each is a pure function of a cluster and one
 * item of its queue.
 *
 * <pre>
 * {@link io.mooring.binding.control.ControlPlane}    all controllers, in the order in which they go
 * {@link io.mooring.binding.control.Provisioner}     makes volumes and deletes their storage
 * {@link io.mooring.binding.control.Resizer}         enlarges volumes and gives them other attributes
 * {@link io.mooring.binding.control.Kubelet}         runs the pods that have a node
 * {@link io.mooring.binding.control.Attacher}        attaches volumes to nodes and detaches them
 * {@link io.mooring.binding.control.CronJobs}        makes the Jobs of CronJobs, on demand
 *
 * below it, not exported, a package a controller:
 * binder             claims and volumes, reclaiming
 * protection         the finalizers of volumes and claims, the condition Unused
 * attributesclass    the finalizer of classes of volume attributes
 * provision, resize  by provisioners and resizers
 * ephemeral          the claims of pods' ephemeral volumes
 * scheduler          a node for each pod, its volumes with it
 * kubelet            what the kubelet reports
 * attach             which volume is attached to which node
 * set                StatefulSets
 * replicaset         ReplicaSets and ReplicationControllers
 * deployment         Deployments
 * daemon             DaemonSets
 * job                Jobs
 * workload           what those who keep pods have in common
 * quota              the status of resource quotas
 * garbage            owners and dependents
 * volume             what several of them share
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.control.ControlPlane}. What is plugged in must be a pure function too, or the same
 * calls no longer give the same cluster.
 */
@NullMarked
package io.mooring.binding.control;

import org.jspecify.annotations.NullMarked;
