package io.mooring.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.admission.object.Objects;
import io.mooring.tree.JsonObject;

/** Any tree is admitted or refused with words; what was admitted is admitted again, and may be written over itself. */
class AdmissionFuzz {
    @FuzzTest
    void anyTree(FuzzedDataProvider data) {
        JsonObject tree = Trees.object(data);
        Admission.create(tree, AdmissionWorld.EMPTY)
                .accept(Verdict.Cases.<Void>of(
                        admitted -> {
                            assertThat(Admission.update(
                                            admitted.object(), Objects.write(admitted.object()), AdmissionWorld.EMPTY))
                                    .isInstanceOf(Verdict.Admitted.class);
                            return null;
                        },
                        refused -> {
                            assertThat(refused.message()).isNotBlank();
                            return null;
                        }));
    }
}
