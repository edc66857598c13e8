package io.mooring.binding.control;

import io.mooring.quantity.Quantity;
import java.util.Objects;

/** What came of a request to enlarge a volume. */
public sealed interface Resizing {

    /** Answers by the case for this answer. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of answer. */
    interface Cases<R> {
        R resized(Resized answer);

        R fileSystemPending(FileSystemPending answer);

        R infeasible(Infeasible answer);

        R failed(Failed answer);

        R unfinished(Unfinished answer);
    }

    /** It has this size now. */
    record Resized(Quantity size) implements Resizing {
        public Resized {
            Objects.requireNonNull(size, "size");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.resized(this);
        }
    }

    /** It has this size now; its file system gets it when a pod runs with it. */
    record FileSystemPending(Quantity size) implements Resizing {
        public FileSystemPending {
            Objects.requireNonNull(size, "size");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.fileSystemPending(this);
        }
    }

    /**
     * It cannot be done, ever; the claim has to ask for less.
     *
     * @param message for events and conditions
     */
    record Infeasible(String message) implements Resizing {
        public Infeasible {
            Objects.requireNonNull(message, "message");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.infeasible(this);
        }
    }

    /**
     * It did not work, for sure; what the claim asks for by then is tried after a while.
     *
     * @param message for events and conditions
     */
    record Failed(String message) implements Resizing {
        public Failed {
            Objects.requireNonNull(message, "message");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.failed(this);
        }
    }

    /**
     * It may be under way still; the same is tried again after a while, whatever the claim asks for by then.
     *
     * @param message for events
     */
    record Unfinished(String message) implements Resizing {
        public Unfinished {
            Objects.requireNonNull(message, "message");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.unfinished(this);
        }
    }
}
