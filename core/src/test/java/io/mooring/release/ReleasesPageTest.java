package io.mooring.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/releases.md} is made from the rows; {@code -Dupdate=true} writes it. */
class ReleasesPageTest {
    private static final Path PAGE = Path.of("../docs/releases.md");
    private static final List<Release> NEWEST =
            Stream.of("1.34", "1.35", "1.36", "1.37").map(Release::parse).toList();

    @Test
    void saysWhatTheRowsSay() throws IOException {
        String page = page();
        if (Boolean.getBoolean("update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).as("-Dupdate=true writes what comes into " + PAGE).isEqualTo(Files.readString(PAGE));
    }

    private static String page() {
        List<String> parts = new ArrayList<>();
        parts.add("""
                # Releases

                What one release of Kubernetes does with storage and another does not, from v1.34 to v1.37, as far as Mooring knows it. Mooring
                answers as v1.37.2 unless it is told otherwise: `--release 1.35`, `Mooring.loader().withRelease(Release.parse("1.35"))`. A release
                without a patch is the newest patch of it. This page is made from the rows of
                [`Behaviour`](../core/src/main/java/io/mooring/release/Behaviour.java); a test holds it to them.

                Evidence `record`: answers of a real control plane tell both sides apart, and are played by the tests. `source`: it rests on
                upstream's sources and notes alone; what is seen with the row and without it is tested all the same.

                [What an upgrade would change for your objects](upgrade.md), `mooring upgrade --from 1.34 --to 1.37 FOLDER` says.

                ## What turns, release by release
                """);
        for (Release release : turns()) {
            parts.add("### " + release + "\n\n" + table(release));
        }
        parts.add("## Which release has what\n\n`-`: the release does not know the gate.\n\n" + matrix());
        parts.add("""
                ## Alpha

                Off in every release unless somebody switches it on: gates that upstream has off, in the releases that know them, and
                changes of v1.38, which is not out. Those were compared with upstream's sources of that release where the evidence names
                a function, and rest on its release notes where it says so. An exponent that fits no int32 (`1e4294967297`) v1.38
                refuses (kubernetes/kubernetes#141203); Mooring refuses it in every release, since it refuses all beyond 1000.

                """ + alpha());
        parts.add("""
                ## Feature gates

                `--feature-gates MaxUnavailableStatefulSet=true,VolumeLimitScaling=false`, as upstream's commands take it, or
                `Semantics.of(release).withGate("MaxUnavailableStatefulSet", true)` switches what the release comes with; without `--release`,
                and with `Semantics.DEFAULT`, that is v1.37.2. A difference without a gate is switched by the name in capitals. A gate that
                the release does not know, or has locked to the other side, is refused, as its API server would not start. For an upgrade
                a gate is switched in those of the two releases that know it.

                ## What is not modelled

                What Mooring answers alike in every release although upstream does not, and all else that it leaves out, stands in
                [deviations](deviations.md). A release that is not listed is refused, with those that are known: nobody has compared it.
                """);
        return String.join("\n", parts);
    }

    private static SortedSet<Release> turns() {
        return Arrays.stream(Behaviour.values())
                .flatMap(row -> row.switches().stream())
                .map(Behaviour.Switch::release)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String table(Release release) {
        StringBuilder table = new StringBuilder("| | gate | what a user sees | evidence |\n|---|---|---|---|\n");
        for (Behaviour row : Behaviour.values()) {
            row.switches().stream()
                    .filter(each -> each.release().equals(release))
                    .forEach(each -> table.append("| ")
                            .append(each.isOn() ? "on" : "off")
                            .append(" | ")
                            .append(name(row))
                            .append(" | ")
                            .append(cell(row.sees()))
                            .append(" | ")
                            .append(evidence(row))
                            .append(" |\n"));
        }
        return table.toString();
    }

    private static String alpha() {
        StringBuilder table =
                new StringBuilder("| gate | known from | what a user sees | evidence |\n|---|---|---|---|\n");
        Arrays.stream(Behaviour.values())
                .filter(Behaviour::isAlpha)
                .forEach(row -> table.append("| ")
                        .append(name(row))
                        .append(" | ")
                        .append(row.knownFrom()
                                .map(Release::toString)
                                .orElse(row.gate().isPresent() ? "v1.34" : ""))
                        .append(" | ")
                        .append(cell(row.sees()))
                        .append(" | ")
                        .append(evidence(row))
                        .append(" |\n"));
        return table.toString();
    }

    private static String matrix() {
        StringBuilder table = new StringBuilder("| gate |")
                .append(NEWEST.stream().map(release -> " " + release + " |").collect(Collectors.joining()))
                .append("\n|---|")
                .append("---|".repeat(NEWEST.size()))
                .append('\n');
        for (Behaviour row : Behaviour.values()) {
            if (row.isAlpha()) {
                continue;
            }
            table.append("| ").append(name(row)).append(" |");
            NEWEST.forEach(
                    release -> table.append(' ').append(state(row, release)).append(" |"));
            table.append('\n');
        }
        return table.toString();
    }

    /** As the newest patch has it, and earlier patches where they had it otherwise. */
    private static String state(Behaviour row, Release newest) {
        if (!row.isKnownIn(newest)) {
            return "-";
        }
        String turned = row.switches().stream()
                .filter(each -> each.release().minor() == newest.minor()
                        && each.release().patch() > 0)
                .map(each -> (each.isOn() ? "off" : "on") + " before " + each.release())
                .collect(Collectors.joining(", "));
        String locked = row.isLockedIn(newest) ? ", locked" : "";
        return (row.isIn(newest) ? "on" : "off") + locked + (turned.isEmpty() ? "" : " (" + turned + ")");
    }

    private static String name(Behaviour row) {
        return "`" + row.gate().orElse(row.name()) + "`";
    }

    private static String evidence(Behaviour row) {
        return row.evidence().name().toLowerCase(Locale.ROOT) + ": " + cell(row.source());
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
