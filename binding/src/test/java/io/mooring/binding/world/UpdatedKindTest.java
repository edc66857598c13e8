package io.mooring.binding.world;

import static io.mooring.binding.story.Given.storageClass;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.object.Objects;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import org.junit.jupiter.api.Test;

/** An update finds the object that its tree means, whatever the tree leaves out. */
class UpdatedKindTest {
    private static final Cluster EMPTY = Cluster.empty(Controllers.NONE);

    @Test
    void aKnownKindInAnotherVersionIsNotServed() {
        JsonObject tree = Objects.write(storageClass("x"));
        Cluster cluster = EMPTY.create(tree).orThrow();

        assertRefused(
                cluster.update(tree.with("apiVersion", new JsonString("storage.k8s.io/v1beta1"))),
                404,
                "the server could not find the requested resource (put storageclasses.storage.k8s.io x)");
    }

    @Test
    void aTreeWithoutAKindIsABadRequest() {
        assertRefused(EMPTY.update(service().without("kind")), 400, "Object 'Kind' is missing in ");
        assertRefused(EMPTY.create(service().without("kind")), 400, "Object 'Kind' is missing in ");
    }

    @Test
    void aForeignObjectWithoutANamespaceIsTheOneInDefault() {
        Cluster cluster = EMPTY.create(service()).orThrow();
        JsonObject changed = service().with("spec", JsonObject.of("type", new JsonString("NodePort")));

        assertThat(cluster.update(changed).orThrow().all()).singleElement().satisfies(object -> {
            assertThat(object.metadata().namespace()).isEqualTo("default");
            assertThat(Objects.write(object).at("spec", "type")).contains(new JsonString("NodePort"));
        });
    }

    private static JsonObject service() {
        return JsonObject.builder()
                .put("apiVersion", "v1")
                .put("kind", "Service")
                .put("metadata", JsonObject.of("name", new JsonString("web")))
                .build();
    }

    private static void assertRefused(Outcome outcome, int code, String start) {
        assertThat(outcome.answer()).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.message()).startsWith(start);
        });
    }
}
