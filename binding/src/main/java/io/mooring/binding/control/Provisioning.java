package io.mooring.binding.control;

import io.mooring.storage.PersistentVolume;
import java.time.Duration;
import java.util.Objects;

/** What came of a request for a volume. */
public sealed interface Provisioning {

    /** Answers by the case for this answer. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of answer. */
    interface Cases<R> {
        R provisioned(Provisioned answer);

        R failed(Failed answer);

        R wrongNode(WrongNode answer);

        R leftToOthers(LeftToOthers answer);

        R delayed(Delayed answer);
    }

    /**
     * Here it is. The cluster fills in the claim, the class, the annotation of its origin and the finalizer.
     *
     * @param volume of any name
     */
    record Provisioned(PersistentVolume volume) implements Provisioning {
        public Provisioned {
            Objects.requireNonNull(volume, "volume");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.provisioned(this);
        }
    }

    /**
     * It did not work, and is tried again after a while.
     *
     * @param message for the event on the claim
     */
    record Failed(String message) implements Provisioning {
        public Failed {
            Objects.requireNonNull(message, "message");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.failed(this);
        }
    }

    /**
     * It cannot work on the selected node; the scheduler is to choose again, after a while.
     *
     * @param message for the event on the claim
     */
    record WrongNode(String message) implements Provisioning {
        public WrongNode {
            Objects.requireNonNull(message, "message");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.wrongNode(this);
        }
    }

    /**
     * Somebody else is to make this volume, such as a populator that knows the claim's data source; nothing is tried again.
     * Models {@code IgnoredError}.
     *
     * @param message for the event on the claim
     */
    record LeftToOthers(String message) implements Provisioning {
        public LeftToOthers {
            Objects.requireNonNull(message, "message");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.leftToOthers(this);
        }
    }

    /**
     * It takes its time.
     *
     * @param again when to ask again; more than no time. What ends later than the year 9999 is never over
     */
    record Delayed(Duration again) implements Provisioning {
        public Delayed {
            Objects.requireNonNull(again, "again");
            if (again.isZero() || again.isNegative()) {
                throw new IllegalArgumentException("asked again after " + again + ", which is no time");
            }
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.delayed(this);
        }
    }
}
