package io.mooring.binding.explain;

import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.match.MatchRule;
import io.mooring.binding.match.Mismatch;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An explanation as lines for a person: the verdict, the reasons, what helps, and Kubernetes' own words. */
final class ExplanationText {
    /** More are not listed one by one. */
    private static final int MOST_VOLUMES = 20;

    /** More are not listed one by one. */
    private static final int MOST_PODS = 5;

    /** More nodes are only counted. */
    private static final int MOST_NODES = 3;

    private final ClaimExplanation explanation;

    private ExplanationText(ClaimExplanation explanation) {
        this.explanation = explanation;
    }

    static String of(ClaimExplanation explanation) {
        ExplanationText text = new ExplanationText(explanation);
        return Stream.of(
                        Stream.of(text.verdict()),
                        text.deletion(),
                        text.pods().map(line -> "  " + line),
                        text.mentions().map(line -> "  " + line),
                        text.volumes().map(line -> "  " + line),
                        text.advice(),
                        text.quote())
                .flatMap(lines -> lines)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private String verdict() {
        return explanation.claim().qualifiedName() + " " + explanation.finding().accept(new ClaimText(explanation));
    }

    private Stream<String> deletion() {
        return explanation.deletion().stream().map(hold -> "It is being deleted, and goes when " + release(hold) + ".");
    }

    private String release(DeletionHold hold) {
        if (!hold.pods().isEmpty()) {
            return "the pods that use it are gone: " + names(hold.pods(), MOST_PODS);
        }
        String finalizers = "these finalizers are taken off: " + String.join(", ", hold.finalizers());
        return explanation.unknown().contains(Pod.KIND)
                ? finalizers + " (" + KindText.notInTheDump(List.of(Pod.KIND)) + ": whether one uses it is not known)"
                : finalizers;
    }

    /** Not those that the verdict names. */
    private Stream<String> pods() {
        List<PodExplanation> pods =
                explanation.finding() instanceof ClaimBindingFinding.NoConsumer ? List.of() : explanation.pods();
        Stream<String> shown =
                pods.stream().limit(MOST_PODS).map(pod -> pod.pod().qualifiedName() + ": " + PodText.of(pod));
        int others = pods.size() - MOST_PODS;
        return others <= 0 ? shown : Stream.concat(shown, Stream.of("and " + others + " more pods"));
    }

    /** What speaks of the claim and makes no pod here; in a cluster it may. */
    private Stream<String> mentions() {
        List<Ref<?>> mentions = explanation.mentions();
        return mentions.isEmpty()
                ? Stream.empty()
                : Stream.of(mentions.stream()
                                .map(object -> object.kind().qualifiedName() + " " + object.name())
                                .collect(Collectors.joining(", "))
                        + (mentions.size() == 1
                                ? " speaks of it, and makes no pod here"
                                : " speak of it, and make no pod here"));
    }

    /** A line a volume, those that fail the fewest rules first. */
    private Stream<String> volumes() {
        List<VolumeExplanation> shown = explanation.volumes().stream()
                .sorted(Comparator.comparingInt(VolumeExplanation::misses))
                .limit(MOST_VOLUMES)
                .toList();
        int widest = shown.stream()
                .mapToInt(each -> each.volume().name().length())
                .max()
                .orElse(0);
        Stream<String> lines = shown.stream().map(each -> {
            String name = each.volume().name();
            return name + " ".repeat(widest - name.length()) + "   " + verdict(each);
        });
        int others = explanation.volumes().size() - shown.size();
        return others == 0 ? lines : Stream.concat(lines, Stream.of("and " + others + " more that fit no better"));
    }

    private String verdict(VolumeExplanation verdict) {
        boolean isTaken = verdict.mismatches().stream().anyMatch(ExplanationText::isTaken);
        String reasons = verdict.mismatches().stream()
                .filter(mismatch -> !(isTaken && mismatch.rule() == MatchRule.PHASE))
                .map(mismatch -> isTaken(mismatch)
                        ? verdict.finding().accept(new VolumeText(explanation.claim()))
                        : mismatch.describe())
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? verdict.reach().map(ExplanationText::reach).orElse("fits") : reasons;
    }

    private static boolean isTaken(Mismatch mismatch) {
        return mismatch.rule() == MatchRule.NOT_ANOTHER_CLAIMS;
    }

    private static String reach(VolumeExplanation.Reach reach) {
        if (reach.looked() == 0) {
            return "fits, once there is a node that reaches it";
        }
        if (reach.nodes().isEmpty()) {
            String where = reach.looked() == 1 ? "the node" : "any of the " + reach.looked() + " nodes";
            return "cannot be reached from " + where
                    + reach.unreached().map(mismatch -> wants(mismatch)).orElse("");
        }
        return reach.nodes().size() == reach.looked() ? "fits" : "fits, on " + names(reach.nodes(), MOST_NODES);
    }

    private static String wants(Mismatch.NotReachable mismatch) {
        return ": " + mismatch.affinity().error().orElseGet(() -> "it wants " + mismatch.affinity());
    }

    private static String names(List<? extends Ref<?>> refs, int most) {
        String names = refs.stream().limit(most).map(Ref::qualifiedName).collect(Collectors.joining(", "));
        return refs.size() > most ? names + " and " + (refs.size() - most) + " more" : names;
    }

    private Stream<String> advice() {
        String ways = explanation.remedies().stream()
                .map(remedy -> remedy.purpose() + (remedy.cost().isEmpty() ? "" : " (" + remedy.cost() + ")"))
                .collect(Collectors.joining("; or "));
        return ways.isEmpty() ? Stream.of() : Stream.of("To bind it: " + ways + ".");
    }

    private Stream<String> quote() {
        return explanation.quote().stream()
                .map(quote -> "Kubernetes says: " + quote.reason() + " \"" + quote.message() + "\"");
    }
}
