package io.mooring.binding.explain.resize;

import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.resize.ResizeExplainer.Step;
import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.finding.ModificationFinding;
import io.mooring.binding.finding.ModificationFinding.ClassMissing;
import io.mooring.binding.finding.ModificationFinding.Failing;
import io.mooring.binding.finding.ModificationFinding.InProgress;
import io.mooring.binding.finding.ModificationFinding.Infeasible;
import io.mooring.binding.finding.ModificationFinding.NotKnown;
import io.mooring.binding.finding.ModificationFinding.Requested;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.tree.FieldPath;
import java.util.List;
import java.util.Optional;

/** What is due of a change of attributes, and who is waited for. */
record ModificationSteps(Cluster cluster) implements ModificationFinding.Cases<Step> {
    private static final FieldPath STATUS = FieldPath.of("status", "modifyVolumeStatus");

    @Override
    public Step requested(Requested finding) {
        Optional<String> driver = cluster.get(finding.volume())
                .flatMap(volume -> volume.spec().source())
                .flatMap(Drivers::of);
        Drivers.Resizer resizer = Drivers.resizer(cluster, driver);
        return new Step(
                resizer.outlook(),
                isToGet(finding.target()),
                List.of(waitsFor(finding.volume(), "gets its attributes from " + resizer.standing())));
    }

    @Override
    public Step classMissing(ClassMissing finding) {
        return new Step(
                Outlook.BLOCKED,
                isToGet(finding.target()),
                List.of(Fact.of(
                                FactCode.MODIFICATION_CLASS_MISSING,
                                finding.about(),
                                FieldPath.of("spec", "volumeAttributesClassName"),
                                "names the VolumeAttributesClass \""
                                        + finding.target().name() + "\", which does not exist")
                        .having(finding.target().name())));
    }

    @Override
    public Step inProgress(InProgress finding) {
        return new Step(
                Outlook.WAITS,
                isToGet(finding.target()),
                List.of(waitsFor(finding.volume(), "is getting its attributes from its driver")));
    }

    @Override
    public Step failing(Failing finding) {
        return new Step(
                Outlook.BLOCKED,
                isToGet(finding.target()),
                List.of(error(finding.about(), finding.message(), "tries again after a while")));
    }

    @Override
    public Step infeasible(Infeasible finding) {
        return new Step(
                Outlook.BLOCKED,
                "cannot have the attributes of \"" + finding.target().name() + "\"",
                List.of(error(finding.about(), finding.message(), "can never do it: name another class")));
    }

    @Override
    public Step notKnown(NotKnown finding) {
        return new Step(
                Outlook.NOT_KNOWN,
                isToGet(finding.target()),
                List.of(waitsFor(
                        finding.target(),
                        "may or may not exist: " + KindText.notInTheDump(List.of(VolumeAttributesClass.KIND)))));
    }

    private static String isToGet(Ref<VolumeAttributesClass> target) {
        return "is to get the attributes of \"" + target.name() + "\"";
    }

    private static Fact waitsFor(Ref<?> object, String text) {
        return Fact.of(FactCode.MODIFICATION_WAITS_FOR, object, STATUS, text);
    }

    private static Fact error(Ref<?> claim, String message, String then) {
        return Fact.of(
                FactCode.MODIFICATION_ERROR,
                claim,
                FieldPath.of("status", "conditions"),
                "was refused by the driver: " + message + "; the resizer " + then);
    }
}
