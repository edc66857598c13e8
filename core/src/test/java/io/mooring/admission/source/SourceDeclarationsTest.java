package io.mooring.admission.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.schema.Errors;
import io.mooring.schema.Field;
import io.mooring.schema.TreeLine;
import io.mooring.schema.TreeSchema;
import io.mooring.schema.Type;
import io.mooring.storage.SourceType;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What sources are declared with, declared anew: the sources themselves are declared once, before any test. */
class SourceDeclarationsTest {
    private static final JsonObject NAMESPACED = JsonObject.of("ref", JsonObject.of("namespace", new JsonString("n")));
    private static final TreeSchema PATH = TreeSchema.of(Field.text("path").required());

    @Test
    void aSecretOfAPodIsInItsNamespace() {
        assertThat(decodes(SourceHolder.POD.secret("ref"), NAMESPACED)).isFalse();
        assertThat(decodes(SourceHolder.PERSISTENT_VOLUME.secret("ref"), NAMESPACED))
                .isTrue();
    }

    @Test
    void aSecretThatIsNamedSaysItsNamespaceWhereItMayBeAnother() {
        JsonObject unnamed = JsonObject.of("ref", JsonObject.EMPTY);
        assertThat(problems(TreeSchema.of(SourceHolder.POD.namedSecret("ref")), unnamed))
                .containsExactly("ref.name: Required value");
        assertThat(problems(TreeSchema.of(SourceHolder.PERSISTENT_VOLUME.namedSecret("ref")), unnamed))
                .containsExactly("ref.name: Required value", "ref.namespace: Required value");
    }

    @Test
    void someLinesAreOnlyInPodsAndSomeOnlyInPersistentVolumes() {
        TreeLine line = Field.text("a");
        assertThat(TreeSchema.of(SourceHolder.POD.onlyInPod(line)).names()).containsExactly("a");
        assertThat(TreeSchema.of(SourceHolder.POD.onlyInPersistentVolume(line)).names())
                .isEmpty();
        assertThat(TreeSchema.of(SourceHolder.PERSISTENT_VOLUME.onlyInPersistentVolume(line))
                        .names())
                .containsExactly("a");
        assertThat(TreeSchema.of(SourceHolder.PERSISTENT_VOLUME.onlyInPod(line)).names())
                .isEmpty();
    }

    @Test
    void aSourceIsDeclaredWhereItIsKnown() {
        SourceSchema both = SourceSchema.of(SourceType.NFS, PATH);
        assertThat(both.inPersistentVolume()).contains(PATH);
        assertThat(both.inPod()).contains(PATH);
        assertThat(SourceSchema.of(SourceType.LOCAL, PATH).inPod()).isEmpty();
        assertThat(SourceSchema.of(SourceType.LOCAL, PATH).inPersistentVolume()).contains(PATH);
        assertThat(SourceSchema.of(SourceType.EMPTY_DIR, PATH).inPersistentVolume())
                .isEmpty();
        assertThat(SourceSchema.of(SourceType.EMPTY_DIR, PATH).inPod()).contains(PATH);
    }

    @Test
    void aSourceIsToldOfAtOtherNamesAndWarnedOf() {
        SourceSchema nfs = SourceSchema.of(SourceType.NFS, PATH);
        SourceSchema elsewhere = nfs.toldAt("one", "two");
        assertThat(List.of(elsewhere.errorName(), elsewhere.furtherName())).containsExactly("one", "two");
        assertThat(nfs.deprecated("old").warning()).contains("nfs: old");
        assertThat(nfs.deprecated("old").podWarning()).contains("nfs: old");
        assertThat(nfs.deprecatedAt("NFS", "old").podWarning()).contains("NFS: old");
        assertThat(nfs.deprecatedInPods("old").podWarning()).contains("nfs: old");
        assertThat(nfs.deprecatedInPods("old").warning()).isEmpty();
    }

    @Test
    void modesOfFilesAreNumbersOfThreeDigits() {
        TreeSchema mode = TreeSchema.of(Files.mode());
        assertThat(problems(mode, JsonObject.of("mode", JsonNumber.of(0777)))).isEmpty();
        assertThat(problems(mode, JsonObject.of("mode", JsonNumber.of(01000))))
                .containsExactly(
                        "mode: Invalid value: 512: must be a number between 0 and 0777 (octal), both inclusive");
        assertThat(TreeSchema.of(Files.defaultMode()).withDefaults(JsonObject.EMPTY))
                .isEqualTo(JsonObject.of("defaultMode", JsonNumber.of(0644)));
    }

    @Test
    void referencesAreToFieldsThatAreSupportedThere() {
        TreeSchema names = FieldReferences.toField(List.of("metadata.name"));
        assertThat(problems(names, reference("fieldPath", "metadata.name"))).isEmpty();
        assertThat(problems(names, reference("fieldPath", "spec.nodeName")))
                .containsExactly(
                        "fieldPath: Unsupported value: \"spec.nodeName\": supported values: \"metadata.name\"");
    }

    @Test
    void referencesToResourcesOfAFileNameTheContainer() {
        JsonObject cpu = reference("resource", "limits.cpu");
        assertThat(problems(FieldReferences.toResource(), cpu)).isEmpty();
        assertThat(problems(FieldReferences.toResourceOfNamedContainer(), cpu))
                .containsExactly("containerName: Required value");
    }

    @Test
    void aVolumesSourceIsAsItsContentIs() {
        VolumeSourceType plain = new VolumeSourceType("nfs", TreeSchema.of(Field.text("path")));
        assertThat(plain.zero()).isEqualTo(VolumeSource.of("nfs", JsonObject.EMPTY));
        assertThat(plain.typeName()).isEqualTo("an object");
        assertThat(plain.hasDefaults()).isFalse();
        assertThat(plain.hasChecks()).isFalse();
        Field<String> filled = Field.text("path").preset("/").required();
        VolumeSourceType checked = new VolumeSourceType("nfs", TreeSchema.of(filled));
        assertThat(checked.hasDefaults()).isTrue();
        assertThat(checked.hasChecks()).isTrue();
    }

    @Test
    void noSourceOfAPersistentVolumeHasAnAmount() {
        assertThat(Stream.of(SourceType.values()).flatMap(type -> Sources.of(type).inPersistentVolume().stream()))
                .noneMatch(Type::hasAmounts);
    }

    private static boolean decodes(Field<JsonObject> field, JsonObject tree) {
        return TreeSchema.of(field).decode(tree).isClean();
    }

    private static JsonObject reference(String field, String to) {
        return JsonObject.builder()
                .put("apiVersion", new JsonString("v1"))
                .put(field, new JsonString(to))
                .build();
    }

    private static List<String> problems(TreeSchema schema, JsonObject tree) {
        Errors errors = new Errors(() -> tree);
        schema.check(tree, errors.root());
        return errors.list().stream()
                .map(error -> error.field() + ": " + error.message())
                .toList();
    }
}
