package io.mooring.binding.control;

import java.util.Objects;

/** What came of a request to give a volume other attributes. */
public sealed interface Modification {

    /** Answers by the case for this answer. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of answer. */
    interface Cases<R> {
        R modified(Modified answer);

        R infeasible(Infeasible answer);

        R failed(Failed answer);

        R unfinished(Unfinished answer);
    }

    /** It has them. */
    record Modified() implements Modification {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.modified(this);
        }
    }

    /**
     * It cannot have them; the claim has to name another class.
     *
     * @param message for events and conditions
     */
    record Infeasible(String message) implements Modification {
        public Infeasible {
            Objects.requireNonNull(message, "message");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.infeasible(this);
        }
    }

    /**
     * It did not work, for sure; the class that the claim names by then is tried after a while.
     *
     * @param message for events and conditions
     */
    record Failed(String message) implements Modification {
        public Failed {
            Objects.requireNonNull(message, "message");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.failed(this);
        }
    }

    /**
     * It may be under way still; the same class is tried again after a while, whatever the claim names by then.
     *
     * @param message for events and conditions
     */
    record Unfinished(String message) implements Modification {
        public Unfinished {
            Objects.requireNonNull(message, "message");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.unfinished(this);
        }
    }
}
