package io.mooring.admission.set;

import io.mooring.admission.claim.ClaimWarnings;
import io.mooring.admission.pod.PodWarnings;
import io.mooring.release.Semantics;
import io.mooring.schema.Update;
import io.mooring.workload.ClaimTemplate;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.List;

/** What the API server says beside a set. Models {@code WarningsOnCreate} and its like of {@code registry/apps/statefulset}. */
final class StatefulSetWarnings {
    private StatefulSetWarnings() {}

    static List<String> of(StatefulSet created, Semantics semantics) {
        List<String> warnings = new ArrayList<>(ofTemplate(created, semantics));
        warnings.addAll(ofRest(created, "", semantics));
        return warnings;
    }

    /** Upstream warns of the pod template only where the spec changed, and names the claims' specs otherwise. */
    static List<String> of(Update<StatefulSet> update, Semantics semantics) {
        boolean changes = !update.updated().spec().equals(update.stored().spec());
        List<String> warnings = new ArrayList<>(changes ? ofTemplate(update.updated(), semantics) : List.of());
        warnings.addAll(ofRest(update.updated(), ".Spec", semantics));
        return warnings;
    }

    private static List<String> ofTemplate(StatefulSet set, Semantics semantics) {
        PodTemplateSpec template = set.spec().template();
        return PodWarnings.of(template.spec(), template.metadata(), "spec.template.", semantics);
    }

    private static List<String> ofRest(StatefulSet set, String claimPath, Semantics semantics) {
        List<String> warnings = new ArrayList<>();
        List<ClaimTemplate> templates = set.spec().volumeClaimTemplates();
        for (int i = 0; i < templates.size(); i++) {
            warnings.addAll(ClaimWarnings.of(
                    templates.get(i).spec(), "spec.volumeClaimTemplates[" + i + "]" + claimPath, semantics));
        }
        if (set.spec().revisionHistoryLimit().orElse(0) < 0) {
            warnings.add("spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0"
                    + " is recommended");
        }
        return warnings;
    }
}
