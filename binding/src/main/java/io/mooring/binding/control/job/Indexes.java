package io.mooring.binding.control.job;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers of an Indexed Job as its status writes them: {@code 0,2-5}. Models {@code orderedIntervals}. */
record Indexes(NavigableSet<Integer> numbers) {

    /** Those below the number of completions; what cannot be read is passed over. */
    static Indexes parse(String text, int completions) {
        NavigableSet<Integer> numbers = new TreeSet<>();
        for (String run : text.split(",", -1)) {
            if (run.matches("[0-9]{1,9}(-[0-9]{1,9})?")) {
                String[] ends = run.split("-", -1);
                int last = Math.min(Integer.parseInt(ends[ends.length - 1]), completions - 1);
                IntStream.rangeClosed(Integer.parseInt(ends[0]), last).forEach(numbers::add);
            }
        }
        return new Indexes(numbers);
    }

    Indexes and(Collection<Integer> more) {
        NavigableSet<Integer> all = new TreeSet<>(numbers);
        all.addAll(more);
        return new Indexes(all);
    }

    /** The first of those that are not among them. */
    List<Integer> missing(int count, int completions) {
        return IntStream.range(0, completions)
                .filter(each -> !numbers.contains(each))
                .limit(count)
                .boxed()
                .toList();
    }

    /** Two that follow each other are written apart, three or more as a run. */
    @Override
    public String toString() {
        return numbers.stream()
                .filter(each -> !numbers.contains(each - 1))
                .map(this::runFrom)
                .collect(Collectors.joining(","));
    }

    private String runFrom(int first) {
        int last = first;
        while (numbers.contains(last + 1)) {
            last++;
        }
        if (last == first) {
            return Integer.toString(first);
        }
        return first + (last == first + 1 ? "," : "-") + last;
    }
}
