package io.mooring.admission.source;

import io.mooring.names.GoText;
import io.mooring.names.NameRule;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.NameAdvice;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The names of CSI drivers. Models {@code ValidateCSIDriverName}. */
public final class CsiDriverName {
    private static final int MOST_BYTES = 63;

    private CsiDriverName() {}

    /** A short domain name whose letters may be of either case. */
    public static void check(String driver, ErrorsAt at) {
        if (driver.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            at.tooLong(MOST_BYTES);
        }
        List<String> problems = NameRule.DNS_1123_SUBDOMAIN.problems(GoText.lowerCase(driver));
        if (!problems.isEmpty()) {
            ErrorsAt place = NameAdvice.of(NameRule.DNS_1123_SUBDOMAIN, driver)
                    .map(at::advising)
                    .orElse(at);
            problems.forEach(problem -> place.invalid(driver, problem));
        }
    }
}
