package io.mooring.binding.explain.deletion;

import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.Outlook;
import io.mooring.meta.KubernetesObject;
import java.util.List;

/**
 * Something that keeps an object that is being deleted.
 *
 * @param outlook whether it goes by itself, once all of {@code until} are gone
 * @param until what is being deleted too, and has to be gone first
 */
record Hold(Fact fact, Outlook outlook, List<KubernetesObject> until) {
    static Hold untilChanged(Fact fact) {
        return new Hold(fact, Outlook.BLOCKED, List.of());
    }

    static Hold forAWhile(Fact fact) {
        return new Hold(fact, Outlook.WAITS, List.of());
    }

    static Hold unknown(Fact fact) {
        return new Hold(fact, Outlook.NOT_KNOWN, List.of());
    }

    /** By others, until they are gone: for ever, if one of them is not even being deleted. */
    static Hold untilGone(Fact fact, List<? extends KubernetesObject> others) {
        List<KubernetesObject> leaving = others.stream()
                .filter(other -> other.metadata().isBeingDeleted())
                .<KubernetesObject>map(other -> other)
                .toList();
        return new Hold(fact, leaving.size() == others.size() ? Outlook.WAITS : Outlook.BLOCKED, leaving);
    }
}
