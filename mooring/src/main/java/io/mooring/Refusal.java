package io.mooring;

import io.mooring.admission.Cause;
import io.mooring.admission.CauseKind;
import io.mooring.binding.world.Answer;
import io.mooring.names.Visible;
import io.mooring.yaml.Location;
import io.mooring.yaml.Manifest;
import io.mooring.yaml.Problem;

/** A part of the manifests that did not become an object of the cluster, and why. */
public sealed interface Refusal {
    /** Where in the manifests: source, document, object, line and column, as far as they are known. */
    Location location();

    /** For a person, on several lines: where, what is wrong, and what to do about it; without a newline at the end. */
    String text();

    /** Whether nobody can say which objects are meant, so that no answer is about all of the input; see {@link Problem#hidesObjects}. */
    boolean hidesObjects();

    /**
     * It could not be read: no YAML, an unknown field, a value of the wrong type, a file that is not there.
     *
     * @param problem what is wrong, typed
     */
    record Unreadable(Problem problem) implements Refusal {
        @Override
        public Location location() {
            return problem.location();
        }

        @Override
        public boolean hidesObjects() {
            return problem.hidesObjects();
        }

        @Override
        public String text() {
            return problem.text();
        }
    }

    /**
     * The API server refuses it.
     *
     * @param answer its words, with every cause
     */
    record Refused(Manifest manifest, Answer.Refused answer) implements Refusal {
        @Override
        public Location location() {
            return manifest.location();
        }

        @Override
        public boolean hidesObjects() {
            return false;
        }

        /** The whole message, then every cause with its line and column. */
        @Override
        public String text() {
            StringBuilder text = new StringBuilder(Visible.of(location() + ": refused: " + answer.message()));
            answer.causes().forEach(cause -> text.append("\n  ").append(text(cause)));
            return text.toString();
        }

        private String text(Cause cause) {
            return Visible.of(position(cause) + cause)
                    + cause.advice()
                            .map(advice -> "\n    " + Visible.lines(advice))
                            .orElse("");
        }

        private String position(Cause cause) {
            return cause.kind() == CauseKind.LEFT_OUT
                    ? ""
                    : manifest.locate(cause.field().toString())
                            .position()
                            .map(at -> at + ": ")
                            .orElse("");
        }
    }
}
