package io.mooring.binding.explain.deletion;

import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.Outlook;

/**
 * Something that keeps an object that is being deleted.
 *
 * @param outlook whether it goes by itself
 */
record Hold(Fact fact, Outlook outlook) {
    static Hold untilChanged(Fact fact) {
        return new Hold(fact, Outlook.BLOCKED);
    }

    static Hold forAWhile(Fact fact) {
        return new Hold(fact, Outlook.WAITS);
    }

    static Hold unknown(Fact fact) {
        return new Hold(fact, Outlook.NOT_KNOWN);
    }
}
