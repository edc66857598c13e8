package io.mooring.admission.workload;

import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of time zones. Models {@code validateTimeZone} of {@code batch/validation}; which zones there are, the JDK's own
 * copy of the IANA database says in place of the API server's.
 */
final class TimeZones {
    private static final Pattern PART = Pattern.compile("[A-Za-z.\\-_0-9+]{1,14}");
    private static final Pattern STEP = Pattern.compile("\\.{1,2}");

    /** Those that Java knows by other names. */
    private static final Set<String> MORE = Set.of("EST", "HST", "MST", "ROC");

    private TimeZones() {}

    /** What is wrong with the name; empty if there is such a zone. */
    static List<String> problems(String zone) {
        if (zone.isEmpty()) {
            return List.of("timeZone must be nil or non-empty string");
        }
        for (String part : zone.split("/", -1)) {
            if (STEP.matcher(part).matches()
                    || part.startsWith("-")
                    || !PART.matcher(part).matches()) {
                return List.of("unknown time zone " + zone);
            }
        }
        List<String> problems = new ArrayList<>();
        if (zone.equalsIgnoreCase("Local")) {
            problems.add("timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones");
        }
        unknown(zone).ifPresent(problems::add);
        return problems;
    }

    /** What Go says of a zone that it cannot load. Models {@code time.LoadLocation}. */
    static Optional<String> unknown(String zone) {
        boolean isKnown = zone.isEmpty()
                || zone.equals("Local")
                || MORE.contains(zone)
                || ZoneRulesProvider.getAvailableZoneIds().contains(zone);
        return isKnown ? Optional.empty() : Optional.of("unknown time zone " + zone);
    }
}
