package io.mooring.binding.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last ten writes of a settling, told when it comes to no end. */
final class LastWrites {
    private static final int TOLD = 10;

    private final Deque<Written> last = new ArrayDeque<>(TOLD);

    private record Written(String controller, Write write) {}

    void add(String controller, Write write) {
        if (last.size() == TOLD) {
            last.removeFirst();
        }
        last.addLast(new Written(controller, write));
    }

    /** The last of these, which one controller wants to write. */
    static LastWrites of(String controller, List<Write> writes) {
        LastWrites last = new LastWrites();
        writes.subList(Math.max(0, writes.size() - TOLD), writes.size()).forEach(write -> last.add(controller, write));
        return last;
    }

    /** The first first; who wrote is said where it is another than before. */
    @Override
    public String toString() {
        List<String> told = new ArrayList<>();
        String controller = "";
        for (Written each : last) {
            told.add((each.controller().equals(controller) ? "" : each.controller() + " ")
                    + each.write().accept(WriteText.INSTANCE));
            controller = each.controller();
        }
        return String.join(", ", told);
    }
}
