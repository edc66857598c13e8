package io.mooring.binding.explain.claim;

import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.binding.control.provision.ProvisionControllers;
import io.mooring.binding.control.provision.ProvisioningObstacle;
import io.mooring.binding.control.provision.ProvisioningObstacles;
import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.control.volume.PluginHistory;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.finding.ClaimBindingFinding.AwaitsProvisioner;
import io.mooring.binding.finding.ClaimBindingFinding.ClassMissing;
import io.mooring.binding.finding.ClaimBindingFinding.HostPathRefused;
import io.mooring.binding.finding.ClaimBindingFinding.PluginCannotProvision;
import io.mooring.binding.finding.ClaimBindingFinding.PluginMissing;
import io.mooring.binding.finding.HostPathRefusal;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.names.NearMiss;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.FieldPath;
import java.util.List;
import java.util.Optional;

/** Who would make a volume for a claim, or why nobody does. */
record MakerFacts(Evidence evidence, PersistentVolumeClaim claim) {
    private static final FieldPath PROVISIONER = FieldPath.of("provisioner");
    private static final FieldPath TOPOLOGIES = FieldPath.of("allowedTopologies");

    private Cluster cluster() {
        return evidence.cluster();
    }

    Fact noClass() {
        return Fact.of(
                FactCode.CLASS_NONE,
                claim.ref(),
                CoreFacts.classField(claim),
                claim.className().isPresent()
                        ? "has storageClassName \"\", so that no default class counts and no volume is made for it"
                        : "names no class, and there is no default class, so that no volume is made for it");
    }

    Fact missing(ClassMissing finding) {
        return Fact.of(
                FactCode.CLASS_MISSING,
                finding.storageClass(),
                FieldPath.ROOT,
                "does not exist, so that no volume is made" + nearName(finding.storageClass()));
    }

    /** A name that was probably meant. */
    private String nearName(Ref<StorageClass> missing) {
        List<String> names = cluster()
                .list(StorageClass.KIND)
                .map(storageClass -> storageClass.metadata().name())
                .toList();
        return NearMiss.of(missing.name(), names)
                .map(near -> "; there is one called " + near)
                .orElse("");
    }

    Fact refused(HostPathRefused finding) {
        return provisioner(
                finding.storageClass(),
                finding.plugin(),
                "which makes no volume: " + finding.refusal().accept(HostPathText.WORDS));
    }

    /** Volumes of a class without a provisioner are made by hand; that is no fault. */
    Fact missing(PluginMissing finding) {
        return provisioner(
                finding.storageClass(),
                finding.plugin(),
                finding.plugin().equals(StorageClass.NO_PROVISIONER)
                        ? "so that its volumes are made by hand"
                        : "which " + gone(finding.plugin()));
    }

    /** Of some it is known since when, and what took their place. */
    private static String gone(String plugin) {
        return PluginHistory.ofProvisioner(plugin)
                .filter(PluginHistory::isGone)
                .map(PluginHistory::went)
                .orElse("Kubernetes does not have");
    }

    Fact incapable(PluginCannotProvision finding) {
        return provisioner(finding.storageClass(), finding.plugin(), "which makes no volumes");
    }

    Fact provisioner(Ref<StorageClass> storageClass, String name, String what) {
        return Fact.of(
                        FactCode.CLASS_PROVISIONER,
                        storageClass,
                        PROVISIONER,
                        "has the provisioner " + asNamed(storageClass, name) + ", " + what)
                .having(name);
    }

    /** A class may name the in-tree plug-in whose work a CSI driver does by now. */
    private String asNamed(Ref<StorageClass> storageClass, String name) {
        return cluster()
                .get(storageClass)
                .map(StorageClass::provisioner)
                .filter(named -> CsiMigration.driverOf(named).isPresent())
                .map(named -> named + ", whose work " + name + " does"
                        + PluginHistory.ofProvisioner(named)
                                .map(history -> " since " + history.since())
                                .orElse(" by now"))
                .orElse(name);
    }

    /** That nobody will make volumes of the class, whichever node is chosen. */
    Optional<Fact> nobody(Ref<StorageClass> storageClass) {
        return cluster()
                .get(storageClass)
                .map(found -> ClassMaker.of(cluster(), found))
                .filter(maker -> maker.outlook() == Outlook.BLOCKED)
                .map(maker -> Fact.of(FactCode.CLASS_PROVISIONER, storageClass, PROVISIONER, maker.text()));
    }

    /** Whether it runs here. */
    boolean isHere(String provisioner) {
        return ProvisionControllers.areHere(cluster(), provisioner);
    }

    /** What a CSI driver's provisioner refuses without asking the driver. */
    Optional<Fact> obstacle(AwaitsProvisioner finding) {
        return cluster()
                .get(finding.storageClass())
                .flatMap(storageClass -> ProvisioningObstacles.of(finding.provisioner(), request(storageClass)))
                .map(this::fact);
    }

    private ProvisioningRequest request(StorageClass storageClass) {
        return new ProvisioningRequest(
                "",
                claim,
                storageClass,
                claim.selectedNode().flatMap(cluster()::get),
                cluster().now(),
                cluster());
    }

    private Fact fact(ProvisioningObstacle obstacle) {
        FieldPath source = claim.spec().dataSource().isPresent()
                ? FieldPath.of("spec", "dataSource")
                : FieldPath.of("spec", "dataSourceRef");
        FieldPath attributes = FieldPath.of("spec", "volumeAttributesClassName");
        return switch (obstacle.kind()) {
            case SELECTOR ->
                Fact.of(
                        FactCode.CLAIM_SELECTOR,
                        claim.ref(),
                        FieldPath.of("spec", "selector"),
                        "has a selector, and a CSI driver's provisioner makes no volume for such a claim");
            case DATA_SOURCE ->
                Fact.of(
                        FactCode.CLAIM_DATA_SOURCE,
                        claim.ref(),
                        source,
                        "is to be filled from something that is not named rightly: " + obstacle.text());
            case DATA_SOURCE_MISSING -> missingSource(obstacle, source);
            case DATA_SOURCE_UNFIT ->
                Fact.of(
                        FactCode.CLAIM_DATA_SOURCE,
                        claim.ref(),
                        source,
                        "is to be filled from " + obstacle.about().orElseThrow() + ", which does not do: "
                                + obstacle.text());
            case ATTRIBUTES_CLASS_MISSING ->
                Fact.of(
                        FactCode.CLAIM_ATTRIBUTES_CLASS,
                        claim.ref(),
                        attributes,
                        "asks for " + obstacle.about().orElseThrow() + ", which " + absence(obstacle));
            case ATTRIBUTES_CLASS_OF_ANOTHER ->
                Fact.of(
                        FactCode.CLAIM_ATTRIBUTES_CLASS,
                        claim.ref(),
                        attributes,
                        "asks for " + obstacle.about().orElseThrow() + ", which is of another driver");
        };
    }

    private Fact missingSource(ProvisioningObstacle obstacle, FieldPath source) {
        return Fact.of(
                FactCode.CLAIM_DATA_SOURCE,
                claim.ref(),
                source,
                "is to be filled from " + obstacle.about().orElseThrow() + ", which " + absence(obstacle));
    }

    private String absence(ProvisioningObstacle obstacle) {
        ObjectKind<?> kind = obstacle.about().orElseThrow().kind();
        return cluster().isKnown(kind) ? "does not exist" : "is not known: " + KindText.notInTheDump(List.of(kind));
    }

    /** That volumes of the class can be made nowhere, or on none of the nodes. */
    Optional<Fact> nowhere(Ref<StorageClass> storageClass) {
        return cluster()
                .get(storageClass)
                .flatMap(found -> nowhere(found)
                        .map(what -> Fact.of(
                                FactCode.CLASS_TOPOLOGY,
                                storageClass,
                                TOPOLOGIES,
                                "allows volumes only where " + AllowedTopologies.text(found.allowedTopologies())
                                        + what)));
    }

    /** Whether the class can never be obeyed. */
    boolean isImpossible(Ref<StorageClass> storageClass) {
        return cluster()
                .get(storageClass)
                .filter(found -> !AllowedTopologies.canBe(found.allowedTopologies()))
                .isPresent();
    }

    private Optional<String> nowhere(StorageClass storageClass) {
        if (!AllowedTopologies.canBe(storageClass.allowedTopologies())) {
            return Optional.of(", which no node can be");
        }
        List<Node> nodes = cluster().list(Node.KIND).toList();
        boolean isSome = nodes.stream()
                .anyMatch(node -> storageClass.allows(node.metadata().labels()));
        if (nodes.isEmpty() || isSome) {
            return Optional.empty();
        }
        return Optional.of(
                nodes.size() == 1
                        ? ", and the only node is elsewhere"
                        : ", and none of the " + nodes.size() + " nodes is there");
    }

    private enum HostPathText implements HostPathRefusal.Cases<String> {
        WORDS;

        @Override
        public String dataSourceGiven(HostPathRefusal.DataSourceGiven refusal) {
            return "it cannot copy a data source";
        }

        @Override
        public String mountOptionsGiven(HostPathRefusal.MountOptionsGiven refusal) {
            return "it does not know the mount options " + String.join(", ", refusal.options()) + " of the class";
        }

        @Override
        public String switchedOff(HostPathRefusal.SwitchedOff refusal) {
            return "provisioning is switched off";
        }
    }
}
