package io.mooring.binding.check;

/** How many pods of a kind there are to be at once. */
sealed interface Crowd {
    /** Whether it may be more than one. */
    boolean isSeveral();

    /** For a person: {@code 3 pods}. */
    String text();

    /** A number of pods. */
    record Some(int pods) implements Crowd {
        @Override
        public boolean isSeveral() {
            return pods > 1;
        }

        @Override
        public String text() {
            return pods == 1 ? "1 pod" : pods + " pods";
        }
    }

    /** One on each node. */
    record OnEachNode() implements Crowd {
        @Override
        public boolean isSeveral() {
            return true;
        }

        @Override
        public String text() {
            return "a pod on each node";
        }
    }
}
