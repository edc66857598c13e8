package io.mooring.binding.explain.set;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A replica of a StatefulSet of which there is no pod yet: its pod, and those of its claims that are not there, are to come. */
record ReplicaToCome(StatefulSet set, long ordinal) {
    /** A set of 10,000 replicas is as long. */
    private static final int MOST = 10_000;

    /** Of every set, by namespace, name and ordinal; none where pods or claims are not known. */
    static Stream<ReplicaToCome> of(Cluster cluster) {
        if (!cluster.isKnown(Pod.KIND) || !cluster.isKnown(PersistentVolumeClaim.KIND)) {
            return Stream.empty();
        }
        return cluster.list(StatefulSet.KIND)
                .filter(set -> !set.metadata().isBeingDeleted())
                .flatMap(set -> LongStream.range(set.startOrdinal(), set.endOrdinal())
                        .limit(MOST)
                        .mapToObj(ordinal -> new ReplicaToCome(set, ordinal)))
                .filter(replica -> cluster.get(replica.pod()).isEmpty());
    }

    Ref<Pod> pod() {
        return Pod.ref(set.metadata().namespace(), set.podName(ordinal));
    }

    private Stream<Ref<PersistentVolumeClaim>> claims() {
        return set.spec().volumeClaimTemplates().stream()
                .map(template -> set.claimName(template.metadata().name(), ordinal))
                .map(name -> PersistentVolumeClaim.ref(set.metadata().namespace(), name));
    }

    /** What is to be made of it: the claims, and then the pod. */
    Stream<Ref<?>> objects(Cluster cluster) {
        return Stream.concat(claims(), Stream.of(pod()))
                .<Ref<?>>map(object -> object)
                .filter(object -> cluster.get(object).isEmpty());
    }

    /** What holds up the set holds up the replica. */
    Explanation explain(Evidence evidence, Ref<?> object) {
        Cluster cluster = evidence.cluster();
        Explanation reason = StatefulSetExplainer.explain(evidence, set);
        Outlook outlook = reason.outlook() == Outlook.FINE ? Outlook.WAITS : reason.outlook();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(FactCode.OBJECT_STANDING, set.ref(), FieldPath.ROOT, withoutFullStop(reason.headline())));
        facts.addAll(reason.facts());
        Fact chain = Fact.of(
                FactCode.SET_CHAIN,
                object,
                FieldPath.ROOT,
                "chain: " + Chain.of(cluster, set, ordinal).text());
        return Explanation.of(object, outlook, "does not exist yet: " + maker(object, cluster) + ".")
                .withFacts(facts)
                .withContext(List.of(chain))
                .withQuotes(reason.quotes());
    }

    private String maker(Ref<?> object, Cluster cluster) {
        String with = object.equals(pod()) ? "" : " for pod " + pod().name();
        String when = isInTurn(cluster) ? ", once the pods before " + pod().name() + " are ready (OrderedReady)" : "";
        return "StatefulSet " + set.metadata().name() + " makes it" + with + when;
    }

    /** Whether it waits for replicas before it. */
    private boolean isInTurn(Cluster cluster) {
        return set.isInOrder()
                && LongStream.range(set.startOrdinal(), ordinal)
                        .anyMatch(earlier -> cluster.pod(set.metadata().namespace(), set.podName(earlier))
                                .filter(Pod::isReady)
                                .isEmpty());
    }

    private static String withoutFullStop(String headline) {
        return headline.endsWith(".") ? headline.substring(0, headline.length() - 1) : headline;
    }
}
