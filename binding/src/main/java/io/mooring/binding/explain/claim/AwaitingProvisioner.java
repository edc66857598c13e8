package io.mooring.binding.explain.claim;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.finding.ClaimBindingFinding.AwaitsProvisioner;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said of a claim whose volume somebody has to make. */
record AwaitingProvisioner(ClaimPhrases phrases) {
    private PersistentVolumeClaim claim() {
        return phrases.claim();
    }

    Explanation of(AwaitsProvisioner finding) {
        Nearest nearest = phrases.surveyed().nearest();
        return provisioning(finding).withCandidates(nearest.candidates(), nearest.others());
    }

    private Explanation provisioning(AwaitsProvisioner finding) {
        MakerFacts makers = phrases.makers();
        String name = finding.provisioner();
        Ref<StorageClass> storageClass = finding.storageClass();
        List<Fact> obstacles = Stream.concat(makers.nowhere(storageClass).stream(), makers.obstacle(finding).stream())
                .toList();
        Optional<Explanation> never = phrases.neverMade(storageClass);
        if (never.isPresent()) {
            return never.get();
        }
        boolean wasRefused =
                new Quotes(phrases.evidence(), claim()).lastWarning(name).isPresent();
        if (wasRefused || (!obstacles.isEmpty() && !phrases.cluster().isOpened())) {
            Fact asked = makers.provisioner(storageClass, name, wasRefused ? "which refused" : "which would refuse");
            return phrases.said(Outlook.BLOCKED, ClaimPhrases.UNTIL_CHANGED + name + " makes no volume for it.")
                    .withFacts(
                            Stream.concat(obstacles.stream(), Stream.of(asked)).toList());
        }
        Optional<PersistentVolume> tooSmall = madeTooSmall();
        if (tooSmall.isPresent()) {
            return phrases.said(
                            Outlook.BLOCKED,
                            ClaimPhrases.UNTIL_CHANGED + name
                                    + " has made a volume for it that is too small, and makes no other.")
                    .withFacts(List.of(makers.provisioner(
                            storageClass,
                            name,
                            "which made " + tooSmall.get().metadata().name())));
        }
        if (makers.isHere(name)) {
            return phrases.said(Outlook.WAITS, "waits as intended for " + name + " to make a volume.")
                    .withFacts(List.of(makers.provisioner(storageClass, name, "which was asked")));
        }
        return nobodyHere(finding)
                .withContext(
                        Stream.concat(goneNode().stream(), obstacles.stream()).toList());
    }

    /** Where there is a volume of that name already, no provisioner is asked again. */
    private Optional<PersistentVolume> madeTooSmall() {
        return phrases.cluster()
                .get(claim().provisionedVolume())
                .filter(volume -> volume.isReservedFor(claim())
                        && volume.storageCapacity().compareTo(claim().requestedStorage()) < 0);
    }

    /** The provisioner takes the choice back where it runs; the scheduler does not. */
    private Optional<Fact> goneNode() {
        return claim().selectedNode()
                .filter(node -> phrases.cluster().isKnown(Node.KIND)
                        && phrases.cluster().get(node).isEmpty())
                .map(node -> Fact.of(
                                FactCode.NODE_MISSING,
                                claim().ref(),
                                FieldPath.of("metadata", "annotations")
                                        .key(PersistentVolumeClaim.SELECTED_NODE_ANNOTATION),
                                "is to get its volume for node " + node.name()
                                        + ", which does not exist: its pods wait until the provisioner, or somebody, takes"
                                        + " the annotation " + PersistentVolumeClaim.SELECTED_NODE_ANNOTATION + " off")
                        .having(node.name()));
    }

    /** In a cluster that was opened somebody may run all the same. */
    private Explanation nobodyHere(AwaitsProvisioner finding) {
        String name = finding.provisioner();
        return phrases.cluster().isOpened()
                ? phrases.said(
                                Outlook.NOT_KNOWN,
                                "waits for " + name + " to make a volume; whether " + name + " runs is not known.")
                        .withFacts(List.of(phrases.makers()
                                .provisioner(
                                        finding.storageClass(), name, "of which nothing is taken for granted here")))
                : phrases.said(
                                Outlook.BLOCKED,
                                ClaimPhrases.UNTIL_CHANGED + name
                                        + " has to make a volume, and nobody of that name runs here.")
                        .withFacts(List.of(
                                phrases.makers().provisioner(finding.storageClass(), name, "which does not run here")));
    }
}
