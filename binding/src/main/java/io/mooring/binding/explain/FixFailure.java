package io.mooring.binding.explain;

import java.util.List;

/** Why a change does not help; see {@link FixResult.Attempt}. */
public sealed interface FixFailure {
    /** A clause for a person: {@code that is not enough}. */
    String text();

    /** Answers by the case for this failure. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of failure. */
    interface Cases<R> {
        R refused(Refused failure);

        R notEnough(NotEnough failure);

        R taking(Taking failure);
    }

    /** The API does not take it. */
    record Refused(String message) implements FixFailure {
        @Override
        public String text() {
            return "the API refuses it: " + message;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.refused(this);
        }
    }

    /** What is wanted does not come about. */
    record NotEnough() implements FixFailure {
        @Override
        public String text() {
            return "that is not enough";
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notEnough(this);
        }
    }

    /**
     * What is wanted comes about at the cost of others.
     *
     * @param losses one or more
     */
    record Taking(List<Loss> losses) implements FixFailure {
        public Taking {
            losses = List.copyOf(losses);
        }

        @Override
        public String text() {
            return String.join(", ", losses.stream().map(Loss::text).toList());
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.taking(this);
        }
    }
}
