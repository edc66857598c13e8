package io.mooring.binding.explain.resize;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Modification;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Resizer;
import io.mooring.binding.control.Resizing;
import io.mooring.binding.control.Settled;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Dump;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimCondition;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.storage.VolumeResourceRequirements;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ResizeExplainerTest {
    private static final String DRIVER = "csi.example.com";

    @Test
    void aClaimThatHasWhatItAsksForIsNotResized() {
        assertThat(explain(bound(ControlPlane.DEFAULT))).isEmpty();
    }

    @Test
    void withoutAResizerNobodyEverBegins() {
        Explanation explanation =
                explain(request(bound(ControlPlane.DEFAULT), "2Gi")).orElseThrow();

        assertThat(explanation.outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(explanation.text())
                .contains(", and asks for 2Gi, of which it has 1Gi.\n")
                .contains("""
                 is to be enlarged by the external-resizer of driver csi.example.com, which does not run here
                  may ask for any size above the 1Gi that it has, be it less than it asks for now; never for 1Gi or less
                Kubernetes says: ExternalExpanding "waiting for an external controller to expand this PVC"
                """);
    }

    @Test
    void inAnOpenedClusterWhetherAResizerRunsIsNotKnown() {
        Explanation explanation =
                explain(opened(request(bound(ControlPlane.DEFAULT), "2Gi"))).orElseThrow();

        assertThat(explanation.outlook()).isEqualTo(Outlook.NOT_KNOWN);
        assertThat(explanation.text())
                .contains(
                        "which has not begun; whether it runs is not known, and where it does not, nobody ever will\n");
    }

    @Test
    void aResizerThatRunsHereIsAboutToBegin() {
        Settled asked = bound(resizing(Resizing.Resized::new));
        Cluster unsettled =
                asked.cluster().update(asking(asked.claim("c"), "2Gi")).orThrow();

        Explanation explanation = explain(new Settled(unsettled)).orElseThrow();

        assertThat(explanation.outlook()).isEqualTo(Outlook.WAITS);
        assertThat(explanation.text())
                .contains(
                        "is to be enlarged by the external-resizer of driver csi.example.com, which is about to begin\n");
    }

    /** Resizers before v1.12 wrote nothing but the conditions. */
    @Test
    void aConditionAloneTellsHowFarAResizeIs() {
        Settled asked = request(bound(ControlPlane.DEFAULT), "2Gi");

        assertThat(explain(withCondition(asked, "FileSystemResizePending"))
                        .orElseThrow()
                        .text())
                .contains("its volume has 2Gi already, its file system 1Gi.\n")
                .contains("needs a pod that runs with it: the kubelet enlarges the file system then\n");
        assertThat(explain(withCondition(asked, "Resizing")).orElseThrow().text())
                .contains("is being enlarged by its driver\n");
    }

    private static Settled withCondition(Settled settled, String type) {
        PersistentVolumeClaim claim = settled.claim("c");
        PersistentVolumeClaimCondition condition = PersistentVolumeClaimCondition.builder()
                .type(type)
                .status("True")
                .build();
        return new Settled(settled.cluster()
                .updateStatus(claim.withStatus(claim.status().withConditions(List.of(condition))))
                .orThrow());
    }

    @Test
    void aPodThatIsToComeBringsTheSize() {
        Settled pending =
                request(bound(resizing(Resizing.FileSystemPending::new)), "2Gi").and(Given.pod("p", "c"));

        assertThat(explain(pending).orElseThrow().outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(explain(pending).orElseThrow().text())
                .contains(
                        "Pod default/p uses the claim and does not run yet: the kubelet enlarges the file system then\n");
        assertThat(explain(pending.and(Given.node("n", "8")))).isEmpty();
    }

    @Test
    void withoutPodsInTheDumpTheNodesTurnIsNotKnown() {
        Settled pending = request(bound(resizing(Resizing.FileSystemPending::new)), "2Gi");

        assertThat(explain(opened(pending, Pod.KIND)).orElseThrow().text())
                .contains(
                        "needs a pod that runs with it, and whether there is one is not known: Pods were not in the dump\n");
        assertThat(explain(opened(pending, Pod.KIND)).orElseThrow().outlook()).isEqualTo(Outlook.NOT_KNOWN);
    }

    private static Settled opened(Settled settled, ObjectKind<?>... missing) {
        List<Dump.Stored> kept = settled.cluster().dump().objects().stream()
                .filter(stored -> !List.of(missing).contains(stored.object().kind()))
                .toList();
        Dump dump = missing.length == 0 ? settled.cluster().dump() : Dump.NONE.and(kept);
        return new Settled(Cluster.open(ControlPlane.DEFAULT.controllers(), dump));
    }

    @Test
    void theFileSystemNeedsAPod() {
        Explanation explanation = explain(request(bound(resizing(Resizing.FileSystemPending::new)), "2Gi"))
                .orElseThrow();

        assertThat(explanation.outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(explanation.text())
                .contains("its volume has 2Gi already, its file system 1Gi.\n")
                .contains("needs a pod that runs with it: the kubelet enlarges the file system then\n");
    }

    @Test
    void whatTheDriverCannotDoIsAskedOtherwise() {
        Settled infeasible = request(bound(resizing(size -> new Resizing.Infeasible("too large"))), "9Gi");

        assertThat(explain(infeasible).orElseThrow().text())
                .contains("cannot become 9Gi; it has 1Gi.\n")
                .contains("too large")
                .contains("the resizer can never do it: ask for another size\n");
    }

    /** The sizes that are said to be allowed are those that the API server takes. */
    @Test
    void theSizesThatAreSaidToBeAllowedAre() {
        Settled infeasible = request(bound(resizing(size -> new Resizing.Infeasible("too large"))), "9Gi");

        assertThat(answers(infeasible, "2Gi")).isTrue();
        assertThat(answers(infeasible, "1025Mi")).isTrue();
        assertThat(answers(infeasible, "1Gi")).isFalse();
        assertThat(answers(infeasible, "512Mi")).isFalse();
    }

    private static boolean answers(Settled settled, String size) {
        return settled.cluster()
                .update(asking(settled.claim("c"), size))
                .answer()
                .isAccepted();
    }

    @Test
    void aMissingAttributesClassIsNamed() {
        Settled asked = bound(resizing(Resizing.Resized::new))
                .changeClaim("c", claim -> claim.withSpec(claim.spec().withVolumeAttributesClassName("gold")));

        assertThat(explain(asked).orElseThrow().text())
                .contains("is to get the attributes of \"gold\".\n")
                .contains("names the VolumeAttributesClass \"gold\", which does not exist\n");
    }

    @Test
    void aDriverThatRefusesAttributesIsQuoted() {
        Resizer refusing = new Resizer() {
            @Override
            public String name() {
                return DRIVER;
            }

            @Override
            public Resizing resize(PersistentVolume volume, Quantity size) {
                return new Resizing.Resized(size);
            }

            @Override
            public Modification modify(PersistentVolume volume, VolumeAttributesClass attributesClass) {
                return new Modification.Infeasible("no such tier");
            }
        };
        VolumeAttributesClass gold = VolumeAttributesClass.builder()
                .metadata(ObjectMeta.builder().name("gold").build())
                .driverName(DRIVER)
                .putParameters("tier", "gold")
                .build();
        Settled asked = bound(ControlPlane.DEFAULT.withResizers(refusing))
                .and(gold)
                .changeClaim("c", claim -> claim.withSpec(claim.spec().withVolumeAttributesClassName("gold")));

        assertThat(explain(asked).orElseThrow().text())
                .contains("no such tier")
                .contains("the resizer can never do it: name another class\n");
    }

    private static ControlPlane resizing(Function<Quantity, Resizing> answer) {
        return ControlPlane.DEFAULT.withResizers(new Resizer() {
            @Override
            public String name() {
                return DRIVER;
            }

            @Override
            public Resizing resize(PersistentVolume volume, Quantity size) {
                return answer.apply(size);
            }
        });
    }

    private static Settled bound(ControlPlane controlPlane) {
        return Settled.in(
                controlPlane.withProvisioners(Provisioner.instant(DRIVER)),
                Given.storageClass("fast").withAllowVolumeExpansion(true),
                Given.claim("c", "1Gi", "fast"));
    }

    private static Settled request(Settled settled, String size) {
        return settled.changeClaim("c", claim -> asking(claim, size));
    }

    private static PersistentVolumeClaim asking(PersistentVolumeClaim claim, String size) {
        return claim.withSpec(claim.spec()
                .withResources(VolumeResourceRequirements.builder()
                        .requests(Map.of("storage", Quantity.parse(size)))
                        .build()));
    }

    private static Optional<Explanation> explain(Settled settled) {
        return ResizeExplainer.explain(Evidence.of(settled.cluster()), settled.claim("c"));
    }
}
