package io.mooring.admission;

import io.mooring.names.NameRule;
import io.mooring.tree.GoText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The names of CSI drivers. */
final class CsiRules {
    private static final int MOST_DRIVER_BYTES = 63;

    private CsiRules() {}

    /** A short domain name whose letters may be of either case. */
    static void driver(String driver, Place at) {
        if (driver.getBytes(StandardCharsets.UTF_8).length > MOST_DRIVER_BYTES) {
            at.tooLong(MOST_DRIVER_BYTES);
        }
        List<String> problems = NameRule.DNS_1123_SUBDOMAIN.problems(GoText.lowerCase(driver));
        if (!problems.isEmpty()) {
            Place place = NameAdvice.of(NameRule.DNS_1123_SUBDOMAIN, driver)
                    .map(at::advising)
                    .orElse(at);
            problems.forEach(problem -> place.invalid(driver, problem));
        }
    }
}
