package io.mooring.release;

import java.util.List;
import java.util.Optional;

/** What one release of Kubernetes does and another does not: a row each, named by what a user sees. */
public enum Behaviour {
    /** A rolling update of a StatefulSet may take several pods at once, and says how many. */
    STATEFUL_SET_MAX_UNAVAILABLE(
            "MaxUnavailableStatefulSet",
            "spec.updateStrategy.rollingUpdate.maxUnavailable of a StatefulSet is 1 where it is not given, and a rolling"
                    + " update counts the pods that are unavailable; without it the field is dropped, and pods are"
                    + " replaced one at a time.",
            Evidence.RECORD,
            "kubernetes/kubernetes#133153 (v1.35.0 on), #137926 (v1.35.4 off), #139466 (v1.37.0 on)",
            on("1.35.0"),
            off("1.35.4"),
            on("1.37.0")),
    /** A CSIDriver can say that its pods may run on no node where it is not installed. */
    CSI_DRIVER_MAY_BE_REQUIRED_ON_NODE(
            "VolumeLimitScaling",
            "spec.preventPodSchedulingIfMissing of a CSIDriver keeps pods with its volumes off nodes whose CSINode does not"
                    + " name it; without it such pods go to any node.",
            Evidence.SOURCE,
            "kubernetes/kubernetes#135012 (v1.35.0 off), #140612 (v1.37.0 on)",
            on("1.37.0")),
    /** A pod says in which zone and region it runs. */
    POD_HAS_TOPOLOGY_OF_ITS_NODE(
            "PodTopologyLabelsAdmission",
            "A pod that gets a node gets the node's labels topology.kubernetes.io/zone and region, unless it has its own; without"
                    + " it the pod's labels stay as they are.",
            Evidence.RECORD,
            "kubernetes/kubernetes plugin/pkg/admission/podtopologylabels (v1.33.0 off, v1.35.0 on); KEP-4742",
            on("1.35.0")),
    /** A bound claim tells whether a pod refers to it, and since when none does. */
    CLAIM_TELLS_WHETHER_IT_IS_USED(
            "PersistentVolumeClaimUnusedSinceTime",
            "A bound claim has the condition Unused: True with the time since when no pod refers to it, or False; without it"
                    + " there is no such condition.",
            Evidence.RECORD,
            "kubernetes/kubernetes#137862 (v1.36.0 off), #139620, #140833 (v1.37.0 on); KEP-5541",
            on("1.37.0")),
    /** What upstream declares in the types themselves is refused in declared order, after what is checked by hand. */
    DECLARED_CHECKS_ANSWER(
            "DeclarativeValidationBeta",
            "What is wrong with the provisioner and the immutable fields of a StorageClass is told after everything else,"
                    + " and a changed field prints null; without it each is told in its place and prints the new value.",
            Evidence.RECORD,
            "kubernetes/enhancements KEP-5073 (v1.36.0 on)",
            on("1.36.0"));

    /** What a row rests on. */
    public enum Evidence {
        /** Answers of a control plane that tell both sides apart. */
        RECORD,
        /** Upstream's sources and notes alone. */
        SOURCE
    }

    /**
     * From a release on it is so, until the next switch.
     *
     * @param release the first one
     * @param isOn whether it has the behaviour
     */
    public record Switch(Release release, boolean isOn) {}

    private final String gate;
    private final String sees;
    private final Evidence evidence;
    private final String source;

    @SuppressWarnings("ImmutableEnumChecker") // A copy that nobody can change.
    private final List<Switch> switches;

    Behaviour(String gate, String sees, Evidence evidence, String source, Switch... switches) {
        this.gate = gate;
        this.sees = sees;
        this.evidence = evidence;
        this.source = source;
        this.switches = List.of(switches);
    }

    private static Switch on(String release) {
        return new Switch(Release.parse(release), true);
    }

    private static Switch off(String release) {
        return new Switch(Release.parse(release), false);
    }

    /** Upstream's feature gate; empty if it cannot be switched there. */
    public Optional<String> gate() {
        return gate.isEmpty() ? Optional.empty() : Optional.of(gate);
    }

    /** What a user sees of it, in a sentence. */
    public String sees() {
        return sees;
    }

    /** What the row rests on. */
    public Evidence evidence() {
        return evidence;
    }

    /** Where upstream made the difference. */
    public String source() {
        return source;
    }

    /** When it came and went, in order; before the first it was the other way round, and without any it is off. */
    public List<Switch> switches() {
        return switches;
    }

    /** Whether the release has it, unless somebody switched the gate. */
    public boolean isIn(Release release) {
        boolean isIn = !switches.isEmpty() && !switches.get(0).isOn();
        for (Switch each : switches) {
            if (release.isAtLeast(each.release())) {
                isIn = each.isOn();
            }
        }
        return isIn;
    }
}
