package io.mooring.conformance;

import java.util.List;

/** How one file of records went; only the first differences are kept. */
record ReplayResult(long agree, long differ, List<Line> firstDifferences) {

    /** A record that differs: its line, counted from 1, and the record itself. */
    record Line(long number, String record, Difference difference) {}
}
