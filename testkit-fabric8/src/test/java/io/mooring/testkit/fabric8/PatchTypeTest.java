package io.mooring.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.yaml.Manifests;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchTypeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: 1}        | [{op: add, path: /b, value: 2}]                       | {a: 1, b: 2}",
                "{a: [1, 3]}   | [{op: add, path: /a/1, value: 2}]                     | {a: [1, 2, 3]}",
                "{a: [1]}      | [{op: add, path: /a/-, value: 2}]                     | {a: [1, 2]}",
                "{a/b: 1}      | [{op: replace, path: /a~1b, value: 2}]                | {a/b: 2}",
                "{a: 1, b: 2}  | [{op: remove, path: /a}]                              | {b: 2}",
                "{a: {b: 1}}   | [{op: move, from: /a/b, path: /c}]                    | {a: {}, c: 1}",
                "{a: {b: 1}}   | [{op: copy, from: /a/b, path: /c}]                    | {a: {b: 1}, c: 1}",
                "{a: 1}        | [{op: test, path: /a, value: 1}, {op: remove, path: /a}] | {}"
            })
    void jsonPatches(String before, String patch, String after) {
        assertThat(PatchType.JSON.apply(Manifests.readTree(patch), tree(before)))
                .isEqualTo(tree(after));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{op: remove, path: /b}]",
                "[{op: replace, path: /b, value: 1}]",
                "[{op: add, path: /b/c, value: 1}]",
                "[{op: add, path: /list/2, value: 1}]",
                "[{op: test, path: /a, value: 2}]",
                "[{op: add, path: /b}]",
                "[{op: move, path: /b}]",
                "[{op: turn, path: /a}]",
                "[{op: remove, path: a}]",
                "[{op: remove, path: /list/x}]"
            })
    void whatDoesNotFitIsInvalid(String patch) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> PatchType.JSON.apply(Manifests.readTree(patch), tree("{a: 1, list: [1]}")))
                .withMessage("the server rejected our request due to an error in our request")
                .satisfies(refused -> assertThat(refused.refused().code()).isEqualTo(422));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: {b: 1, c: 2}} | {a: {b: null, d: 3}} | {a: {c: 2, d: 3}}",
                "{containers: [{name: x, image: i}]} | {containers: [{name: y}, {name: x, image: j}]}"
                        + " | {containers: [{name: x, image: j}, {name: y}]}",
                "{containers: [{name: x}, {name: y}]} | {containers: [{name: x, $patch: delete}]}"
                        + " | {containers: [{name: y}]}",
                "{finalizers: [a]} | {finalizers: [b]} | {finalizers: [a, b]}",
                "{finalizers: [a, b]} | {$deleteFromPrimitiveList/finalizers: [a]} | {finalizers: [b]}",
                "{strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1}}}"
                        + " | {strategy: {type: Recreate, $retainKeys: [type]}} | {strategy: {type: Recreate}}",
                "{args: [a, b]} | {args: [c]} | {args: [c]}"
            })
    void strategicMergePatches(String before, String patch, String after) {
        assertThat(PatchType.STRATEGIC.apply(Manifests.readTree(patch), tree(before)))
                .isEqualTo(tree(after));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{op: remove, path: /a}",
                "[remove]",
                "[{path: /a}]",
                "[{op: remove, path: [a]}]",
            })
    void whatIsNoListOfOperationsIsABadRequest(String patch) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> PatchType.JSON.apply(Manifests.readTree(patch), tree("{a: 1}")))
                .satisfies(refused -> assertThat(refused.refused().code()).isEqualTo(400));
    }

    @Test
    void tooManyOperationsAreTooLarge() {
        JsonArray patch =
                new JsonArray(Collections.nCopies(10_001, Manifests.readTree("{op: test, path: /a, value: 1}")));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> PatchType.JSON.apply(patch, tree("{a: 1}")))
                .satisfies(refused -> assertThat(refused.refused().code()).isEqualTo(413))
                .withMessage("The allowed maximum operations in a JSON patch is 10000, got 10001");
    }

    @Test
    void numbersAndTextsStayAsTheyAre() {
        JsonObject before = tree("{a: 1.50, b: 12345678901234567890, c: \"\\u00e9\\n\\\"\", d: null, e: [], f: 0.1}");
        assertThat(PatchType.JSON.apply(Manifests.readTree("[{op: add, path: /g, value: 1}]"), before))
                .isEqualTo(before.with("g", Manifests.readTree("1")));
    }

    @Test
    void whatIsNoKindOfPatchIsNotSupported() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> PatchType.of("text/plain"))
                .satisfies(refused -> assertThat(refused.refused().code()).isEqualTo(415));
        assertThat(PatchType.of("application/apply-patch+yaml")).isEqualTo(PatchType.APPLY);
    }

    private static JsonObject tree(String text) {
        return (JsonObject) Manifests.readTree(text);
    }
}
