package io.mooring.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who owns an object, and which finalizers and annotations it has. */
class OwnersAndMarksTest {
    private static final ObjectMeta WEB =
            ObjectMeta.builder().name("web").uid("u-web").build();
    private static final ObjectMeta OTHER =
            ObjectMeta.builder().name("web").uid("u-other").build();
    private static final OwnerReference CONTROLLER = OwnerReference.toController(StatefulSet.KIND, WEB);
    private static final OwnerReference OWNER =
            OwnerReference.builder().name("p").uid("u-p").build();

    @Test
    void theControllerIsTheOwnerThatManages() {
        ObjectMeta pod =
                ObjectMeta.builder().addOwnerReferences(OWNER, CONTROLLER).build();
        assertThat(pod.controller()).contains(CONTROLLER);
        assertThat(pod.isControlledBy(WEB)).isTrue();
        assertThat(pod.isControlledBy(OTHER)).isFalse();
    }

    @Test
    void anOwnerThatDoesNotManageIsNoController() {
        ObjectMeta pod = ObjectMeta.builder().addOwnerReferences(OWNER).build();
        assertThat(pod.controller()).isEmpty();
    }

    @Test
    void aReferenceToAControllerNamesAllOfItAndBlocksItsDeletion() {
        assertThat(CONTROLLER.apiVersion()).isEqualTo("apps/v1");
        assertThat(CONTROLLER.kind()).isEqualTo("StatefulSet");
        assertThat(CONTROLLER.isTo(WEB)).isTrue();
        assertThat(CONTROLLER.isController()).isTrue();
        assertThat(CONTROLLER.blockOwnerDeletion()).contains(true);
    }

    @Test
    void aReferenceIsOfAKindInWhateverVersion() {
        assertThat(CONTROLLER.withApiVersion("apps/v1beta1").isOf(StatefulSet.KIND))
                .isTrue();
        assertThat(CONTROLLER.withApiVersion("apps.kruise.io/v1").isOf(StatefulSet.KIND))
                .isFalse();
        assertThat(CONTROLLER.isOf(Pod.KIND)).isFalse();
    }

    @Test
    void ownersComeAndGo() {
        ObjectMeta owned = WEB.withOwner(OWNER).withOwner(CONTROLLER);
        assertThat(owned.ownerReferences()).containsExactly(OWNER, CONTROLLER);
        assertThat(owned.withoutOwners(Set.of("u-p")).ownerReferences()).containsExactly(CONTROLLER);
    }

    @Test
    void aFinalizerIsThereOnceAndGoes() {
        ObjectMeta held = WEB.withFinalizer("a/b").withFinalizer("c/d").withFinalizer("a/b");
        assertThat(held.finalizers()).containsExactly("a/b", "c/d");
        assertThat(held.withoutFinalizer("a/b").finalizers()).containsExactly("c/d");
        assertThat(held.hasFinalizer("c/d")).isTrue();
    }

    @Test
    void anAnnotationIsReplacedUnlessItIsOnlyToBeThere() {
        String name = PersistentVolumeClaim.SELECTED_NODE_ANNOTATION;
        ObjectMeta annotated = WEB.withAnnotation(name, "a");
        assertThat(annotated.withAnnotation(name, "b").annotation(name)).contains("b");
        assertThat(annotated.withAnnotationIfAbsent(name, "b").annotation(name)).contains("a");
        assertThat(WEB.withAnnotationIfAbsent(name, "b").annotation(name)).contains("b");
        assertThat(annotated.withoutAnnotation(name).hasAnnotation(name)).isFalse();
    }
}
