package io.mooring.binding.plan;

import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.explain.words.Names;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.names.Visible;
import io.mooring.release.Behaviour;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An {@link UpgradeReport} in words. */
final class UpgradeWords {
    /** How many objects of one kind are named. */
    private static final int MOST = 5;

    private final UpgradeReport report;
    private final List<String> lines = new ArrayList<>();

    private UpgradeWords(UpgradeReport report) {
        this.report = report;
    }

    static String of(UpgradeReport report) {
        UpgradeWords words = new UpgradeWords(report);
        words.write();
        return words.lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private void write() {
        if (report.isEmpty()) {
            line(nothing());
            return;
        }
        line(verdict());
        report.rows().forEach(this::write);
        if (report.breaks()) {
            line("");
            line("What breaks:");
            report.breakages().forEach(breakage -> line("  " + sentence(breakage)));
        }
        if (!report.admittedNow().isEmpty()) {
            line("");
            line("Refused in " + report.upgrade().from() + ", and taken in "
                    + report.upgrade().to() + ":");
            report.admittedNow().forEach(each -> line("  " + name(each.object())));
        }
        if (!report.difference().isEmpty()) {
            line("");
            line("All that differs once everything is quiet:");
            report.difference().text().lines().forEach(line -> line("  " + line));
        }
    }

    private String nothing() {
        String nothing = "Nothing here changes between " + report.upgrade().from() + " and "
                + report.upgrade().to() + ".";
        List<ObjectKind<?>> unknown = report.difference().unknown();
        return unknown.isEmpty() ? nothing : nothing + " Not known: " + KindText.notInTheDump(unknown) + ".";
    }

    private String verdict() {
        Upgrade upgrade = report.upgrade();
        int rows = report.rows().size();
        int broken = report.breakages().size();
        String way = upgrade.isDowngrade()
                ? "Back from " + upgrade.from() + " to " + upgrade.to()
                : "From " + upgrade.from() + " to " + upgrade.to();
        String breaks =
                broken == 0 ? "nothing here breaks" : Names.counted(broken, "thing") + " here " + plural(broken);
        String matter = rows == 1 ? "1 difference matters here" : rows + " differences matter here";
        return way + " " + breaks + "; " + matter + ".";
    }

    private static String plural(int broken) {
        return broken == 1 ? "breaks" : "break";
    }

    private void write(TurnedRow row) {
        line("");
        line(row.gate() + " turns " + (row.isOn() ? "on" : "off") + since(row) + ": " + objects(row.objects()));
        line("  " + row.words());
        if (row.row().evidence() == Behaviour.Evidence.SOURCE) {
            line("  (from upstream's sources; no recorded answer tells the two sides apart)");
        }
        String without =
                (row.isOn() ? report.upgrade().from() : report.upgrade().to()).toString();
        Map<String, List<TurnedRow.Dropped>> fields = row.dropped().stream()
                .collect(Collectors.groupingBy(TurnedRow.Dropped::field, LinkedHashMap::new, Collectors.toList()));
        fields.forEach((field, dropped) -> line("  " + without + " drops " + field + ", which is written in "
                + Names.listed(
                        dropped.stream()
                                .map(each -> each.object().qualifiedName() + " (" + each.value() + ")")
                                .toList(),
                        MOST)));
    }

    /** When upstream made the turn, as far as a release of upstream's did. */
    private String since(TurnedRow row) {
        Upgrade upgrade = report.upgrade();
        boolean isOnInNewer = row.isOn() != upgrade.isDowngrade();
        return row.row().switches().stream()
                .filter(each -> each.isOn() == isOnInNewer)
                .map(Behaviour.Switch::release)
                .filter(release -> release.isAtLeast(upgrade.isDowngrade() ? upgrade.to() : upgrade.from()))
                .filter((upgrade.isDowngrade() ? upgrade.from() : upgrade.to())::isAtLeast)
                .reduce((earlier, later) -> later)
                .map(release -> (upgrade.isDowngrade()
                        ? (isOnInNewer ? " (it came with " : " (it went with ") + release + ")"
                        : " in " + release))
                .orElse("");
    }

    private static String objects(List<Ref<?>> objects) {
        Map<ObjectKind<?>, List<Ref<?>>> kinds =
                objects.stream().collect(Collectors.groupingBy(Ref::kind, LinkedHashMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(kind -> (kind.getValue().size() == 1
                                ? kind.getKey().name()
                                : kind.getValue().size() + " " + KindText.plural(kind.getKey()))
                        + " " + Names.of(kind.getValue(), MOST))
                .collect(Collectors.joining("; "));
    }

    static String name(Ref<?> object) {
        return object.kind().name() + " " + object.qualifiedName();
    }

    /** What happens to whom, in one line. */
    static String sentence(Breakage breakage) {
        return Visible.of(name(breakage.about())
                + breakage.accept(new Breakage.Cases<String>() {
                    @Override
                    public String refused(Breakage.Refused refused) {
                        return " is refused: " + refused.refused().answer().message();
                    }

                    @Override
                    public String dataLost(Breakage.DataLost lost) {
                        return " loses its data"
                                + lost.difference()
                                        .before()
                                        .map(claim -> ": it was " + claim + "'s")
                                        .orElse("");
                    }

                    @Override
                    public String notFine(Breakage.NotFine trouble) {
                        return " was fine and now " + trouble.explanation().headline();
                    }
                }));
    }

    private void line(String text) {
        lines.add(Visible.of(text));
    }
}
