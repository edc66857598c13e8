package io.mooring.binding.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Asks a controller, who may be the caller's, what to write about an item. What is no answer is told with both their names. */
record Reconciling<I extends Comparable<? super I>>(Controller<I> controller, Cluster cluster, I item) {
    /** Of a list that is no longer, the budget need not be asked. */
    private static final int SHORT = 1_000;

    private static final String DOES_NOT_SETTLE = "does not settle: ";

    /** @throws IllegalStateException if it throws, or answers what is no list of writes within its budget */
    List<Write> writes() {
        return taken(() -> checked(controller.reconcile(cluster, item), "reconcile"));
    }

    /** @throws IllegalStateException if it throws, or answers what is no list of writes within its budget */
    List<List<Write>> choices() {
        return taken(() -> {
            List<List<Write>> choices = new ArrayList<>();
            for (List<Write> each : given(controller.choices(cluster, item), "choices")) {
                choices.add(checked(each, "choices"));
            }
            return choices;
        });
    }

    private <T> T taken(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (NoAnswerException told) {
            throw told;
        } catch (RuntimeException thrown) {
            throw new IllegalStateException(at() + " threw " + thrown, thrown);
        }
    }

    private String at() {
        return controller.name() + " at " + item;
    }

    private List<Write> checked(List<Write> writes, String method) {
        List<Write> checked = new ArrayList<>();
        for (Write write : given(writes, method)) {
            checked.add(given(write, method));
            if (checked.size() > SHORT) {
                check(checked);
            }
        }
        return checked;
    }

    private void check(List<Write> writes) {
        long budget = controller.budget(cluster, cluster);
        if (writes.size() > budget) {
            throw new NoAnswerException(DOES_NOT_SETTLE + at() + " wants to write more at once than its budget of "
                    + budget + "; " + LivelockDetector.ADVICE + "; the last ten writes: "
                    + LastWrites.of(controller.name(), writes));
        }
    }

    private <T> T given(T answer, String method) {
        if (answer == null) {
            throw new NoAnswerException(at() + " gave null in what " + method
                    + " answers: expected a list of writes, empty if nothing is to be written");
        }
        return answer;
    }

    /** The controller's answer is none. */
    private static final class NoAnswerException extends IllegalStateException {
        private static final long serialVersionUID = 1;

        NoAnswerException(String message) {
            super(message);
        }
    }
}
