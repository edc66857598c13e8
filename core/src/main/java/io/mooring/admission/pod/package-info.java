/**
 * Pods and pod templates: each field once, with what is filled in and what is checked, in the order of {@code
 * ValidatePodSpec}.
 *
 * <pre>
 *   Pods  PodTemplates                 a pod; what pods are made from
 *     PodSpecs                         what both have; what is filled in of a pod only
 *       PodVolumes  EphemeralVolumes   volumes; claims that are made for the pod
 *       Containers                     what all containers have; those that run first, always, or are added
 *         Environment  Ports  Mounts  Resources  Handlers  Restarts
 *       SecurityContexts               of pods and of containers
 *       Affinities  Scheduling         where, when and how spread it is scheduled
 *       DeviceClaims
 *     PodStatuses                      what was observed
 *   PodWarnings                        what is said beside a pod; below it PortWarnings, SchedulingWarnings, OldProfiles
 * </pre>
 *
 * <p>Front door: {@code PodPolicy}, and for kinds that make pods {@code PodTemplates}, {@code PodSpecs.OF_TEMPLATE} and {@code
 * PodWarnings}. What a check further up knows goes down as an option: the pod ({@code PodVolumes.POD}), its volumes without
 * fault ({@code Mounts.VOLUMES}), its grace period ({@code Handlers.GRACE_PERIOD_SECONDS}). A new field is a line in the file
 * of its owner.
 *
 * <p>Not covered: what service accounts, priorities and quotas of computing add; what only Windows, kernel parameters,
 * addresses and whole pods' resources are checked for; updates of a spec but its node.
 */
@NullMarked
package io.mooring.admission.pod;

import org.jspecify.annotations.NullMarked;
