package io.mooring.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How names are numbered that the server made up at once. The records number such names by creation, which they know to the
 * second, and then by name, which is random: which of two pods of a DaemonSet reads {@code agent-x1}, the one on the first node
 * or the one on the second, is chance upstream.
 *
 * @param orders for each group of names that came at once which of its orders it has, the own one first; those that are not
 *     listed have their own
 */
record Numbering(List<Long> orders) {
    /** In the order in which Mooring made them. */
    static final Numbering OWN = new Numbering(List.of());

    /** How many numberings are tried; a group that would make it more keeps its own order. */
    private static final long MOST = 1_000;

    Numbering {
        orders = List.copyOf(orders);
    }

    /**
     * Every other one, those that change the latest groups first.
     *
     * @param sizes how many names there are in each group
     */
    static Stream<Numbering> others(List<Integer> sizes) {
        long[] ways = new long[sizes.size()];
        long all = 1;
        for (int group = sizes.size() - 1; group >= 0; group--) {
            ways[group] = orders(sizes.get(group), MOST / all);
            all *= ways[group];
        }
        return LongStream.range(1, all).mapToObj(number -> of(number, ways));
    }

    /** How many orders there are of so many names; 1 where they are more than the limit. */
    private static long orders(int size, long limit) {
        long orders = 1;
        for (int i = 2; i <= size; i++) {
            orders *= i;
            if (orders > limit) {
                return 1;
            }
        }
        return orders;
    }

    private static Numbering of(long number, long[] ways) {
        Long[] orders = new Long[ways.length];
        long rest = number;
        for (int group = ways.length - 1; group >= 0; group--) {
            orders[group] = rest % ways[group];
            rest /= ways[group];
        }
        return new Numbering(List.of(orders));
    }

    /** The numbers, from 0 on, of so many names, which are the group that comes next after so many others. */
    @SuppressWarnings("ListRemoveAmbiguous") // By its place.
    List<Integer> of(int group, int size) {
        long rest = group < orders.size() ? orders.get(group) : 0;
        List<Integer> left = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Integer[] numbers = new Integer[size];
        for (int i = size - 1; i >= 0; i--) {
            int place = i - (int) (rest % (i + 1));
            rest /= i + 1;
            numbers[i] = left.remove(place);
        }
        return List.of(numbers);
    }
}
