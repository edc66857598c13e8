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
import io.mooring.binding.story.Given;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.storage.VolumeResourceRequirements;
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
    void withoutAResizerTheDriversIsWaitedFor() {
        Explanation explanation =
                explain(request(bound(ControlPlane.DEFAULT), "2Gi")).orElseThrow();

        assertThat(explanation.outlook()).isEqualTo(Outlook.WAITS);
        assertThat(explanation.text())
                .contains(", and asks for 2Gi, of which it has 1Gi.\n")
                .contains("""
                 is enlarged by the external-resizer of driver csi.example.com, which has not begun; where it does not run, nobody ever will
                  may ask for any size above the 1Gi that it has, be it less than it asks for now; never for 1Gi or less
                """);
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
        return ResizeExplainer.explain(settled.cluster(), settled.claim("c"));
    }
}
