package io.mooring.binding.world;

import static io.mooring.binding.story.Given.storageClass;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.meta.Ref;
import io.mooring.storage.StorageClass;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.tree.MergePatch;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A patch changes no object into another. */
class PatchedIdentityTest {
    private static final Ref<?> SECRET = OtherObject.kindOf("v1", "Secret").ref("default", "db");

    private static Cluster cluster() {
        return Cluster.empty(Controllers.NONE)
                .create(storageClass("x"))
                .orThrow()
                .create(new OtherObject(
                        OtherObject.kindOf("v1", "Secret"),
                        ObjectMeta.builder().name("db").namespace("default").build(),
                        JsonObject.of("data", JsonObject.of("password", new JsonString("c2VjcmV0")))))
                .orThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v1             | ConfigMap | converting (v1.ConfigMap) to (core.Secret): unknown conversion",
                "apps/v1        | Secret    | converting (v1.Secret) to (core.Secret): unknown conversion",
                "v2             | Secret    | no kind \"Secret\" is registered for version \"v2\""
                        + " in scheme \"pkg/api/legacyscheme/scheme.go:30\"",
                "example.com/v1 | Fleet     | no kind \"Fleet\" is registered for version \"example.com/v1\""
                        + " in scheme \"pkg/api/legacyscheme/scheme.go:30\"",
            })
    void anotherKindOrVersionIsRefusedWithoutQuotingTheRest(String apiVersion, String kind, String why) {
        Cluster before = cluster();
        JsonObject patch = JsonObject.builder()
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .build();
        Outcome outcome = before.patch(SECRET, patch);

        assertThat(outcome.cluster()).isSameAs(before);
        Answer.Refused refused = outcome.answer().refused().orElseThrow();
        assertThat(refused.code()).isEqualTo(422);
        assertThat(refused.message())
                .isEqualTo(" \"\" is invalid: patch: Invalid value: \"{\\\"apiVersion\\\":\\\"" + apiVersion
                        + "\\\",\\\"kind\\\":\\\"" + kind + "\\\"}\": " + why)
                .doesNotContain("c2VjcmV0");
    }

    /** Models {@code ValidateObjectMetaAccessorUpdate}; a replace is meant for another object then, and is a conflict. */
    @Test
    void aPatchMayNotChangeTheUid() {
        JsonObject patch = JsonObject.of("metadata", JsonObject.of("uid", new JsonString("other")));
        Cluster before = cluster();
        String why = "metadata.uid: Invalid value: \"other\": field is immutable";
        Answer.Refused refused = before.patch(SECRET, patch).answer().refused().orElseThrow();
        assertThat(refused.code()).isEqualTo(422);
        assertThat(refused.message()).isEqualTo("Secret \"db\" is invalid: " + why);
        StorageClass storageClass = storageClass("x");
        assertThat(before.patch(storageClass.ref(), patch)
                        .answer()
                        .refused()
                        .orElseThrow()
                        .message())
                .endsWith(why);
        assertThat(before.update(
                                storageClass.ref(),
                                MergePatch.apply(before.tree(storageClass.ref()).orElseThrow(), patch))
                        .answer()
                        .refused()
                        .orElseThrow()
                        .code())
                .isEqualTo(409);
    }

    @Test
    void whatIsRemovedStays() {
        JsonObject patch = JsonObject.builder()
                .put("apiVersion", JsonNull.NULL)
                .put("kind", JsonNull.NULL)
                .build();
        assertThat(cluster().patch(SECRET, patch).orThrow().get(SECRET)).isPresent();
    }

    @Provide
    Arbitrary<JsonObject> identities() {
        Arbitrary<JsonValue> value = Arbitraries.of(
                        "v1", "v2", "storage.k8s.io/v1", "a/b", "Pod", "StorageClass", "Secret", "")
                .<JsonValue>map(JsonString::new)
                .injectNull(0)
                .edgeCases(config -> config.add(JsonNull.NULL));
        return net.jqwik.api.Combinators.combine(
                        Arbitraries.of("apiVersion", "kind", "metadata", "status"), value, value)
                .as((field, one, other) -> field.equals("metadata")
                        ? JsonObject.of(
                                "metadata",
                                JsonObject.builder()
                                        .put("name", one)
                                        .put("namespace", other)
                                        .put("uid", other)
                                        .build())
                        : JsonObject.builder()
                                .put(field, one)
                                .put("kind", other)
                                .build());
    }

    @Property(tries = 300)
    void noPatchMakesTwoObjectsOrAnother(@ForAll("identities") JsonObject patch) {
        Cluster before = cluster();
        Stream.of(SECRET, storageClass("x").ref())
                .forEach(ref -> Stream.of(before.patch(ref, patch), before.patchStatus(ref, patch))
                        .forEach(outcome -> {
                            assertThat(outcome.cluster()
                                            .all()
                                            .map(each ->
                                                    each.ref() + each.metadata().uid()))
                                    .containsExactlyElementsOf(before.all()
                                            .map(each ->
                                                    each.ref() + each.metadata().uid())
                                            .toList());
                            assertThat(outcome.answer().isAccepted() || outcome.cluster() == before)
                                    .isTrue();
                        }));
    }
}
