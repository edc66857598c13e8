package io.mooring.admission;

import io.mooring.admission.policy.Refusals;
import io.mooring.meta.ObjectKind;
import io.mooring.names.GoText;
import io.mooring.schema.FirstOfMany;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Strict decoding and its refusals. Models the API server's strict field validation over {@code sigs.k8s.io/json}: text
 * that a type cannot parse ends the decoding at once; else the first value of a wrong type is reported; else every field
 * that is unknown or there twice.
 */
final class StrictDecoding {
    /** sigs.k8s.io/json stops collecting there. */
    private static final int STRICT_ERRORS_KEPT = 100;

    /** What strict decoding calls a problem; those that end the decoding are told in other words. */
    private static final DecodingProblem.Visitor<String> STRICT_NAMES = new DecodingProblem.Visitor<>() {
        @Override
        public String unknownField(DecodingProblem.UnknownField problem) {
            return "unknown field ";
        }

        @Override
        public String duplicateField(DecodingProblem.DuplicateField problem) {
            return "duplicate field ";
        }

        @Override
        public String wrongType(DecodingProblem.WrongType problem) {
            throw new IllegalStateException("told otherwise: " + problem);
        }

        @Override
        public String badText(DecodingProblem.BadText problem) {
            throw new IllegalStateException("told otherwise: " + problem);
        }
    };

    private StrictDecoding() {}

    /** The refusal of what could not be read cleanly. */
    static Verdict.Refused refusal(ObjectKind<?> kind, List<DecodingProblem> problems) {
        String message = kind.name() + " in version \"" + kind.version() + "\" cannot be handled as a " + kind.name()
                + ": " + reason(problems);
        FirstOfMany<DecodingProblem> told = new FirstOfMany<>(StrictDecoding::text);
        problems.forEach(told::add);
        List<Cause> causes = Refusals.causes(told.list().stream().map(StrictDecoding::cause), told.leftOut());
        return new Verdict.Refused(400, "BadRequest", message, causes);
    }

    private static String text(DecodingProblem problem) {
        return problem.message() + problem.advice().orElse("");
    }

    private static String reason(List<DecodingProblem> problems) {
        return problems.stream()
                .filter(DecodingProblem.BadText.class::isInstance)
                .findFirst()
                .map(problem -> ((DecodingProblem.BadText) problem).reason())
                .or(() -> problems.stream()
                        .filter(DecodingProblem::isFatal)
                        .findFirst()
                        .map(DecodingProblem::message))
                .orElseGet(() -> strict(problems));
    }

    private static String strict(List<DecodingProblem> problems) {
        return problems.stream()
                .map(problem -> problem.accept(STRICT_NAMES)
                        + GoText.quoted(problem.path().toString()))
                .distinct()
                .limit(STRICT_ERRORS_KEPT)
                .collect(Collectors.joining(", ", "strict decoding error: ", ""));
    }

    private static Cause cause(DecodingProblem problem) {
        FieldPath path = problem.path();
        return new Cause(path, CauseKind.UNREADABLE, Optional.empty(), problem.message(), problem.advice());
    }
}
