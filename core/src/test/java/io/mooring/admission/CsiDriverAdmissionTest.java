package io.mooring.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.ObjectMeta;
import io.mooring.storage.CsiDriver;
import io.mooring.storage.CsiDriverSpec;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import org.junit.jupiter.api.Test;

class CsiDriverAdmissionTest {

    @Test
    void whatADriverDoesNotSayIsFilledIn() {
        CsiDriver admitted = admitted(driver("csi.example.com", JsonObject.EMPTY));
        assertThat(admitted.spec().attachRequired()).contains(true);
        assertThat(admitted.spec().storageCapacity()).contains(false);
        assertThat(admitted.spec().rest())
                .isEqualTo(JsonObject.builder()
                        .put("podInfoOnMount", JsonBool.FALSE)
                        .put("volumeLifecycleModes", JsonArray.of(new JsonString("Persistent")))
                        .put("requiresRepublish", JsonBool.FALSE)
                        .put("fsGroupPolicy", new JsonString("ReadWriteOnceWithFSType"))
                        .put("seLinuxMount", JsonBool.FALSE)
                        .build());
    }

    @Test
    void aDriverIsCalledLikeOne() {
        assertThat(refusal(driver("csi_example", JsonObject.EMPTY)))
                .startsWith(
                        "CSIDriver.storage.k8s.io \"csi_example\" is invalid: metadata.name: Invalid value: \"csi_example\": ");
    }

    @Test
    void policiesModesAndPeriodsAreChecked() {
        JsonObject spec = JsonObject.builder()
                .put("fsGroupPolicy", new JsonString("Always"))
                .put("volumeLifecycleModes", JsonArray.of(new JsonString("Forever")))
                .put("nodeAllocatableUpdatePeriodSeconds", JsonNumber.of(9))
                .build();
        assertThat(refusal(driver("csi.example.com", spec)))
                .contains(
                        "spec.fsGroupPolicy: Unsupported value: \"Always\": supported values: \"File\", \"None\", "
                                + "\"ReadWriteOnceWithFSType\"",
                        "spec.volumeLifecycleModes: Unsupported value: \"Forever\"",
                        "spec.nodeAllocatableUpdatePeriodSeconds: Invalid value: 9: must be greater than or equal to 10 "
                                + "seconds");
    }

    @Test
    void whetherItAttachesStaysAsItIs() {
        CsiDriver stored = admitted(driver("csi.example.com", JsonObject.EMPTY));
        CsiDriver changed = stored.withSpec(stored.spec().withAttachRequired(false));
        assertThat(Admission.update(stored, changed, AdmissionWorld.EMPTY))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.message())
                                .isEqualTo(
                                        "CSIDriver.storage.k8s.io \"csi.example.com\" is invalid: spec.attachedRequired: Invalid value:"
                                                + " false: field is immutable"));
    }

    @Test
    void whetherItPublishesCapacityMayChange() {
        CsiDriver stored = admitted(driver("csi.example.com", JsonObject.EMPTY));
        assertThat(Admission.update(
                        stored, stored.withSpec(stored.spec().withStorageCapacity(true)), AdmissionWorld.EMPTY))
                .isInstanceOf(Verdict.Admitted.class);
    }

    private static CsiDriver driver(String name, JsonObject spec) {
        return CsiDriver.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .spec(CsiDriverSpec.builder().rest(spec).build())
                .build();
    }

    private static CsiDriver admitted(CsiDriver driver) {
        return (CsiDriver) ((Verdict.Admitted) Admission.create(driver, AdmissionWorld.EMPTY)).object();
    }

    private static String refusal(CsiDriver driver) {
        return ((Verdict.Refused) Admission.create(driver, AdmissionWorld.EMPTY)).message();
    }
}
