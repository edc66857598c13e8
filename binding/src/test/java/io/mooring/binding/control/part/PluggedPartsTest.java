package io.mooring.binding.control.part;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.managed;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.storageClass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.Attaching;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Kubelet;
import io.mooring.binding.control.Modification;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Provisioning;
import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.binding.control.Resizer;
import io.mooring.binding.control.Resizing;
import io.mooring.binding.control.Settled;
import io.mooring.binding.control.StorageDeletion;
import io.mooring.binding.control.workload.Workloads;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.story.Cost;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.meta.Times;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.storage.VolumePhase;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Provisioners, resizers, attachers and kubelets that throw, answer null, or answer what cannot be. */
class PluggedPartsTest {
    private static final String NAME = "csi.example.com";
    private static final Provisioner INSTANT = Provisioner.instant(NAME);

    @SuppressWarnings("TypeParameterUnusedInFormals") // It stands for whatever a part answers.
    private static <A> A throwing() {
        throw new IllegalStateException("array is full");
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // What a part must not answer.
    private static <A> A nothing() {
        return null;
    }

    private record FixedProvisioner(
            Function<ProvisioningRequest, Provisioning> provisioned, Supplier<StorageDeletion> deleted)
            implements Provisioner {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Provisioning provision(ProvisioningRequest request) {
            return provisioned.apply(request);
        }

        @Override
        public StorageDeletion delete(PersistentVolume volume) {
            return deleted.get();
        }
    }

    private static Settled provisioned(Function<ProvisioningRequest, Provisioning> answer) {
        return Settled.in(
                ControlPlane.DEFAULT.withProvisioners(new FixedProvisioner(answer, StorageDeletion.Deleted::new)),
                storageClass("fast"),
                claim("c", "2Gi", "fast"));
    }

    @Test
    void aProvisionerThatThrowsHasFailedAndIsAskedAgain() {
        Settled settled = provisioned(request -> throwing());
        assertThat(settled.told(claimKey("c")))
                .contains("Warning ProvisioningFailed: failed to provision volume with StorageClass \"fast\":"
                        + " threw java.lang.IllegalStateException: array is full");
        assertThat(settled.phaseOfClaim("c")).hasValue(ClaimPhase.PENDING);
        assertThat(settled.cluster().nextDue()).isPresent();
    }

    @Test
    void whatIsThrownNeedNotBeAbleToSayWhatItIs() {
        class Speechless extends RuntimeException {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException("no words");
            }
        }
        assertThat(provisioned(request -> {
                            throw new Speechless();
                        })
                        .told(claimKey("c")))
                .anyMatch(told -> told.endsWith(": threw " + Speechless.class.getName()));
        assertThat(provisioned(request -> {
                            throw new IllegalStateException("x".repeat(1 << 20));
                        })
                        .told(claimKey("c")))
                .anyMatch(told -> told.contains("IllegalStateException: xxx") && told.endsWith("xxx..."))
                .allMatch(told -> told.length() < 1200);
    }

    /** What it says differs each time; it is asked again because of what it said. */
    @Test
    void aKubeletThatIsNeverOfOneMindIsToldSoon() {
        Kubelet restless = (pod, cluster) -> new Kubelet.Report.Status(
                pod.status().withNominatedNodeName("at-" + pod.metadata().resourceVersion()));
        Kubelet torn = (pod, cluster) -> new Kubelet.Report.Status(
                pod.status().withPhase(pod.isIn(PodPhase.RUNNING) ? PodPhase.PENDING : PodPhase.RUNNING));
        for (Kubelet kubelet : List.of(restless, torn)) {
            Duration took = Cost.timeOf(() -> assertThatIllegalStateException()
                    .isThrownBy(() ->
                            Settled.in(ControlPlane.DEFAULT.withKubelet(kubelet), managed(node("a", "8")), pod("p")))
                    .withMessageStartingWith("does not settle")
                    .withMessageContaining("kubelet update the status of Pod default/p"));
            assertThat(took).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void aProvisionerThatAnswersNullHasFailed() {
        assertThat(provisioned(request -> nothing()).told(claimKey("c")))
                .contains("Warning ProvisioningFailed: failed to provision volume with StorageClass \"fast\":"
                        + " answered null");
        assertThat(provisioned(request -> new Provisioning.Provisioned(nothing()))
                        .told(claimKey("c")))
                .anyMatch(told -> told.contains("threw java.lang.NullPointerException: volume"));
    }

    @Test
    void aDelayIsMoreThanNoTimeAndMayNeverBeOver() {
        assertThat(provisioned(request -> new Provisioning.Delayed(Duration.ofSeconds(-1)))
                        .told(claimKey("c")))
                .contains("Warning ProvisioningFailed: failed to provision volume with StorageClass \"fast\":"
                        + " threw java.lang.IllegalArgumentException: asked again after PT-1S, which is no time");
        Settled never = provisioned(request -> new Provisioning.Delayed(Duration.ofSeconds(Long.MAX_VALUE)));
        assertThat(never.cluster().nextDue()).hasValue(Times.END);
    }

    @Test
    void anErrorIsForTheCaller() {
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> provisioned(request -> {
                    throw new StackOverflowError();
                }));
    }

    @Test
    void aVolumeThatTheApiRefusesIsDeletedAgain() {
        Settled settled = provisioned(request -> sized(request, Quantity.ZERO));
        assertThat(settled.told(claimKey("c")))
                .anyMatch(told -> told.startsWith("Warning ProvisioningFailed: Error creating"));
        assertThat(settled.cluster().list(PersistentVolume.KIND)).isEmpty();
    }

    /**
     * The library that provisioners are made with ({@code provisionClaimOperation}) stores what it is given, and where a volume
     * of that name exists it asks no more; the binder ({@code FindMatchingVolume}) passes it over, reserved or not. CSI's
     * sidecar looks at the size before that, and fails.
     */
    @Test
    void aVolumeThatIsTooSmallIsTakenAndNeverBound() {
        Settled settled = provisioned(request -> sized(request, Quantity.parse("1Gi")));
        PersistentVolume volume =
                settled.cluster().list(PersistentVolume.KIND).findFirst().orElseThrow();
        assertThat(volume.status().phase()).hasValue(VolumePhase.PENDING);
        assertThat(settled.phaseOfClaim("c")).hasValue(ClaimPhase.PENDING);
        assertThat(settled.told(claimKey("c")))
                .containsExactly(
                        "Normal ExternalProvisioning: Waiting for a volume to be created either by the external provisioner"
                                + " 'csi.example.com' or manually by the system administrator. If volume creation is delayed,"
                                + " please verify that the provisioner is running and correctly registered.",
                        "Normal Provisioning: External provisioner is provisioning volume for claim \"default/c\"",
                        "Normal ProvisioningSucceeded: Successfully provisioned volume "
                                + volume.metadata().name());
        assertThat(Explainer.explain(settled.cluster(), claimKey("c")).text())
                .startsWith(
                        "default/c waits until something changes: csi.example.com has made a volume for it that is too"
                                + " small, and makes no other.")
                .contains("which made " + volume.metadata().name(), "holds 1Gi, 1Gi short of the 2Gi requested");
    }

    private static Provisioning sized(ProvisioningRequest request, Quantity size) {
        PersistentVolume volume = ((Provisioning.Provisioned) INSTANT.provision(request)).volume();
        return new Provisioning.Provisioned(volume.withSpec(volume.spec().withCapacity(Map.of("storage", size))));
    }

    @Test
    void whoCannotDeleteKeepsTheVolume() {
        for (Supplier<StorageDeletion> deleted :
                List.<Supplier<StorageDeletion>>of(PluggedPartsTest::throwing, PluggedPartsTest::nothing)) {
            Settled settled = Settled.in(
                            ControlPlane.DEFAULT.withProvisioners(new FixedProvisioner(INSTANT::provision, deleted)),
                            storageClass("fast"),
                            claim("c", "2Gi", "fast"))
                    .deleteClaim("c");
            PersistentVolume volume =
                    settled.cluster().list(PersistentVolume.KIND).findFirst().orElseThrow();
            assertThat(settled.told(volume.ref()))
                    .anyMatch(
                            told -> told.startsWith("Warning VolumeFailedDelete: threw java.lang.IllegalStateException")
                                    || told.equals("Warning VolumeFailedDelete: answered null"));
        }
    }

    private record FixedResizer(Function<Quantity, Resizing> resized, Supplier<Modification> modified)
            implements Resizer {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Resizing resize(PersistentVolume volume, Quantity size) {
            return resized.apply(size);
        }

        @Override
        public Modification modify(PersistentVolume volume, VolumeAttributesClass attributesClass) {
            return modified.get();
        }
    }

    private static Settled resized(Function<Quantity, Resizing> answer) {
        return Settled.in(
                        ControlPlane.DEFAULT
                                .withProvisioners(INSTANT)
                                .withResizers(new FixedResizer(answer, Modification.Modified::new)),
                        storageClass("fast").withAllowVolumeExpansion(true),
                        claim("c", "1Gi", "fast"))
                .changeClaim("c", PluggedPartsTest::larger);
    }

    private static PersistentVolumeClaim larger(PersistentVolumeClaim claim) {
        return claim.withSpec(claim.spec()
                .withResources(claim.spec().resources().withRequests(Map.of("storage", Quantity.parse("2Gi")))));
    }

    @Test
    void aResizerThatThrowsOrAnswersNullOrTooLittleHasFailed() {
        Map<Function<Quantity, Resizing>, String> why = Map.of(
                size -> throwing(), "threw java.lang.IllegalStateException: array is full",
                size -> nothing(), "answered null",
                size -> new Resizing.Resized(Quantity.parse("-1Gi")),
                        "answered -1Gi, which is less than the 2Gi asked for",
                size -> new Resizing.FileSystemPending(Quantity.parse("1Gi")),
                        "answered 1Gi, which is less than the 2Gi asked for");
        why.forEach((answer, text) -> {
            Settled settled = resized(answer);
            assertThat(settled.told(claimKey("c")))
                    .anyMatch(told -> told.startsWith("Warning VolumeResizeFailed: resize volume")
                            && told.endsWith("failed: " + text));
            assertThat(settled.cluster().nextDue()).isPresent();
        });
    }

    private record FixedAttacher(Supplier<Attaching> attached) implements Attacher {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Attaching attach(PersistentVolume volume, Ref<Node> node) {
            return attached.get();
        }
    }

    @Test
    void anAttacherThatThrowsOrAnswersNullHasFailed() {
        Map<Supplier<Attaching>, String> why = Map.of(
                PluggedPartsTest::throwing,
                "threw java.lang.IllegalStateException: array is full",
                PluggedPartsTest::nothing,
                "answered null");
        why.forEach((answer, text) -> {
            Settled settled = Settled.in(
                    ControlPlane.DEFAULT.withProvisioners(INSTANT).withAttachers(new FixedAttacher(answer)),
                    storageClass("fast"),
                    managed(node("a", "8")),
                    claim("c", "1Gi", "fast"),
                    pod("p", "c"));
            assertThat(settled.told(podKey("p")))
                    .anyMatch(told -> told.startsWith("Warning FailedAttachVolume") && told.contains(text));
        });
    }

    @Test
    void aKubeletThatThrowsOrAnswersNullSaysNothingOfThePod() {
        Map<Kubelet, String> why = Map.of(
                (pod, cluster) -> throwing(),
                "threw java.lang.IllegalStateException: array is full",
                (pod, cluster) -> nothing(),
                "answered null",
                new Kubelet() {
                    @Override
                    public Report report(Pod pod, Cluster cluster) {
                        return new Report.Nothing();
                    }

                    @Override
                    public boolean answers(Node node) {
                        return throwing();
                    }
                },
                "threw java.lang.IllegalStateException: array is full");
        why.forEach((kubelet, text) -> {
            Settled settled = Settled.in(ControlPlane.DEFAULT.withKubelet(kubelet), managed(node("a", "8")), pod("p"));
            assertThat(settled.told(podKey("p"))).contains("Warning FailedSync: error determining status: " + text);
            assertThat(settled.cluster().nextDue()).isPresent();
        });
    }

    @Test
    void aNameIsAskedOnceAndThere() {
        Provisioner nameless = new Provisioner() {
            @Override
            public String name() {
                return nothing();
            }

            @Override
            public Provisioning provision(ProvisioningRequest request) {
                return nothing();
            }
        };
        assertThatNullPointerException()
                .isThrownBy(
                        () -> ControlPlane.DEFAULT.withProvisioners(nameless).controllers())
                .withMessage("a provisioner's name");
    }

    /** Upstream's ReplicaSets replace them for ever, seconds apart; here no time passes in between. */
    @Test
    void podsThatFailAsSoonAsTheyAreMadeAreNotReplacedForEver() {
        Kubelet failing = (pod, cluster) -> pod.hasEnded()
                ? new Kubelet.Report.Nothing()
                : new Kubelet.Report.Status(pod.status().withPhase(PodPhase.FAILED));
        assertThatIllegalStateException()
                .isThrownBy(() -> Settled.in(
                        ControlPlane.DEFAULT.withKubelet(failing), node("a", "8"), Workloads.replicaSet("web", 3)))
                .withMessageStartingWith("does not settle: replicaset-controller writes more in one settling than its"
                        + " budget of 1038; its work is undone again and again")
                .withMessageContaining("create Pod default/web-");
    }
}
