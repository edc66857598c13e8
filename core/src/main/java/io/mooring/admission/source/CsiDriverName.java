package io.mooring.admission.source;

import io.mooring.names.GoText;
import io.mooring.names.NameRule;
import io.mooring.release.Behaviour;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.NameAdvice;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The names of CSI drivers. Models {@code ValidateCSIDriverName}. */
public final class CsiDriverName {
    private static final int LONGEST = 63;

    private CsiDriverName() {}

    /** A short domain name whose letters may be of either case. */
    public static void check(String driver, ErrorsAt at) {
        if (isLonger(driver)) {
            at.tooLong(LONGEST);
        }
        tell(NameRule.DNS_1123_SUBDOMAIN.problems(GoText.lowerCase(driver)), driver, at);
    }

    /**
     * The same where upstream declares it in its types, and then tells it otherwise. Models {@code LongNameCaseless} and {@code
     * MaxLength}, which counts characters.
     */
    public static void checkDeclared(String driver, ErrorsAt at) {
        if (!at.has(Behaviour.DECLARED_CHECKS_ANSWER)) {
            check(driver, at);
            return;
        }
        tell(NameRule.DNS_1123_SUBDOMAIN_OF_ANY_CASE.problems(driver), driver, at.declared());
        if (driver.codePointCount(0, driver.length()) > LONGEST) {
            at.declared().tooManyCharacters(LONGEST);
        } else if (isLonger(driver)) {
            at.tooLong(LONGEST);
        }
    }

    private static boolean isLonger(String driver) {
        return driver.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    private static void tell(List<String> problems, String driver, ErrorsAt at) {
        if (!problems.isEmpty()) {
            ErrorsAt place = NameAdvice.of(NameRule.DNS_1123_SUBDOMAIN, driver)
                    .map(at::advising)
                    .orElse(at);
            problems.forEach(problem -> place.invalid(driver, problem));
        }
    }
}
