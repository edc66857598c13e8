package io.mooring.admission.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.metadata.Selectors;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import io.mooring.quantity.Quantity;
import io.mooring.schema.Check;
import io.mooring.schema.Errors;
import io.mooring.schema.FieldError;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.TypedLocalObjectReference;
import io.mooring.storage.TypedObjectReference;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeResourceRequirements;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimSchemaTest {
    private static final TypedLocalObjectReference SNAPSHOT = TypedLocalObjectReference.builder()
            .apiGroup("snapshot.storage.k8s.io")
            .kind("VolumeSnapshot")
            .name("yesterday")
            .build();

    @Test
    void checksFieldsInTheOrderOfTheApiServer() {
        PersistentVolumeClaimSpec spec = PersistentVolumeClaimSpec.builder()
                .selector(selector("a b"))
                .storageClassName("Fast")
                .volumeMode(new VolumeMode("Tape"))
                .volumeAttributesClassName("Gold")
                .build();

        assertThat(fields(ClaimSpecSchema.SPEC, spec))
                .containsExactly(
                        "accessModes",
                        "selector.matchExpressions[0].values[0]",
                        "resources[storage]",
                        "storageClassName",
                        "volumeMode",
                        "volumeAttributesClassName");
    }

    @Test
    void checksTheSelectorBetweenThePresenceOfAccessModesAndTheirNames() {
        PersistentVolumeClaimSpec spec =
                whole().withAccessModes(new AccessMode("ReadOnce")).withSelector(selector("a b"));

        assertThat(fields(ClaimSpecSchema.SPEC, spec))
                .containsExactly("selector.matchExpressions[0].values[0]", "accessModes");
    }

    @Test
    void takesSelectorValuesAndApiGroupsAsTheyAreWhereToldTo() {
        PersistentVolumeClaimSpec spec =
                whole().withSelector(selector("a b")).withDataSource(SNAPSHOT.withApiGroup("No Group"));

        assertThat(fields(ClaimSpecSchema.SPEC, spec))
                .containsExactly("selector.matchExpressions[0].values[0]", "dataSource.apiGroup");
        assertThat(fields(
                        (each, at) -> ClaimSpecSchema.SPEC.check(
                                each, at.with(Selectors.ANY_VALUES, true).with(DataSources.ANY_GROUP, true)),
                        spec))
                .isEmpty();
    }

    @Test
    void fillsEachOfTheTwoDataSourcesFromTheOther() {
        TypedObjectReference reference = TypedObjectReference.builder()
                .apiGroup(SNAPSHOT.apiGroup())
                .kind(SNAPSHOT.kind())
                .name(SNAPSHOT.name())
                .build();
        PersistentVolumeClaimSpec both = whole().withDataSource(SNAPSHOT).withDataSourceRef(reference);

        assertThat(DataSources.normalized(whole().withDataSource(SNAPSHOT), Optional.empty()))
                .isEqualTo(both);
        assertThat(DataSources.normalized(whole().withDataSourceRef(reference), Optional.empty()))
                .isEqualTo(both);
        assertThat(fields(ClaimSpecSchema.SPEC, both)).isEmpty();
        assertThat(fields(ClaimSpecSchema.SPEC, both.withDataSourceRef(reference.withName("today"))))
                .containsExactly("");
    }

    @Test
    void dropsOtherKindsThanClaimsAndSnapshotsFromTheOldFieldUnlessStored() {
        PersistentVolumeClaimSpec spec =
                whole().withDataSource(SNAPSHOT.withApiGroup("example.com").withKind("Backup"));

        assertThat(DataSources.normalized(spec, Optional.empty())).isEqualTo(whole());
        assertThat(DataSources.normalized(spec, Optional.of(spec)).dataSource()).isEqualTo(spec.dataSource());
    }

    private static PersistentVolumeClaimSpec whole() {
        return PersistentVolumeClaimSpec.builder()
                .addAccessModes(AccessMode.READ_WRITE_ONCE)
                .resources(VolumeResourceRequirements.builder()
                        .putRequests("storage", Quantity.parse("1Gi"))
                        .build())
                .build();
    }

    private static LabelSelector selector(String value) {
        return LabelSelector.builder()
                .addMatchExpressions(LabelSelectorRequirement.builder()
                        .key("tier")
                        .operator("In")
                        .addValues(value)
                        .build())
                .build();
    }

    private static <T> List<String> fields(Check<T> check, T value) {
        Errors errors = new Errors(() -> JsonObject.EMPTY);
        check.check(value, errors.root());
        return errors.list().stream()
                .map(FieldError::field)
                .map(Object::toString)
                .toList();
    }
}
