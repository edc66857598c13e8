package io.mooring.admission.workload;

import io.mooring.names.GoNumber;
import io.mooring.names.GoText;
import java.util.OptionalLong;

/**
 * Numbers of an Indexed Job in a text, {@code 1,3-5}: how many there are, or why the text cannot be read. Models {@code
 * validateIndexesFormat} of {@code batch/validation}.
 *
 * @param total 0 if the text cannot be read
 * @param problem empty if it can
 */
record IndexText(int total, String problem) {
    private static final int ENDS = 2;

    static IndexText of(String text, int completions) {
        int total = 0;
        int last = -1;
        for (String run : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            String[] ends = run.split("-", -1);
            if (ends.length > ENDS) {
                return unreadable(
                        "the fragment " + GoText.quoted(run) + " violates the requirement that an index interval"
                                + " can have at most two parts separated by '-'");
            }
            for (String end : ends) {
                OptionalLong number = GoNumber.parse(end);
                if (number.isEmpty()) {
                    return unreadable("cannot convert string to integer for index: " + GoText.quoted(end));
                }
                if (number.getAsLong() >= completions) {
                    return unreadable("too large index: " + GoText.quoted(end));
                }
            }
            int first = Integer.parseInt(ends[0]);
            int end = Integer.parseInt(ends[ends.length - 1]);
            if (ends.length == ENDS && first >= end) {
                return unordered(first, end);
            }
            if (last >= first) {
                return unordered(last, first);
            }
            total += end - first + 1;
            last = end;
        }
        return new IndexText(total, "");
    }

    private static IndexText unreadable(String problem) {
        return new IndexText(0, problem);
    }

    private static IndexText unordered(int previous, int current) {
        return unreadable("non-increasing order, previous: " + previous + ", current: " + current);
    }

    boolean isReadable() {
        return problem.isEmpty();
    }
}
