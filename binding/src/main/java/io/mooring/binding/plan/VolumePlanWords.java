package io.mooring.binding.plan;

import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.explain.words.Names;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A {@link VolumePlan} in lines for a person. */
record VolumePlanWords(VolumePlan plan, Words words) {
    /** How many lines of a kind there are at most, and how many names in one. */
    private static final int MOST = 20;

    private static final int MOST_NAMES = 5;

    static String of(VolumePlan plan) {
        VolumePlanWords written = new VolumePlanWords(plan, new Words());
        written.write();
        return written.words().text();
    }

    private void write() {
        if (plan.unknown().contains(PersistentVolume.KIND) || plan.unknown().contains(PersistentVolumeClaim.KIND)) {
            words.line("Not known: " + KindText.notInTheDump(plan.unknown()) + ".");
            return;
        }
        words.line(verdict());
        words.table(plan.groups().stream().limit(MOST).map(VolumePlanWords::row).toList());
        if (plan.groups().size() > MOST) {
            words.line("  and " + (plan.groups().size() - MOST) + " sorts more");
        }
        reservations();
        if (!plan.served().isEmpty()) {
            words.line(Names.counted(plan.served().size(), "claim")
                    + (plan.served().size() == 1 ? " gets" : " get") + " what is there already.");
        }
        if (!plan.provisioned().isEmpty()) {
            words.line(Names.counted(plan.provisioned().size(), "claim")
                    + (plan.provisioned().size() == 1
                            ? " is left to its provisioner: "
                            : " are left to their provisioners: ")
                    + Names.of(plan.provisioned(), MOST_NAMES));
        }
        plan.unservable()
                .forEach(each ->
                        words.line("No new volume serves " + each.claim().qualifiedName() + ": the claim "
                                + each.reason().words() + "."));
        refusals();
        if (!plan.unknown().isEmpty()) {
            words.line("Not known: " + KindText.notInTheDump(plan.unknown()) + ".");
        }
    }

    private String verdict() {
        if (plan.groups().isEmpty()) {
            return "No volume has to be made.";
        }
        int spares = plan.groups().stream().mapToInt(VolumeGroup::spares).sum();
        return Names.counted(plan.count(), "volume") + (plan.count() == 1 ? " is" : " are") + " to be made, "
                + plan.capacity() + " in all" + (spares == 0 ? "" : ", " + spares + " of them spare") + ":";
    }

    private static List<String> row(VolumeGroup group) {
        List<String> what = new ArrayList<>();
        what.add(group.className().isEmpty() ? "without a class" : "of class " + group.className());
        what.add(group.accessModes().stream().map(AccessMode::value).collect(Collectors.joining(", ")));
        if (group.volumeMode().equals(VolumeMode.BLOCK)) {
            what.add("volumeMode Block");
        }
        if (!group.attributesClass().isEmpty()) {
            what.add("attributes class " + group.attributesClass());
        }
        if (!group.labels().isEmpty()) {
            what.add("labels "
                    + group.labels().entrySet().stream()
                            .map(Map.Entry::toString)
                            .collect(Collectors.joining(", ")));
        }
        return List.of(
                group.count() + " of " + group.capacity(),
                String.join("; ", what),
                "for " + Names.of(group.claims(), MOST_NAMES));
    }

    private void reservations() {
        int left = plan.leftOpen().size();
        if (left > 0) {
            words.line("Each has to be reserved for its claim: without that, Kubernetes' own order leaves "
                    + Names.counted(left, "claim") + " without a volume (it was tried): "
                    + Names.of(plan.leftOpen(), MOST_NAMES));
            plan.reservations().stream().limit(MOST).forEach(edit -> words.line("  " + edit.purpose()));
            if (plan.reservations().size() > MOST) {
                words.line("  and " + (plan.reservations().size() - MOST) + " more");
            }
        } else if (!plan.groups().isEmpty()) {
            words.line(
                    "They need not be reserved: Kubernetes' own order leaves no claim without a volume (it was tried).");
        }
        if (!plan.awaitingPods().isEmpty()) {
            words.line(Names.counted(plan.awaitingPods().size(), "claim")
                    + (plan.awaitingPods().size() == 1
                            ? " gets its volume when a pod uses it: "
                            : " get their volumes when pods use them: ")
                    + Names.of(plan.awaitingPods(), MOST_NAMES));
        }
    }

    private void refusals() {
        plan.shortages()
                .forEach(each -> words.line("Quota " + each.quota().qualifiedName() + " is too small: "
                        + each.resource() + " is at most " + each.hard() + ", and " + each.wanted() + " is wanted."));
        if (!plan.refused().isEmpty()) {
            words.line("The API server will not take "
                    + Names.counted(plan.refused().size(), "claim") + ", for which no volume"
                    + " is planned: "
                    + Names.of(
                            plan.refused().stream()
                                    .map(VolumePlan.Refused::claim)
                                    .toList(),
                            MOST_NAMES));
        }
        plan.refused().stream()
                .map(VolumePlan.Refused::message)
                .distinct()
                .limit(MOST_NAMES)
                .forEach(message -> words.line("  " + message));
    }
}
