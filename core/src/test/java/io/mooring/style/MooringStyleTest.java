package io.mooring.style;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.ObjectMeta;
import io.mooring.style.collect.ImmutableList;
import io.mooring.style.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MooringStyleTest {
    private final ObjectMeta metadata = ObjectMeta.builder()
            .putLabels("app", "web")
            .putLabels("tier", "db")
            .putLabels("app", "shop")
            .finalizers(List.of("a/b", "c/d"))
            .build();

    /** The generator says nothing if it does not find them, and takes the JDK's, of which labels of three are 256 bytes. */
    @Test
    void valuesHoldTheMapsAndListsThatTakeLittle() {
        assertThat(metadata.labels()).isInstanceOf(ImmutableMap.class);
        assertThat(metadata.finalizers()).isInstanceOf(ImmutableList.class);
        assertThat(metadata.withLabels(Map.of("a", "b")).labels()).isInstanceOf(ImmutableMap.class);
        assertThat(metadata.withFinalizers("a/b").finalizers()).isInstanceOf(ImmutableList.class);
    }

    @Test
    void aKeyThatIsPutAgainKeepsItsPlace() {
        assertThat(metadata.labels()).hasToString("{app=shop, tier=db}");
    }

    @Test
    void whatTwoValuesHaveAlikeIsThereOnce() {
        ObjectMeta other = ObjectMeta.builder().name("other").from(metadata).build();
        assertThat(other.labels()).isSameAs(metadata.labels());
        assertThat(ObjectMeta.builder().labels(metadata.labels()).build().labels())
                .isSameAs(metadata.labels());
        assertThat(other.finalizers()).isSameAs(metadata.finalizers());
    }
}
