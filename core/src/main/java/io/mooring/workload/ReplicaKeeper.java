package io.mooring.workload;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelMatcher;
import java.util.Optional;

/** What keeps up a number of equal pods: a ReplicaSet or a ReplicationController, which are one thing of two ages. */
public sealed interface ReplicaKeeper extends KubernetesObject permits ReplicaSet, ReplicationController {
    /** How many pods it wants; 1 if it does not say. */
    int wantedReplicas();

    /** Which pods are its own. */
    LabelMatcher podMatcher();

    /** What its pods are made from; empty for a ReplicationController that has none. */
    Optional<PodTemplateSpec> podTemplate();

    /** How many seconds a ready pod waits before it counts as available. */
    int minReadySeconds();

    /** What was observed of it. */
    ReplicaSetStatus status();

    /** The same with another status. */
    ReplicaKeeper withStatus(ReplicaSetStatus status);
}
