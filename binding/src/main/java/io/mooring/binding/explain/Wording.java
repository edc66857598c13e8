package io.mooring.binding.explain;

import io.mooring.binding.match.Evaluation;
import io.mooring.binding.match.Mismatch;
import io.mooring.meta.LabelMatcher;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumePhase;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An explanation as lines for a person. */
final class Wording {
    /** More are not listed one by one. */
    private static final int MOST_VOLUMES = 20;

    private Wording() {}

    static String of(ClaimExplanation explanation) {
        return Stream.of(
                        Stream.of(explanation.ref().qualifiedName() + " " + reason(explanation.why())),
                        details(explanation.why()).map(line -> "  " + line),
                        advice(explanation))
                .flatMap(lines -> lines)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String reason(Why why) {
        if (why instanceof Why.BoundTo bound) {
            return "is bound to " + bound.volume() + ".";
        }
        if (why instanceof Why.NoVolumeFits none) {
            return none.volumes().isEmpty() ? "waits: there is no volume." : "waits: no volume fits.";
        }
        if (why instanceof Why.NamedVolumeDoesNotDo named) {
            return "waits for " + named.volume() + ", which it names: "
                    + named.examined().map(Wording::mismatches).orElse("there is no such volume") + ".";
        }
        if (why instanceof Why.NoConsumer consumer) {
            return "waits for a pod that uses it: class \"" + consumer.className()
                    + "\" binds when the first one is scheduled.";
        }
        if (why instanceof Why.ConsumerNotScheduled) {
            return "waits for a pod that uses it to be scheduled.";
        }
        if (why instanceof Why.NotProvisioned provisioned) {
            return "waits for " + provisioned.provisioner() + " to make a volume."
                    + provisioned
                            .lastWord()
                            .map(word -> " Its last word: " + word)
                            .orElse("");
        }
        return "is lost: its volume " + ((Why.VolumeLost) why).volume() + " is gone.";
    }

    private static Stream<String> details(Why why) {
        if (why instanceof Why.NoVolumeFits none) {
            return lines(none.volumes());
        }
        if (why instanceof Why.ConsumerNotScheduled waiting) {
            Stream<String> pods = waiting.pods().stream()
                    .map(pod -> pod.pod() + ": "
                            + (pod.message().isEmpty() ? "the scheduler has not looked at it" : pod.message()));
            return Stream.concat(pods, lines(waiting.volumes()));
        }
        if (why instanceof Why.NotProvisioned provisioned) {
            return lines(provisioned.volumes());
        }
        return Stream.of();
    }

    /** A line a volume, those that fail the fewest rules first. */
    private static Stream<String> lines(List<Evaluation> volumes) {
        List<Evaluation> shown = volumes.stream()
                .sorted(Comparator.comparingInt(each -> each.mismatches().size()))
                .limit(MOST_VOLUMES)
                .toList();
        int widest = shown.stream()
                .mapToInt(each -> each.volume().metadata().name().length())
                .max()
                .orElse(0);
        Stream<String> lines = shown.stream().map(each -> {
            String name = each.volume().metadata().name();
            return name + " ".repeat(widest - name.length()) + "   " + mismatches(each);
        });
        int others = volumes.size() - shown.size();
        return others == 0 ? lines : Stream.concat(lines, Stream.of("and " + others + " more that fit no better"));
    }

    private static String mismatches(Evaluation examined) {
        boolean isTaken = examined.mismatches().stream().anyMatch(Mismatch.TakenBy.class::isInstance);
        String reasons = examined.mismatches().stream()
                .filter(mismatch -> !(isTaken && mismatch instanceof Mismatch.NotAvailable))
                .map(mismatch -> mismatch(examined, mismatch))
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? "fits" : reasons;
    }

    private static String mismatch(Evaluation examined, Mismatch mismatch) {
        if (!(mismatch instanceof Mismatch.TakenBy taken)) {
            return mismatch.describe();
        }
        String claim = taken.claim().namespace() + "/" + taken.claim().name();
        boolean isReleased = examined.volume().status().phase().equals(Optional.of(VolumePhase.RELEASED));
        return isReleased
                ? "Released by " + claim + " (it serves nobody until its claimRef is cleared)"
                : "taken by " + claim + " (a volume serves one claim, whatever its size and modes)";
    }

    private static Stream<String> advice(ClaimExplanation explanation) {
        List<String> ways = Stream.concat(
                        explanation.edits().stream().map(Edit::purpose),
                        further(explanation.claim(), explanation.why()).stream())
                .toList();
        return ways.isEmpty() ? Stream.of() : Stream.of("To bind it: " + String.join("; or ", ways) + ".");
    }

    private static Optional<String> further(PersistentVolumeClaim claim, Why why) {
        if (why instanceof Why.NoVolumeFits) {
            return Optional.of("add a volume " + wanted(claim));
        }
        if (why instanceof Why.NamedVolumeDoesNotDo named && named.examined().isEmpty()) {
            return Optional.of("add a volume named " + named.volume() + " " + wanted(claim));
        }
        if (why instanceof Why.NoConsumer) {
            return Optional.of("create a pod that uses it");
        }
        return Optional.empty();
    }

    /** What a volume must have to serve the claim: {@code of class "manual" with at least 1Gi and ReadWriteOnce}. */
    private static String wanted(PersistentVolumeClaim claim) {
        String className = claim.className().orElse("");
        String modes =
                claim.spec().accessModes().stream().map(AccessMode::value).collect(Collectors.joining(", "));
        String size = Optional.ofNullable(claim.spec().resources().requests().get("storage"))
                .map(quantity -> "at least " + quantity)
                .orElse("any size");
        String block = claim.spec().volumeMode().equals(Optional.of(VolumeMode.BLOCK)) ? ", volumeMode Block" : "";
        String labels = claim.spec()
                .selector()
                .map(selector -> ", labels that match " + LabelMatcher.of(selector))
                .orElse("");
        return (className.isEmpty() ? "without a class" : "of class \"" + className + "\"") + " with " + size + " and "
                + modes + block + labels;
    }
}
