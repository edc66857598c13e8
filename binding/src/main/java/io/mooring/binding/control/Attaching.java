package io.mooring.binding.control;

import java.util.Map;
import java.util.Objects;

/** What came of a request to attach or to detach a volume. */
public sealed interface Attaching {

    /** Answers by the case for this answer. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of answer. */
    interface Cases<R> {
        R done(Done answer);

        R failed(Failed answer);

        R unanswered(Unanswered answer);
    }

    /**
     * It is attached, or detached.
     *
     * @param metadata what the driver gives along for the node, when it has attached a volume
     */
    record Done(Map<String, String> metadata) implements Attaching {
        public Done {
            metadata = Map.copyOf(metadata);
        }

        /** It is, and there is nothing to give along. */
        public Done() {
            this(Map.of());
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.done(this);
        }
    }

    /**
     * It did not work, and is tried again after a while.
     *
     * @param message for the attachment and the event on the pod
     */
    record Failed(String message) implements Attaching {
        public Failed {
            Objects.requireNonNull(message, "message");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.failed(this);
        }
    }

    /** Nobody answers, and nothing is tried again. */
    record Unanswered() implements Attaching {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.unanswered(this);
        }
    }
}
