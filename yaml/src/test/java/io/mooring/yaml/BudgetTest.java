package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What one reading may cost, however many documents and aliases share it. */
class BudgetTest {
    private static final String ANY = "apiVersion: a/v1\nkind: Any\n";

    @Test
    void resolvesTheTargetOfAliasesOnce() {
        List<JsonValue> items = items(read(limits -> limits, ANY + "a: [&a !!binary QUJD, *a, *a]\n"));
        assertThat(items).containsOnly(new JsonString("ABC"));
        assertThat(text(items.get(1))).isSameAs(text(items.get(0))).isSameAs(text(items.get(2)));
    }

    @Test
    void countsWhatAliasesRepeatByItsLength() {
        String longText = "x".repeat(1000);
        UnaryOperator<Limits> limits = it -> it.withRepeatedLength(5000);
        assertThat(read(limits, ANY + "a: [&a " + longText + ", *a, *a, *a]\n").isClean())
                .isTrue();
        assertThat(read(limits, ANY + "a: [&a " + longText + ", *a, *a, *a, *a, *a]\n")
                        .problems())
                .singleElement()
                .isEqualTo(tooMuch("repeatedLength", 5000, 3, 1026));
    }

    @Test
    void countsAKeyThatAliasesRepeat() {
        UnaryOperator<Limits> limits = it -> it.withRepeatedLength(1000);
        String maps = "a: [{&a " + "k".repeat(600) + " : b}, {*a : b}, {*a : b}]\n";
        assertThat(read(limits, ANY + maps).problems())
                .singleElement()
                .isInstanceOfSatisfying(
                        Problem.TooMuch.class,
                        problem -> assertThat(problem.limit()).isEqualTo("repeatedLength"));
    }

    @Test
    void goesOnWithTheDocumentsThatRepeatLess() {
        String document = ANY + "a: [&a " + "x".repeat(1000) + ", *a]\n---\n";
        Reading reading = read(it -> it.withRepeatedLength(2500), document + document + document + ANY);
        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.objects()).hasSize(3);
    }

    @Test
    void paysForRepairsFromOneBudget() {
        String tabs = ANY + "a: [\n\t1,\n\t2,\n\t3]\n---\n";
        assertThat(read(it -> it.withReparsedLength(1000), tabs).isClean()).isTrue();
        Reading reading = read(it -> it.withReparsedLength(1000), tabs.repeat(20) + ANY);
        assertThat(reading.objects()).hasSizeBetween(2, 10);
        assertThat(reading.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem)
                        .isInstanceOfSatisfying(
                                Problem.TooMuch.class,
                                it -> assertThat(it.limit()).isEqualTo("reparsedLength")));
    }

    /** The values of other modules are shown as core's are. */
    @Test
    void showsItsNumbers() {
        assertThat(Limits.DEFAULT)
                .hasToString("Limits{textLength=16777216, documentLength=3145728, documents=10000,"
                        + " nodes=250000, objectNodes=250000, writtenLength=8388608, repeatedLength=3145728,"
                        + " reparsedLength=3145728, depth=256, scalarLength=1048576, keyLength=1024, problems=1000, files=10000,"
                        + " folderEntries=100000, folderDepth=64, folderBytes=67108864}");
    }

    /** An empty item of a list is read as an object whose fields are written back. */
    @Test
    void countsWhatAnEmptyItemIsWrittenAs() {
        String pod = "{apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {containers: [%s]}}";
        Limits limits = Limits.DEFAULT.withWrittenLength(10_000);

        assertThat(Manifests.reader()
                        .withLimits(limits)
                        .read(pod.formatted("{},".repeat(70)))
                        .problems())
                .isEmpty();
        assertThat(Manifests.reader()
                        .withLimits(limits)
                        .read(pod.formatted("{},".repeat(80)))
                        .problemText())
                .contains("writtenLength");
        assertThat(Manifests.reader()
                        .withLimits(limits)
                        .read(pod.formatted("~,".repeat(80)))
                        .problemText())
                .contains("writtenLength");
        assertThat(Manifests.reader()
                        .withLimits(limits)
                        .read("{a: [" + "1,".repeat(300) + "]}")
                        .problemText())
                .doesNotContain("writtenLength");
    }

    @Test
    void countsHowDeepAValueIsIndented() {
        String deep = "{a: ".repeat(100) + "[" + "1,".repeat(100) + "]" + "}".repeat(100);
        String flat = "[" + "1,".repeat(500) + "]";
        assertThat(read(it -> it.withWrittenLength(20_000), ANY + "a: " + flat).isClean())
                .isTrue();
        assertThat(read(it -> it.withWrittenLength(20_000), ANY + "a: " + deep).problems())
                .singleElement()
                .isInstanceOfSatisfying(
                        Problem.TooMuch.class,
                        problem -> assertThat(problem.limit()).isEqualTo("writtenLength"));
    }

    @Test
    void endsTheReadingWhereNothingMoreCouldBeWritten() {
        String document = ANY + "a: " + "x".repeat(1000) + "\n---\n";
        Reading reading = read(it -> it.withWrittenLength(5000), document.repeat(10));
        assertThat(reading.objects()).hasSize(4);
        assertThat(reading.problems()).hasSize(1);
    }

    @Test
    void refusesBracketsThatAreTooDeepBeforeTheyAreLookedThrough() {
        assertThat(read(it -> it.withDepth(3), "[[[[[x").problems())
                .singleElement()
                .isInstanceOfSatisfying(
                        Problem.TooMuch.class,
                        problem -> assertThat(problem.location().position()).contains(new Position(1, 4)));
        String siblings = ANY + "a: [[[1], [2]], {b: [3], c: '[[[['}] # [[[[\n";
        assertThat(read(it -> it.withDepth(4), siblings).isClean()).isTrue();
    }

    @Test
    void holdsDirectivesToALength() {
        String tag = "%TAG !a! tag:" + "t".repeat(2000) + "\n---\n" + ANY;
        assertThat(read(it -> it, tag).problems())
                .singleElement()
                .isInstanceOfSatisfying(
                        Problem.TooMuch.class,
                        problem -> assertThat(problem.limit()).isEqualTo("keyLength"));
    }

    @Test
    void quotesOfALongNameWhatItShows() {
        String claim = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: " + "x".repeat(10_000)
                + "}\nspec: {a: b, volumeName: [], resources: {requests: {storage: '" + "\u00a0".repeat(10_000)
                + "'}}}\n";
        Reading reading = read(it -> it, claim);
        assertThat(reading.problems()).hasSize(3).allSatisfy(problem -> {
            assertThat(problem.location().subject()).hasSize(120).endsWith("...");
            assertThat(problem.toString()).hasSizeLessThan(2000);
        });
    }

    /** The written text is never longer than what was paid for, defaults and the marks of the syntax aside. */
    @Property(tries = 200)
    void whatIsReadIsNotWrittenLongerThanItCounts(
            @ForAll @IntRange(max = 60) int depth,
            @ForAll @IntRange(min = 1, max = 30) int items,
            @ForAll @IntRange(max = 200) int length) {
        String text = ANY + "a: " + "{b: ".repeat(depth) + "[&a \"" + "\\x01".repeat(length) + "\""
                + ", *a".repeat(items - 1) + "]" + "}".repeat(depth) + "\n";
        int most = 1;
        while (!read(allowing(most), text).isClean()) {
            most *= 2;
        }
        Reading reading = read(allowing(most), text);
        assertThat(Manifests.writeJson(reading.objects()).length()).isLessThan(2 * most + 500);
        assertThat(Manifests.write(reading.objects()).length()).isLessThan(2 * most + 500);
    }

    private static UnaryOperator<Limits> allowing(int written) {
        return limits -> limits.withWrittenLength(written);
    }

    private static Reading read(UnaryOperator<Limits> change, String text) {
        return Manifests.reader().withLimits(change.apply(Limits.DEFAULT)).read(text);
    }

    private static List<JsonValue> items(Reading reading) {
        JsonObject tree = reading.orThrow().get(0).tree();
        return ((JsonArray) tree.get("a").orElseThrow()).items();
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).value();
    }

    private static Problem tooMuch(String limit, long allowed, int line, int column) {
        Location location =
                new Location("", 1, FieldPath.ROOT, "Any", FieldPath.ROOT, Optional.of(new Position(line, column)));
        return new Problem.TooMuch(location, limit, allowed);
    }
}
