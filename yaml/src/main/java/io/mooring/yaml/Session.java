package io.mooring.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.tree.JsonNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One reading: what it found so far, and what it may still cost. */
final class Session {
    private final ManifestReader options;
    private final Limits limits;
    private final Budget budget;
    private final ProblemList problems;
    private final List<Manifest> manifests = new ArrayList<>();
    private boolean isEnough;

    Session(ManifestReader options) {
        this.options = options;
        this.limits = options.limits();
        this.budget = new Budget(limits);
        this.problems = new ProblemList(limits);
    }

    Reading reading() {
        return new Reading(manifests, problems.all());
    }

    Session yaml(String source, String text) {
        return untilEnough(() -> {
            if (isTooLong(source, text)) {
                return;
            }
            int most = options.expected().isPresent() ? 1 : limits.documents() + 1;
            List<Documents.Text> documents = Documents.of(text, most);
            for (int i = 0; i < documents.size() && !isTooMany(source, i); i++) {
                Documents.Text document = documents.get(i);
                Place place = Place.of(source, i + 1);
                document(place, () -> yamlDocument(document, place));
            }
        });
    }

    Session json(String source, String text) {
        return untilEnough(() -> {
            if (!isTooLong(source, text)) {
                jsonValues(source, text);
            }
        });
    }

    Session tree(JsonNode tree) {
        Place place = Place.of("", 1);
        return untilEnough(() ->
                document(place, () -> Optional.of(new Composed(JsonNodes.compose(tree, 1, place, budget), Set.of()))));
    }

    /** A problem with the source itself. */
    Session problem(Problem problem) {
        return untilEnough(() -> problems.add(problem));
    }

    /** True if nothing more is to be read. */
    boolean isEnough() {
        return isEnough;
    }

    private Session untilEnough(Runnable reading) {
        try {
            reading.run();
        } catch (Enough enough) {
            isEnough = true;
        }
        return this;
    }

    private boolean isTooLong(String source, String text) {
        if (text.length() <= limits.textLength()) {
            return false;
        }
        problems.add(new Problem.TooMuch(Place.of(source, 0), "textLength", limits.textLength()));
        return true;
    }

    private boolean isTooMany(String source, int documents) {
        if (documents < limits.documents()) {
            return false;
        }
        problems.add(new Problem.TooMuch(Place.of(source, 0), "documents", limits.documents()));
        return true;
    }

    private Optional<Composed> yamlDocument(Documents.Text document, Place place) {
        if (document.text().length() > limits.documentLength()) {
            Place begin = place.at(new Position(document.firstLine(), 1));
            throw new Refusal(new Problem.TooMuch(begin, "documentLength", limits.documentLength()));
        }
        return YamlComposer.compose(document, place, budget);
    }

    /** As many values as there are: each but the first is one more than a request has. */
    private void jsonValues(String source, String text) {
        try (JsonComposer values = new JsonComposer(text, budget)) {
            boolean isMore = true;
            for (int i = 0; isMore && !isTooMany(source, i); i++) {
                Place place = Place.of(source, i + 1);
                isMore = document(place, () -> values.next(place))
                        && options.expected().isEmpty();
            }
        }
    }

    /** Reads one document; says whether there was one that could be read. */
    private boolean document(Place place, Supplier<Optional<Composed>> compose) {
        int problemsBefore = problems.size();
        int manifestsBefore = manifests.size();
        try {
            Optional<Composed> composed = compose.get();
            values(composed, place, problemsBefore);
            return composed.isPresent();
        } catch (Refusal refused) {
            manifests.subList(manifestsBefore, manifests.size()).clear();
            problems.add(refused.problem());
            if (budget.isSpent()) {
                throw new Enough();
            }
            return false;
        } finally {
            problems.sortFrom(problemsBefore);
        }
    }

    private void values(Optional<Composed> composed, Place place, int problemsBefore) {
        Located root = composed.map(it -> TreeBuilder.build(it, place.about(Subjects.of(it.root())), budget, problems))
                .orElseGet(() -> Located.scalar(JsonNull.NULL, new Position(1, 1)));
        boolean isBroken = problems.size() > problemsBefore;
        new ObjectReader(options, problems, isBroken).document(root, place).forEach(manifests::add);
    }
}
