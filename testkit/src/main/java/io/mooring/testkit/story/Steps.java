package io.mooring.testkit.story;

import io.mooring.binding.world.Cluster;
import io.mooring.testkit.choice.Choices;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/**
 * The steps that random stories are made of, each drawn from what there is. The simplest come first.
 *
 * <pre>{@code
 * Stories.any().of(Steps.NEW_NODE, Steps.NEW_CLASS, Steps.NEW_SET, Steps.SCALE, Steps.SETTLE);
 * }</pre>
 */
public enum Steps implements StepSource {
    /** The controllers act. */
    SETTLE(There::unsettled, (there, choices) -> new Step.Settle()),

    /** A class that is not there. */
    NEW_CLASS(There::missingClasses, Creations::storageClass),
    /** A node that is not there. */
    NEW_NODE(There::missingNodes, Creations::node),
    /** A claim, often one that a free volume fits, or nearly. */
    NEW_CLAIM(There::roomForClaims, Creations::claim),
    /** A volume, often one that fits a waiting claim, or nearly; or that is kept for one. */
    NEW_VOLUME(There::roomForVolumes, Creations::volume),
    /** A StatefulSet with claims of its own. */
    NEW_SET(There::roomForSets, Creations::set),
    /** A pod that uses claims. */
    NEW_POD(There::roomForPods, Creations::pod),
    /** A Deployment, Job or its like, whose pods share claims. */
    NEW_WORKLOAD(There::roomForWorkloads, Creations::workload),
    /** A class of volume attributes that is not there. */
    NEW_ATTRIBUTES_CLASS(There::missingAttributes, Creations::attributesClass),
    /** A ResourceQuota or a LimitRange. */
    NEW_LIMIT(There::roomForLimits, Creations::limit),
    /** What is known of the driver: how its volumes are attached, how many there can be. */
    NEW_DRIVER(There::roomForDrivers, Creations::driver),
    /** A CronJob's Job, on demand. */
    NEW_RUN(There::cronJobs, Creations::run),
    /** A claim, a pod or a workload in one of two namespaces that are made for it. */
    NEW_IN_NAMESPACE(There::roomInNamespace, Creations::inNamespace),
    /** The name of something that is there. */
    TAKEN_NAME(There::some, Creations::again),

    /** Fewer or more replicas, none too. */
    SCALE(There::scalable, Changes::scale),
    /** A claim asks for more, or nearly as much as before. */
    GROW_CLAIM(There::boundClaims, Changes::grow),
    /** A claim asks for less, which is mostly refused. */
    SHRINK_CLAIM(There::fewBoundClaims, Changes::shrink),
    /** A claim gets another class, which is mostly refused. */
    OTHER_CLASS(There::fewClaims, Changes::className),
    /** A volume is given free, as people do with Released ones. */
    CLEAR_CLAIM_REF(There::heldVolumes, Changes::clearClaimRef),
    /** A volume is kept for whoever has its claim's name now. */
    CLEAR_CLAIM_UID(There::fewHeldVolumes, Changes::clearClaimUid),
    /** What becomes of a volume when its claim goes. */
    RECLAIM_POLICY(There::fewVolumes, Changes::reclaimPolicy),
    /** What becomes of a set's claims. */
    RETENTION(There::fewSets, Changes::retention),
    /** A set, Deployment or its like is rolled out anew. */
    TEMPLATE(There::fewTemplates, Changes::template),
    /** A claim forgets that it was bound. */
    FORGET_BINDING(There::fewBoundClaims, Changes::forgetBinding),
    /** A claim asks for other attributes. */
    OTHER_ATTRIBUTES(There::claimsOfAttributes, Changes::attributes),
    /** Other labels of a pod, a node or a volume. */
    LABELS(There::fewLabelled, Changes::labels),
    /** Somebody holds a claim, a volume or a pod by a finalizer, or lets it go; sometimes what they read is old. */
    HOLD(There::fewHoldable, Changes::hold),

    /** In use or not. */
    DELETE_CLAIM(There::claims, Deletions::claim),
    /** In use or not; those of sets and Deployments come back. */
    DELETE_POD(There::pods, Deletions::pod),
    /** With or without what belongs to it. */
    DELETE_WORKLOAD(There::workloads, Deletions::workload),
    /** Bound or not. */
    DELETE_VOLUME(There::fewVolumes, Deletions::volume),
    /** With pods on it or not. */
    DELETE_NODE(There::spareNodes, Deletions::node),
    /** Named by claims or not. */
    DELETE_CLASS(There::spareClasses, Deletions::storageClass),
    /** What a quota, a driver or the like says is said no more. */
    DELETE_RULE(There::rules, Deletions::rule),
    /** With all that is in it. */
    DELETE_NAMESPACE(There::ownNamespaces, Deletions::namespace),

    /** A node takes no new pods, or takes them again. */
    CORDON(There::fewNodes, Mishaps::cordon),
    /** A node gets a taint, or loses it. */
    TAINT(There::fewNodes, Mishaps::taint),
    /** A kubelet is silent, or answers again. */
    SILENT_NODE(There::fewNodes, Mishaps::silence),
    /** A pod succeeds or fails. */
    POD_ENDS(There::runningPods, Mishaps::podEnds),
    /** Time passes, often until somebody waits no longer. */
    TIME(There::waiting, Mishaps::time);

    @SuppressWarnings("ImmutableEnumChecker") // It keeps nothing.
    private final ToIntFunction<There> weight;

    @SuppressWarnings("ImmutableEnumChecker") // It keeps nothing.
    private final BiFunction<There, Choices, Step> drawn;

    Steps(ToIntFunction<There> weight, BiFunction<There, Choices, Step> drawn) {
        this.weight = weight;
        this.drawn = drawn;
    }

    @Override
    public int weight(Cluster cluster) {
        return weight.applyAsInt(new There(cluster));
    }

    @Override
    public Step draw(Cluster cluster, Choices choices) {
        return drawn.apply(new There(cluster), choices);
    }
}
