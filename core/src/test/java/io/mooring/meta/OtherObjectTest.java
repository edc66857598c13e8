package io.mooring.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OtherObjectTest {
    @Test
    void aKindThatIsInterpretedIsNotCarriedAlongInAnyVersion() {
        assertThatThrownBy(() -> OtherObject.kindOf("storage.k8s.io/v1beta1", "StorageClass"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "storage.k8s.io/v1beta1 StorageClass is a kind that Mooring interprets, as storage.k8s.io/v1");
        assertThatThrownBy(() -> OtherObject.kindOf("v1", "Pod")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKindOfTheSameNameInAnotherGroupIsCarriedAlong() {
        assertThat(OtherObject.kindOf("longhorn.io/v1beta2", "Node").known()).isEmpty();
    }
}
