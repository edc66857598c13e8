package io.mooring.admission;

import io.mooring.names.NameRule;
import io.mooring.tree.GoText;
import java.nio.charset.StandardCharsets;

/** The names of CSI drivers. */
final class CsiRules {
    private static final int MOST_DRIVER_BYTES = 63;

    private CsiRules() {}

    /** A short domain name whose letters may be of either case. */
    static void driver(String driver, Place at) {
        if (driver.getBytes(StandardCharsets.UTF_8).length > MOST_DRIVER_BYTES) {
            at.tooLong(MOST_DRIVER_BYTES);
        }
        NameRule.DNS_1123_SUBDOMAIN.problems(GoText.lowerCase(driver)).forEach(problem -> at.invalid(driver, problem));
    }
}
