package io.mooring.testkit.choice;

import java.util.ArrayList;
import java.util.List;

/**
 * What was chosen: a number for each choice, and a list of its own for each part, so that a part goes on reading its own choices
 * whatever becomes of the others. The end of a list reads as zeros.
 */
sealed interface Tape {
    /** How many choices and parts there are. */
    int size();

    /** The sum of all numbers. */
    long sum();

    /** One choice. */
    record Choice(int value) implements Tape {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public long sum() {
            return value;
        }
    }

    /**
     * Choices that belong together.
     *
     * @param items without zeros and empty parts at the end
     */
    record Part(List<Tape> items) implements Tape {
        static final Part EMPTY = new Part(List.of());

        public Part {
            int length = items.size();
            while (length > 0 && saysNothing(items.get(length - 1))) {
                length--;
            }
            items = List.copyOf(items.subList(0, length));
        }

        private static boolean saysNothing(Tape last) {
            return last.equals(new Choice(0)) || last.equals(EMPTY);
        }

        @Override
        public int size() {
            return 1 + items.stream().mapToInt(Tape::size).sum();
        }

        @Override
        public long sum() {
            return items.stream().mapToLong(Tape::sum).sum();
        }

        /** Whether it makes a simpler value: fewer choices, or smaller ones. */
        boolean isSimplerThan(Part other) {
            int bySize = Integer.compare(size(), other.size());
            return bySize < 0 || (bySize == 0 && sum() < other.sum());
        }

        Part without(int from, int to) {
            List<Tape> left = new ArrayList<>(items);
            left.subList(from, to).clear();
            return new Part(left);
        }

        Part with(int place, Tape other) {
            List<Tape> changed = new ArrayList<>(items);
            changed.set(place, other);
            return new Part(changed);
        }
    }
}
