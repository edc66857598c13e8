package io.mooring.binding.explain.surroundings;

import io.mooring.binding.control.volume.WaitingClaims;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.claim.ClassMaker;
import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.FieldPath;
import java.util.List;

/** What comes of a class: who makes its volumes, when, and for whom. */
public final class ClassExplainer {
    /** More are only counted. */
    private static final int MOST_CLAIMS = 3;

    private final Cluster cluster;
    private final StorageClass storageClass;
    private final ClassMaker maker;

    private ClassExplainer(Cluster cluster, StorageClass storageClass) {
        this.cluster = cluster;
        this.storageClass = storageClass;
        this.maker = ClassMaker.of(cluster, storageClass);
    }

    /** Whether the claims that wait say it of the class already. */
    public static boolean isToldWithClaims(Cluster cluster, StorageClass storageClass) {
        return !storageClass.metadata().isBeingDeleted()
                && !new ClassExplainer(cluster, storageClass).waiting().isEmpty();
    }

    public static Explanation explain(Cluster cluster, StorageClass storageClass) {
        return new ClassExplainer(cluster, storageClass).explanation();
    }

    private Explanation explanation() {
        List<Ref<PersistentVolumeClaim>> waiting = waiting();
        List<Fact> facts = List.of(made(), binding(), users(waiting), standard());
        return waiting.isEmpty()
                ? said(Outlook.FINE, "is there.", facts)
                : said(maker.outlook(), maker.headline(), facts);
    }

    private Explanation said(Outlook outlook, String headline, List<Fact> facts) {
        return Explanation.of(storageClass.ref(), outlook, headline).withFacts(facts);
    }

    private Fact made() {
        return Fact.of(FactCode.CLASS_PROVISIONER, storageClass.ref(), FieldPath.of("provisioner"), maker.text())
                .having(storageClass.provisioner());
    }

    private Fact binding() {
        return Fact.of(
                FactCode.CLASS_BINDING,
                storageClass.ref(),
                FieldPath.of("volumeBindingMode"),
                storageClass.waitsForFirstConsumer()
                        ? "binds a claim when the first pod that uses it is scheduled (WaitForFirstConsumer)"
                        : "binds a claim at once (Immediate)");
    }

    private List<Ref<PersistentVolumeClaim>> waiting() {
        return WaitingClaims.of(List.of(storageClass.metadata().name()), cluster)
                .map(PersistentVolumeClaim::ref)
                .toList();
    }

    private Fact users(List<Ref<PersistentVolumeClaim>> waiting) {
        return Fact.of(FactCode.CLASS_USERS, storageClass.ref(), FieldPath.ROOT, usersText(waiting));
    }

    private String usersText(List<Ref<PersistentVolumeClaim>> waiting) {
        if (!cluster.isKnown(PersistentVolumeClaim.KIND)) {
            return "is used by whom is not known: " + KindText.notInTheDump(List.of(PersistentVolumeClaim.KIND));
        }
        long users = cluster.list(PersistentVolumeClaim.KIND)
                .filter(claim -> claim.className()
                        .filter(storageClass.metadata().name()::equals)
                        .isPresent())
                .count();
        if (users == 0) {
            return "is named by no claim";
        }
        String named = "is named by " + Names.counted(users, "claim");
        return waiting.isEmpty()
                ? named + ", of which none waits for a volume"
                : named + ", of which " + waiting.size() + " " + (waiting.size() == 1 ? "waits" : "wait")
                        + " for a volume: " + Names.of(waiting, MOST_CLAIMS);
    }

    /** Of several that are marked, the youngest counts. */
    private Fact standard() {
        boolean counts = StorageClass.defaultOf(cluster.list(StorageClass.KIND))
                .filter(found -> found.ref().equals(storageClass.ref()))
                .isPresent();
        String text = counts
                ? "is the default class, which claims get that leave storageClassName out"
                : storageClass.isDefault()
                        ? "is marked as the default class, and another one that is marked comes before"
                        : "is not the default class";
        return Fact.of(
                FactCode.CLASS_DEFAULT,
                storageClass.ref(),
                FieldPath.of("metadata", "annotations").key(StorageClass.DEFAULT_ANNOTATION),
                text);
    }
}
