package io.mooring.testkit.assertj;

import io.mooring.binding.world.Answer;
import io.mooring.binding.world.Outcome;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/**
 * On the API server's answer to a call.
 *
 * <pre>{@code
 * assertThat(cluster.create(claim)).isAccepted().withoutWarnings();
 * assertThat(cluster.patch(claim, shrink)).isRefused().withCode(422).because("spec.resources.requests.storage");
 * }</pre>
 */
public final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Outcome> {
    OutcomeAssert(Outcome outcome) {
        super(outcome, OutcomeAssert.class);
    }

    /** It was done. */
    public OutcomeAssert isAccepted() {
        actual.answer().refused().ifPresent(refused -> {
            throw failure("Expecting the call to be done, but it was refused:%n%s", refused.message());
        });
        return this;
    }

    /** It was not done. */
    public OutcomeAssert isRefused() {
        refused();
        return this;
    }

    /** It was refused with this HTTP status. */
    public OutcomeAssert withCode(int code) {
        Answer.Refused refused = refused();
        if (refused.code() != code) {
            throw failure(
                    "Expecting the refusal's code to be %s, but it is %s:%n%s",
                    code, refused.code(), refused.message());
        }
        return this;
    }

    /** The message of the refusal has this in it. */
    public OutcomeAssert withMessageContaining(String part) {
        Answer.Refused refused = refused();
        if (!refused.message().contains(part)) {
            throw failure("Expecting the refusal to contain%n%s%nbut it is%n%s", part, refused.message());
        }
        return this;
    }

    /** It was refused because of this field. */
    public OutcomeAssert because(String field) {
        Answer.Refused refused = refused();
        if (refused.causes().stream()
                .noneMatch(cause -> cause.field().toString().equals(field))) {
            throw failure("Expecting %s to be the cause of the refusal, but it is%n%s", field, refused.message());
        }
        return this;
    }

    /** It was done, and the API server said nothing beside it. */
    public OutcomeAssert withoutWarnings() {
        List<String> warnings = warnings();
        if (!warnings.isEmpty()) {
            throw failure("Expecting no warnings, but there are %s", warnings);
        }
        return this;
    }

    /** It was done, with a warning that has this in it. */
    public OutcomeAssert withWarningContaining(String part) {
        List<String> warnings = warnings();
        if (warnings.stream().noneMatch(warning -> warning.contains(part))) {
            throw failure("Expecting a warning that contains%n%s%nbut there are %s", part, warnings);
        }
        return this;
    }

    /** The cluster after the call. */
    public ClusterAssert cluster() {
        return new ClusterAssert(actual.cluster());
    }

    private Answer.Refused refused() {
        return actual.answer()
                .refused()
                .orElseThrow(() -> failure("Expecting the call to be refused, but it was done"));
    }

    private List<String> warnings() {
        isAccepted();
        return ((Answer.Accepted) actual.answer()).warnings();
    }
}
