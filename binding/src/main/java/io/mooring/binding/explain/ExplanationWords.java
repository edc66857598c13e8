package io.mooring.binding.explain;

import io.mooring.meta.Ref;
import io.mooring.names.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An explanation as lines for a person. */
final class ExplanationWords {
    private final Explanation explanation;
    private final SaidBefore said;
    private final List<String> lines = new ArrayList<>();

    private ExplanationWords(Explanation explanation, SaidBefore said) {
        this.explanation = explanation;
        this.said = said;
    }

    static String of(Explanation explanation) {
        return of(explanation, new SaidBefore());
    }

    /** What helps, and what Kubernetes says, is not told again where it was told of another object before. */
    static String of(Explanation explanation, SaidBefore said) {
        ExplanationWords words = new ExplanationWords(explanation, said);
        words.verdict();
        words.facts();
        words.candidates();
        words.context();
        words.fixes();
        words.quotes();
        return words.lines.stream().map(line -> Visible.of(line) + "\n").collect(Collectors.joining());
    }

    private void verdict() {
        lines.add(explanation.about().qualifiedName() + " " + explanation.headline());
    }

    /** Numbered where the conclusion refers to their numbers. */
    private void facts() {
        int number = 1;
        for (Fact fact : explanation.facts()) {
            String start = explanation.conclusion().isPresent() ? number + ". " : "";
            lines.add("  " + start + subject(fact) + fact.text());
            number++;
        }
        explanation.conclusion().ifPresent(sentence -> lines.add("  " + sentence));
    }

    /** Who it is, where it is not the object that the explanation is about. */
    private String subject(Fact fact) {
        Ref<?> object = fact.object();
        return object.equals(explanation.about()) ? "" : object.kind().name() + " " + object.qualifiedName() + " ";
    }

    private void candidates() {
        int widest = explanation.candidates().stream()
                .mapToInt(candidate -> candidate.object().qualifiedName().length())
                .max()
                .orElse(0);
        for (Candidate candidate : explanation.candidates()) {
            String name = candidate.object().qualifiedName();
            lines.add("  " + name + " ".repeat(widest - name.length()) + "   " + candidate.text());
        }
        for (CandidateGroup group : explanation.others()) {
            lines.add("  and " + group.count() + " more: " + group.text());
        }
    }

    private void context() {
        explanation.context().forEach(fact -> lines.add("  " + subject(fact) + fact.text()));
    }

    private void fixes() {
        List<Fix> fixes = explanation.fixes();
        if (fixes.isEmpty()) {
            return;
        }
        List<String> ways = fixes.stream().map(ExplanationWords::way).toList();
        Optional<Ref<?>> told = said.before(ways, explanation.about());
        if (told.isPresent()) {
            lines.add("The same helps as for " + told.get().qualifiedName() + " (it was tried here too).");
            return;
        }
        lines.add(
                fixes.size() == 1
                        ? "This helps (it was tried; nobody else loses anything):"
                        : "Any one of these helps (each was tried; nobody else loses anything):");
        ways.forEach(way -> lines.add("  " + way));
    }

    private static String way(Fix fix) {
        return fix.purpose() + (fix.warnings().isEmpty() ? "" : " (" + String.join("; ", fix.warnings()) + ")");
    }

    private void quotes() {
        explanation.quotes().forEach(this::quote);
    }

    private void quote(Quote quote) {
        String words = quote.reason() + " \"" + quote.message() + "\"";
        lines.add(said.before(List.of(words), explanation.about())
                .map(told -> "Kubernetes says the same as of " + told.qualifiedName() + ": " + quote.reason())
                .orElse("Kubernetes says: " + words));
    }
}
