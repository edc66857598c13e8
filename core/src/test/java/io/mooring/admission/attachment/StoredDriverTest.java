package io.mooring.admission.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.meta.ObjectMeta;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.storage.CsiDriver;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredDriverTest {
    private static final Semantics KNOWN = Semantics.DEFAULT.with(Behaviour.CSI_DRIVER_MAY_BE_REQUIRED_ON_NODE, true);
    private static final Semantics UNKNOWN =
            Semantics.DEFAULT.with(Behaviour.CSI_DRIVER_MAY_BE_REQUIRED_ON_NODE, false);

    @Test
    void whatIsStoredStaysWhereItIsNotKnown() {
        CsiDriver stored = created(required(true), KNOWN);
        assertThat(stored.spec().preventPodSchedulingIfMissing()).contains(true);
        assertThat(updated(stored, required(true), UNKNOWN).spec().preventPodSchedulingIfMissing())
                .contains(true);
        assertThat(updated(created(required(true), UNKNOWN), required(true), UNKNOWN)
                        .spec()
                        .preventPodSchedulingIfMissing())
                .isEmpty();
    }

    private static CsiDriver required(boolean isRequired) {
        CsiDriver driver = CsiDriver.builder()
                .metadata(ObjectMeta.builder().name("csi.example.com").build())
                .build();
        return driver.withSpec(driver.spec().withPreventPodSchedulingIfMissing(Optional.of(isRequired)));
    }

    private static CsiDriver created(CsiDriver driver, Semantics semantics) {
        return admitted(Admission.create(driver, AdmissionWorld.of(List.of(), semantics)));
    }

    private static CsiDriver updated(CsiDriver stored, CsiDriver updated, Semantics semantics) {
        return admitted(Admission.update(stored, updated, AdmissionWorld.of(List.of(), semantics)));
    }

    private static CsiDriver admitted(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Admitted.class);
        return (CsiDriver) ((Verdict.Admitted) verdict).object();
    }
}
