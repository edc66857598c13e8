package io.mooring.binding.control.part;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.managed;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.storageClass;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.mooring.binding.control.StorageDeletion;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Event;
import io.mooring.meta.Ref;
import io.mooring.meta.Times;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever parts do that a caller plugs in, the world goes on: nothing is thrown, it is quiet in between, what went wrong is told in
 * events, and the same happens again.
 */
class HostilePartsLawTest {
    private static final String NAME = "csi.example.com";

    private static int told;
    private static int bound;
    private static int running;

    /** Answers by what was asked, so that a part that is asked the same answers the same. */
    private record Whims(long seed) {
        Random about(String asked) {
            return new Random(31 * seed + asked.hashCode());
        }

        /** One of these, or what no part may do. */
        @SuppressWarnings("NullAway") // What a part must not answer.
        private <A> A oneOf(String asked, List<A> answers) {
            int choice = about(asked).nextInt(answers.size() + 2);
            if (choice == answers.size()) {
                throw new IllegalStateException("no " + asked.length());
            }
            return choice > answers.size() ? null : answers.get(choice);
        }
    }

    private record WhimsicalProvisioner(Whims whims) implements Provisioner {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Provisioning provision(ProvisioningRequest request) {
            Provisioning.Provisioned made =
                    (Provisioning.Provisioned) Provisioner.instant(NAME).provision(request);
            PersistentVolume volume = made.volume();
            return whims.oneOf(
                    "provision" + request.claim().metadata().name(),
                    List.of(
                            made,
                            made,
                            sized(volume, "0"),
                            sized(volume, "-1Gi"),
                            sized(volume, "1"),
                            sized(volume, "9223372036854775807"),
                            new Provisioning.Provisioned(
                                    volume.withMetadata(volume.metadata().withName("not a name"))),
                            new Provisioning.Provisioned(
                                    volume.withSpec(volume.spec().withSources(List.of()))),
                            new Provisioning.Failed(""),
                            new Provisioning.Failed("\u0007".repeat(2000)),
                            new Provisioning.WrongNode("elsewhere"),
                            new Provisioning.LeftToOthers("not mine"),
                            new Provisioning.Delayed(Duration.ofNanos(1)),
                            new Provisioning.Delayed(Duration.ofSeconds(Long.MAX_VALUE))));
        }

        private static Provisioning sized(PersistentVolume volume, String size) {
            return new Provisioning.Provisioned(
                    volume.withSpec(volume.spec().withCapacity(Map.of("storage", Quantity.parse(size)))));
        }

        @Override
        public StorageDeletion delete(PersistentVolume volume) {
            return whims.oneOf(
                    "delete" + volume.spec().claimRef().map(claim -> claim.name()),
                    List.of(new StorageDeletion.Deleted(), new StorageDeletion.Failed("busy")));
        }
    }

    private record WhimsicalResizer(Whims whims) implements Resizer {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Resizing resize(PersistentVolume volume, Quantity size) {
            return whims.oneOf(
                    "resize" + size,
                    List.of(
                            new Resizing.Resized(size),
                            new Resizing.Resized(Quantity.parse("-1")),
                            new Resizing.Resized(Quantity.parse("9223372036854775807")),
                            new Resizing.FileSystemPending(size),
                            new Resizing.Infeasible("never"),
                            new Resizing.Failed("not now"),
                            new Resizing.Unfinished("still at it")));
        }

        @Override
        public Modification modify(PersistentVolume volume, VolumeAttributesClass attributesClass) {
            return whims.oneOf("modify", List.of(new Modification.Modified(), new Modification.Failed("no")));
        }
    }

    private record WhimsicalAttacher(Whims whims) implements Attacher {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Attaching attach(PersistentVolume volume, Ref<Node> node) {
            return whims.oneOf("attach" + node, answers());
        }

        @Override
        public Attaching detach(PersistentVolume volume, Ref<Node> node) {
            return whims.oneOf("detach" + node, answers());
        }

        private static List<Attaching> answers() {
            return List.of(
                    new Attaching.Done(),
                    new Attaching.Done(Map.of("not a name", "\u0000")),
                    new Attaching.Failed("cable"),
                    new Attaching.Unanswered());
        }
    }

    private record WhimsicalKubelet(Whims whims) implements Kubelet {
        @Override
        public Report report(Pod pod, Cluster cluster) {
            if (pod.hasEnded()) {
                return new Report.Nothing();
            }
            return whims.oneOf(
                    "report" + pod.metadata().name(),
                    List.of(
                            Kubelet.READY_AT_ONCE.report(pod, cluster),
                            Kubelet.READY_AT_ONCE.report(pod, cluster),
                            new Report.Nothing(),
                            new Report.Gone(),
                            new Report.Status(pod.status().withPhase(PodPhase.FAILED)),
                            new Report.Status(pod.status().withPhase(new PodPhase("no phase")))));
        }

        @Override
        public boolean answers(Node node) {
            if (whims.about("answers" + node.metadata().name()).nextInt(4) == 0) {
                throw new IllegalStateException("unplugged");
            }
            return true;
        }
    }

    private enum Step {
        CLAIM {
            @Override
            Cluster on(Cluster cluster, int i) {
                return cluster.create(claim("c" + i, "1Gi", i % 2 == 0 ? "fast" : "late"))
                        .cluster();
            }
        },
        POD {
            @Override
            Cluster on(Cluster cluster, int i) {
                return cluster.create(pod("p" + i, "c" + i)).cluster();
            }
        },
        GROW {
            @Override
            Cluster on(Cluster cluster, int i) {
                JsonObject requests = JsonObject.of("storage", new JsonString((2 + i) + "Gi"));
                return cluster.patch(
                                claimKey("c" + i),
                                JsonObject.of("spec", JsonObject.of("resources", JsonObject.of("requests", requests))))
                        .cluster();
            }
        },
        END_POD {
            @Override
            Cluster on(Cluster cluster, int i) {
                return cluster.delete(podKey("p" + i)).cluster();
            }
        },
        END_CLAIM {
            @Override
            Cluster on(Cluster cluster, int i) {
                return cluster.delete(claimKey("c" + i)).cluster();
            }
        },
        WAIT {
            @Override
            Cluster on(Cluster cluster, int i) {
                return cluster.nextDue()
                        .filter(due -> due.isBefore(Times.END))
                        .map(due -> due.isBefore(cluster.now()) ? cluster.now() : due)
                        .map(due -> cluster.advance(Duration.between(cluster.now(), due)))
                        .orElse(cluster);
            }
        };

        abstract Cluster on(Cluster cluster, int i);
    }

    record Move(Step step, int number) {}

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(3, Step.CLAIM),
                                Tuple.of(3, Step.POD),
                                Tuple.of(1, Step.GROW),
                                Tuple.of(1, Step.END_POD),
                                Tuple.of(1, Step.END_CLAIM),
                                Tuple.of(1, Step.WAIT)),
                        Arbitraries.integers().between(0, 3))
                .as(Move::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(14);
    }

    @Property(tries = 400)
    void theWorldGoesOn(@ForAll long seed, @ForAll("moves") List<Move> moves) {
        List<String> first = played(seed, moves);
        assertThat(played(seed, moves)).isEqualTo(first);
    }

    private static List<String> played(long seed, List<Move> moves) {
        Whims whims = new Whims(seed);
        Cluster cluster = Cluster.empty(ControlPlane.DEFAULT
                        .withProvisioners(new WhimsicalProvisioner(whims))
                        .withResizers(new WhimsicalResizer(whims))
                        .withAttachers(new WhimsicalAttacher(whims))
                        .withKubelet(new WhimsicalKubelet(whims))
                        .controllers())
                .create(managed(node("a", "8")))
                .orThrow()
                .create(storageClass("fast").withAllowVolumeExpansion(true))
                .orThrow()
                .create(waiting())
                .orThrow()
                .settle();
        List<String> seen = new ArrayList<>();
        for (Move move : moves) {
            cluster = move.step().on(cluster, move.number()).settle();
            assertThat(cluster.isSettled()).isTrue();
            assertThat(cluster.settle().changesSince(cluster)).isEmpty();
            seen.add(cluster.text());
        }
        count(cluster);
        return seen;
    }

    private static StorageClass waiting() {
        return storageClass("late").withVolumeBindingMode(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER);
    }

    private static void count(Cluster cluster) {
        List<String> texts = cluster.events().stream().map(Event::message).toList();
        told += texts.stream().anyMatch(text -> text.contains("threw java.lang.IllegalStateException: no")) ? 1 : 0;
        told += texts.stream().anyMatch(text -> text.contains("answered null")) ? 1 : 0;
        bound += (int) cluster.list(PersistentVolume.KIND)
                .filter(volume -> volume.spec().claimRef().isPresent())
                .count();
        running += (int)
                cluster.list(Pod.KIND).filter(pod -> pod.isIn(PodPhase.RUNNING)).count();
    }

    @AfterContainer
    static void allSortsWereSeen() {
        assertThat(told).isGreaterThan(20);
        assertThat(bound).isGreaterThan(20);
        assertThat(running).isGreaterThan(5);
    }
}
