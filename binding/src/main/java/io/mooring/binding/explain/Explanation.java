package io.mooring.binding.explain;

import io.mooring.meta.Ref;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How an object stands, why, and what helps. The parts stand in the order in which a person reads them.
 *
 * @param about which object
 * @param outlook what is to be expected
 * @param headline the rest of a sentence that begins with the object's name, with a full stop
 * @param facts those that exclude each other, or that together are the reason; as few as will do, in the order in which
 *     {@code conclusion} counts them
 * @param conclusion what follows from them, where that has to be said; refers to facts by their numbers, from 1
 * @param candidates what might have served, the nearest first, with all that each lacks
 * @param others the rest of those, counted
 * @param context what else is worth knowing: where a class came from, what another spelling would have done
 * @param fixes each by itself makes it work; the cheapest first
 * @param quotes what Kubernetes says of it, so that a search for its words leads here
 */
public record Explanation(
        Ref<?> about,
        Outlook outlook,
        String headline,
        List<Fact> facts,
        Optional<String> conclusion,
        List<Candidate> candidates,
        List<CandidateGroup> others,
        List<Fact> context,
        List<Fix> fixes,
        List<Quote> quotes) {
    public Explanation {
        facts = List.copyOf(facts);
        candidates = List.copyOf(candidates);
        others = List.copyOf(others);
        context = List.copyOf(context);
        fixes = List.copyOf(fixes);
        quotes = List.copyOf(quotes);
    }

    /** One without reasons, to be completed by {@code with...}. */
    public static Explanation of(Ref<?> about, Outlook outlook, String headline) {
        return new Explanation(
                about,
                outlook,
                headline,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same of another object, for which the same reasons hold. */
    public Explanation withAbout(Ref<?> object) {
        return new Explanation(
                object, outlook, headline, facts, conclusion, candidates, others, context, fixes, quotes);
    }

    public Explanation withOutlook(Outlook other, String sentence) {
        return new Explanation(about, other, sentence, facts, conclusion, candidates, others, context, fixes, quotes);
    }

    public Explanation withFacts(List<Fact> all) {
        return new Explanation(about, outlook, headline, all, conclusion, candidates, others, context, fixes, quotes);
    }

    public Explanation withConclusion(String sentence) {
        return new Explanation(
                about, outlook, headline, facts, Optional.of(sentence), candidates, others, context, fixes, quotes);
    }

    public Explanation withCandidates(List<Candidate> nearest, List<CandidateGroup> rest) {
        return new Explanation(about, outlook, headline, facts, conclusion, nearest, rest, context, fixes, quotes);
    }

    public Explanation withContext(List<Fact> all) {
        return new Explanation(about, outlook, headline, facts, conclusion, candidates, others, all, fixes, quotes);
    }

    public Explanation withFixes(List<Fix> all) {
        return new Explanation(about, outlook, headline, facts, conclusion, candidates, others, context, all, quotes);
    }

    public Explanation withQuotes(List<Quote> all) {
        return new Explanation(about, outlook, headline, facts, conclusion, candidates, others, context, fixes, all);
    }

    /** What is said, whoever it is said of: equal for two of one kind where each can be put for the other. */
    Object likeness() {
        return List.of(reasons(this::unnamed), candidates, others);
    }

    /** The same but for the amounts that are asked for, and for what comes near to them. */
    Object likenessOfAnySize() {
        return reasons(this::unsized);
    }

    private List<Object> reasons(Function<Fact, Object> of) {
        return List.of(
                about.kind(),
                outlook,
                headline,
                facts.stream().map(of).toList(),
                conclusion,
                context.stream().map(of).toList(),
                quotes);
    }

    private Object unnamed(Fact fact) {
        return List.of(fact.code(), holder(fact), fact.field(), fact.has(), fact.needs(), fact.text());
    }

    private Object unsized(Fact fact) {
        return switch (fact.code()) {
            case CLAIM_CAPACITY -> List.of(fact.code(), holder(fact), fact.field());
            case VOLUME_CAPACITY -> List.of(fact.code(), holder(fact), fact.field(), fact.has());
            default -> unnamed(fact);
        };
    }

    private Object holder(Fact fact) {
        return fact.object().equals(about) ? "itself" : fact.object();
    }

    /** Several lines for a person: verdict, reasons, what helps, Kubernetes' own words; ends in a newline. */
    public String text() {
        return ExplanationWords.of(this);
    }

    /** The same for a program; see {@link ExplanationTree}. */
    public JsonObject tree() {
        return ExplanationTree.of(this);
    }
}
