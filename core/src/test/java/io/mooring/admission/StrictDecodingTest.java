package io.mooring.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.storage.StorageClass;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonString;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StrictDecodingTest {
    private static final String UNREADABLE = "StorageClass in version \"v1\" cannot be handled as a StorageClass: ";

    @Test
    void namesEachFieldThatIsUnknownOrThereTwice() {
        Verdict.Refused refused = StrictDecoding.refusal(
                StorageClass.KIND, List.of(unknown("b"), new DecodingProblem.DuplicateField(FieldPath.of("a"))));

        assertThat(refused.message())
                .isEqualTo(UNREADABLE + "strict decoding error: unknown field \"b\", duplicate field \"a\"");
        assertThat(refused.causes())
                .extracting(cause -> cause.field().toString())
                .containsExactly("b", "a");
    }

    @Test
    void endsWithTheFirstWrongTypeWhateverElseThereIs() {
        DecodingProblem wrong = new DecodingProblem.WrongType(FieldPath.of("a"), "a list", new JsonString("x"));

        assertThat(StrictDecoding.refusal(StorageClass.KIND, List.of(unknown("b"), wrong))
                        .message())
                .isEqualTo(UNREADABLE + wrong.message());
    }

    @Test
    void tellsTheFirstOfVeryLongCausesAndHowManyMore() {
        String name = "x".repeat(600_000);
        Verdict.Refused refused = StrictDecoding.refusal(
                StorageClass.KIND, List.of(unknown("a" + name), unknown("b" + name), unknown("c"), unknown("d")));

        assertThat(refused.causes()).hasSize(3);
        assertThat(refused.causes().get(2)).isEqualTo(Cause.leftOut(2)).hasToString("and 2 more");
        assertThat(refused.hasCause(CauseKind.LEFT_OUT)).isTrue();
        assertThat(refused.hasCause(CauseKind.UNREADABLE)).isTrue();
        assertThat(refused.hasCause(CauseKind.INVALID)).isFalse();
    }

    private static DecodingProblem unknown(String field) {
        return new DecodingProblem.UnknownField(FieldPath.of(field), Optional.empty(), List.of());
    }
}
