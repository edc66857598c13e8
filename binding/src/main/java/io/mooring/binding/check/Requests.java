package io.mooring.binding.check;

import io.mooring.binding.claims.StatefulPodName;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.tree.FieldPath;
import io.mooring.workload.ClaimTemplate;
import io.mooring.workload.EphemeralClaimTemplate;
import io.mooring.workload.EphemeralVolumeSource;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which claims there are and will be. Claims that are as their set's template has them count as the template's. */
final class Requests {
    private final Cluster cluster;
    private final Map<ReplicaBase, List<PersistentVolumeClaim>> byBase = new HashMap<>();
    private final Set<PersistentVolumeClaim> reportedElsewhere = new HashSet<>();
    private final List<Request> requests = new ArrayList<>();

    private Requests(Cluster cluster) {
        this.cluster = cluster;
    }

    static List<Request> of(Cluster cluster, List<PodPlan> plans) {
        Requests requests = new Requests(cluster);
        requests.group();
        cluster.list(StatefulSet.KIND).forEach(requests::addTemplates);
        plans.forEach(requests::addEphemeral);
        requests.addClaims();
        return requests.requests;
    }

    private void group() {
        cluster.list(PersistentVolumeClaim.KIND)
                .forEach(claim -> ReplicaBase.of(claim.ref())
                        .ifPresent(base -> byBase.computeIfAbsent(base, each -> new ArrayList<>())
                                .add(claim)));
    }

    private void addTemplates(StatefulSet set) {
        List<ClaimTemplate> templates = set.spec().volumeClaimTemplates();
        for (int i = 0; i < templates.size(); i++) {
            FieldPath spec =
                    FieldPath.of("spec", "volumeClaimTemplates").index(i).child("spec");
            requests.add(request(set, templates.get(i), spec));
        }
    }

    private Request request(StatefulSet set, ClaimTemplate template, FieldPath spec) {
        String name = template.metadata().name();
        ReplicaBase base = new ReplicaBase(
                set.metadata().namespace(), name + "-" + set.metadata().name());
        List<PersistentVolumeClaim> made = new ArrayList<>();
        List<PersistentVolumeClaim> others = new ArrayList<>();
        for (PersistentVolumeClaim claim : byBase.getOrDefault(base, List.of())) {
            if (hasOrdinal(set, claim)) {
                (isAsIn(template, claim) ? made : others).add(claim);
            }
        }
        reportedElsewhere.addAll(made);
        PersistentVolumeClaim first = claim(
                template.metadata(),
                template.spec(),
                set.metadata().namespace(),
                base.name() + "-" + set.startOrdinal());
        return new Request(
                set.ref(), spec, withDefaultClass(first), Optional.of(new Request.OfSet(set, name, made, others)));
    }

    private static boolean hasOrdinal(StatefulSet set, PersistentVolumeClaim claim) {
        return StatefulPodName.parse(claim.metadata().name())
                .filter(name -> set.hasOrdinal(name.ordinal()))
                .isPresent();
    }

    /** What binding asks of a claim is the same; a template without a class leaves it open. */
    private static boolean isAsIn(ClaimTemplate template, PersistentVolumeClaim claim) {
        PersistentVolumeClaimSpec wanted = template.spec();
        PersistentVolumeClaimSpec has = claim.spec();
        return wanted.accessModes().equals(has.accessModes())
                && wanted.selector().equals(has.selector())
                && wanted.resources().requests().equals(has.resources().requests())
                && wanted.volumeMode().equals(has.volumeMode())
                && (wanted.storageClassName().isEmpty()
                        || wanted.storageClassName().equals(has.storageClassName()));
    }

    private void addEphemeral(PodPlan plan) {
        plan.volumes()
                .forEach(place -> place.volume()
                        .ephemeral()
                        .flatMap(EphemeralVolumeSource::volumeClaimTemplate)
                        .ifPresent(template -> addEphemeral(plan, place, template)));
    }

    private void addEphemeral(PodPlan plan, PodPlan.VolumePlace place, EphemeralClaimTemplate template) {
        String name = plan.holder().name() + "-" + place.volume().name();
        FieldPath spec =
                place.at().child("ephemeral").child("volumeClaimTemplate").child("spec");
        String namespace = plan.holder().namespace();
        PersistentVolumeClaim claim = claim(template.metadata(), template.spec(), namespace, name);
        requests.add(new Request(plan.holder(), spec, withDefaultClass(claim), Optional.empty()));
    }

    private void addClaims() {
        cluster.list(PersistentVolumeClaim.KIND)
                .filter(claim -> !claim.metadata().isBeingDeleted())
                .filter(claim -> !reportedElsewhere.contains(claim))
                .filter(claim -> claim.metadata().controller().isEmpty())
                .forEach(
                        claim -> requests.add(new Request(claim.ref(), FieldPath.of("spec"), claim, Optional.empty())));
    }

    private static PersistentVolumeClaim claim(
            ObjectMeta metadata, PersistentVolumeClaimSpec spec, String namespace, String name) {
        return PersistentVolumeClaim.builder()
                .metadata(metadata.withNamespace(namespace).withName(name))
                .spec(spec)
                .build();
    }

    /** As it will be when it is created. */
    private PersistentVolumeClaim withDefaultClass(PersistentVolumeClaim unmade) {
        return Inspection.withDefaultClass(cluster, unmade);
    }
}
