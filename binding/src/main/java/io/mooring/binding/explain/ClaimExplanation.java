package io.mooring.binding.explain;

import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;
import java.util.Optional;

/**
 * Why a claim stands as it does, and what would help.
 *
 * @param finding what the volume binder found, on which it acts
 * @param deletion what holds the claim, if it is being deleted
 * @param named the volume that it names or had, if there is one and it does not do
 * @param volumes whether each volume does, and why not, by name, where the claim looks for one
 * @param pods the pods that the claim waits for
 * @param mentions the objects that speak of it, where it waits for a pod: none of them makes one here, be it that it is carried along,
 *     or that it wants none
 * @param nodes how many nodes there are
 * @param unknown the kinds that matter to claims and that the cluster was opened without
 * @param remedies each binds the claim by itself and was tried; there need not be any
 * @param contradiction what its selector asks for and no volume can have, if there is such a thing
 * @param quote what Kubernetes says in an event, if it says anything
 */
public record ClaimExplanation(
        ClaimBindingFinding finding,
        Optional<DeletionHold> deletion,
        Optional<VolumeExplanation> named,
        List<VolumeExplanation> volumes,
        List<PodExplanation> pods,
        List<Ref<?>> mentions,
        int nodes,
        List<ObjectKind<?>> unknown,
        List<Remedy> remedies,
        Optional<LabelMatcher> contradiction,
        Optional<Quote> quote) {
    public ClaimExplanation {
        volumes = List.copyOf(volumes);
        pods = List.copyOf(pods);
        mentions = List.copyOf(mentions);
        unknown = List.copyOf(unknown);
        remedies = List.copyOf(remedies);
    }

    /** Which claim. */
    public Ref<PersistentVolumeClaim> claim() {
        return finding.about();
    }

    /** Several lines for a person: the reason, every volume's own reason, and what would help; ends in a newline. */
    public String text() {
        return ExplanationText.of(this);
    }
}
