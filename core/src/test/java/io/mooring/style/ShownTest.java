package io.mooring.style;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.tree.JsonObject;
import io.mooring.workload.ClaimTemplate;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShownTest {
    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void showsAttributesInOrderWithoutThoseThatAreAbsent() {
        PersistentVolumeClaimSpec spec =
                PersistentVolumeClaimSpec.builder().volumeName("v").build();
        PersistentVolumeClaimSpec named = spec.withStorageClassName("fast");

        assertThat(spec.toString())
                .startsWith("PersistentVolumeClaimSpec{accessModes=[], ")
                .contains("volumeName=v")
                .doesNotContain("storageClassName");
        assertThat(named.toString()).endsWith("volumeName=v, storageClassName=fast}");
    }

    @Test
    void showsTheFirstOfManyItemsAndHowManyMoreThereAre() {
        ObjectMeta twenty = ObjectMeta.builder().finalizers(finalizers(20)).build();
        ObjectMeta more = ObjectMeta.builder().finalizers(finalizers(50_000)).build();

        assertThat(twenty.toString()).contains("f18, f19]").doesNotContain("more");
        assertThat(more.toString()).contains("f18, f19, and 49980 more]").doesNotContain("f20");
    }

    @Test
    void showsTheFirstOfManyEntries() {
        ObjectMeta many = ObjectMeta.builder().labels(labels(1000)).build();

        assertThat(many.toString()).contains("{l0=x, l1=x, ").contains("l19=x, and 980 more}");
    }

    @Test
    void showsTheBeginningOfALongText() {
        String name = "x".repeat(1000);

        assertThat(ObjectMeta.builder().name(name).build().toString()).contains("name=" + name + ", ");
        assertThat(ObjectMeta.builder().name(name + "y").build().toString())
                .contains("name=" + name + "... (1001 characters), ");
    }

    @Test
    void showsTheBeginningOfALongTree() {
        OtherObject object = new OtherObject(
                OtherObject.kindOf("v1", "ConfigMap"),
                ObjectMeta.builder().name("c").build(),
                JsonObject.builder().put("data", "x".repeat(1_000_000)).build());

        assertThat(object.toString()).contains("content={\"data\":\"xxx").hasSizeLessThan(3000);
    }

    /** Each is some 450 characters. */
    @Test
    void doesNotCutAValueWithinAnother() {
        assertThat(set(2).toString()).hasSizeGreaterThan(1000).endsWith("}}").doesNotContain("characters)");
    }

    @Test
    void staysShortHoweverManyTemplatesASetHas() {
        assertThat(set(50_000).toString()).contains("and 49980 more").hasSizeLessThan(20_000);
    }

    @TestFactory
    Stream<DynamicTest> knowsTheAccessorsOfEveryValue() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<Class<?>> generated = files.map(CLASSES::relativize)
                    .map(Path::toString)
                    .filter(file -> file.matches("(?!.*/collect/).*/Immutable\\w+\\.class"))
                    .<Class<?>>map(ShownTest::loaded)
                    .toList();
            assertThat(generated).hasSizeGreaterThan(90);
            return generated.stream()
                    .map(type -> DynamicTest.dynamicTest(
                            type.getSimpleName(),
                            () -> assertThat(Shown.attributes(type))
                                    .isNotEmpty()
                                    .doesNotContain("hashCode")));
        }
    }

    private static Class<?> loaded(String file) {
        try {
            return Class.forName(file.replace(".class", "").replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static StatefulSet set(int templates) {
        return StatefulSet.builder()
                .spec(StatefulSetSpec.builder()
                        .volumeClaimTemplates(Collections.nCopies(
                                templates, ClaimTemplate.builder().build()))
                        .build())
                .build();
    }

    private static Map<String, String> labels(int count) {
        Map<String, String> labels = new LinkedHashMap<>();
        IntStream.range(0, count).forEach(i -> labels.put("l" + i, "x"));
        return labels;
    }

    private static List<String> finalizers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "f" + i).toList();
    }
}
