package io.mooring.binding.match;

import static io.mooring.binding.match.Samples.affinity;
import static io.mooring.binding.match.Samples.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.LabelMatcher;
import io.mooring.node.NodeMatcher;
import io.mooring.quantity.Quantity;
import io.mooring.storage.VolumeMode;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row for each kind; {@link MatchRuleTest} has how they come about, and their texts. */
class MismatchTest {
    private static final NodeMatcher UNREADABLE =
            NodeMatcher.of(affinity("zone", "Near", "a").required().orElseThrow());

    record Row(MatchRule rule, Mismatch mismatch) {}

    static Stream<Row> rows() {
        return Stream.of(
                new Row(MatchRule.SELECTOR_IS_READABLE, new Mismatch.SelectorUnreadable(List.of())),
                new Row(MatchRule.ACCESS_MODES, new Mismatch.AccessModesNotOffered(List.of(), List.of())),
                new Row(MatchRule.NOT_ALREADY_TAKEN, new Mismatch.AlreadyTaken()),
                new Row(MatchRule.NOT_ANOTHER_CLAIMS, new Mismatch.TakenBy(reference("other", "u2"))),
                new Row(MatchRule.NOT_ANOTHER_CLAIMS, new Mismatch.TakenByNamesake(reference("data", "u0"), "u1")),
                new Row(MatchRule.CAPACITY, new Mismatch.CapacityTooSmall(Quantity.parse("2"), Quantity.parse("1"))),
                new Row(MatchRule.VOLUME_MODE, new Mismatch.VolumeModeDiffers(VolumeMode.BLOCK, VolumeMode.FILESYSTEM)),
                new Row(MatchRule.ATTRIBUTES_CLASS, new Mismatch.AttributesClassDiffers("gold", "")),
                new Row(MatchRule.NOT_BEING_DELETED, new Mismatch.BeingDeleted(Instant.EPOCH)),
                new Row(MatchRule.NOT_LEFT_TO_SCHEDULER, new Mismatch.BindingDelayed()),
                new Row(MatchRule.PHASE, new Mismatch.NotAvailable(Optional.empty())),
                new Row(MatchRule.SELECTOR, new Mismatch.SelectorMismatch(LabelMatcher.EVERYTHING, Map.of())),
                new Row(MatchRule.CLASS, new Mismatch.ClassDiffers("m", "")),
                new Row(MatchRule.NODE_AFFINITY, new Mismatch.NotReachable(UNREADABLE, Map.of())));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void namesItsRuleAndIsAnsweredByTheCaseOfItsName(Row row) {
        assertThat(row.mismatch().rule()).isEqualTo(row.rule());
        Answer answer = row.mismatch().accept(caseAndMismatch());
        assertThat(answer.givenBy())
                .isEqualToIgnoringCase(row.mismatch().getClass().getSimpleName());
        assertThat(answer.mismatch()).isSameAs(row.mismatch());
    }

    record Answer(String givenBy, Mismatch mismatch) {}

    /** Every case answers with its own name and what it was asked about. */
    @SuppressWarnings("unchecked")
    private static Mismatch.Cases<Answer> caseAndMismatch() {
        Class<?> cases = Mismatch.Cases.class;
        return (Mismatch.Cases<Answer>) Proxy.newProxyInstance(
                cases.getClassLoader(),
                new Class<?>[] {cases},
                (self, method, mismatch) -> new Answer(method.getName(), (Mismatch) mismatch[0]));
    }

    @Test
    void hasARowForEachKind() {
        assertThat(rows().<Class<?>>map(row -> row.mismatch().getClass()))
                .containsExactlyInAnyOrder(Mismatch.class.getPermittedSubclasses());
    }

    @Test
    void saysWhatIsWrongWithAnAffinityThatCannotBeRead() {
        assertThat(new Mismatch.NotReachable(UNREADABLE, Map.of()).describe())
                .startsWith("has a node affinity that cannot be read: ")
                .contains("Unsupported value: \"Near\"");
    }
}
