package io.mooring.binding.control.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Numbers of an Indexed Job as its status writes them: {@code 0,2-5}. Models {@code orderedIntervals}. They are kept as runs, so
 * that {@code 0-999999999} is no more work than {@code 0}.
 *
 * @param runs the last number of each run by its first; between two runs a number is missing
 */
record Indexes(NavigableMap<Integer, Integer> runs) {
    private static final Pattern RUN = Pattern.compile("[0-9]{1,10}(-[0-9]{1,10})?");

    static final Indexes NONE = new Indexes(new TreeMap<>());

    /** Those below the number of completions; what cannot be read is passed over. */
    static Indexes parse(String text, int completions) {
        NavigableMap<Integer, Integer> runs = new TreeMap<>();
        for (String run : text.split(",", -1)) {
            if (RUN.matcher(run).matches()) {
                String[] ends = run.split("-", -1);
                add(
                        runs,
                        below(completions, ends[0]),
                        Math.min(below(completions, ends[ends.length - 1]), completions - 1));
            }
        }
        return new Indexes(runs);
    }

    /** The number itself, if it is below that of completions, else that. */
    private static int below(int completions, String number) {
        return (int) Math.min(Long.parseLong(number), completions);
    }

    /** What the new run touches becomes one run with it. */
    private static void add(NavigableMap<Integer, Integer> runs, int first, int last) {
        if (first > last) {
            return;
        }
        int from = first;
        int to = last;
        for (Map.Entry<Integer, Integer> run = runs.floorEntry(to + 1);
                run != null && run.getValue() >= from - 1;
                run = runs.floorEntry(to + 1)) {
            from = Math.min(from, run.getKey());
            to = Math.max(to, run.getValue());
            runs.remove(run.getKey());
        }
        runs.put(from, to);
    }

    Indexes and(Collection<Integer> more) {
        NavigableMap<Integer, Integer> all = new TreeMap<>(runs);
        more.forEach(number -> add(all, number, number));
        return new Indexes(all);
    }

    Indexes and(Indexes more) {
        NavigableMap<Integer, Integer> all = new TreeMap<>(runs);
        more.runs.forEach((first, last) -> add(all, first, last));
        return new Indexes(all);
    }

    boolean contains(int number) {
        Map.Entry<Integer, Integer> run = runs.floorEntry(number);
        return run != null && run.getValue() >= number;
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /** How many numbers. */
    int size() {
        return runs.entrySet().stream().mapToInt(Indexes::length).sum();
    }

    private static int length(Map.Entry<Integer, Integer> run) {
        return run.getValue() - run.getKey() + 1;
    }

    /** How many numbers are among these and among those. */
    int inCommonWith(Indexes other) {
        return (int) ((long) size() + other.size() - and(other).size());
    }

    /** The first of those that are not among them. */
    List<Integer> missing(int count, int completions) {
        List<Integer> missing = new ArrayList<>();
        int next = 0;
        while (next < completions && missing.size() < count) {
            Map.Entry<Integer, Integer> run = runs.floorEntry(next);
            if (run == null || run.getValue() < next) {
                missing.add(next);
                next++;
            } else {
                next = run.getValue() + 1;
            }
        }
        return missing;
    }

    /** Two that follow each other are written apart, three or more as a run. */
    @Override
    public String toString() {
        return runs.entrySet().stream().map(Indexes::text).collect(Collectors.joining(","));
    }

    private static String text(Map.Entry<Integer, Integer> run) {
        if (length(run) == 1) {
            return Integer.toString(run.getKey());
        }
        return run.getKey() + (length(run) == 2 ? "," : "-") + run.getValue();
    }
}
