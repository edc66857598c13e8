package io.mooring.binding.world;

import static io.mooring.binding.story.Given.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.story.Cost;
import io.mooring.binding.story.Given;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A caller's controller whose work does not end, or that gives no answer: told in words, soon, and with the cluster as it was. */
class EndlessWorkTest {
    private static final String NAME = "own";
    /** A second of processor time, and as many again for slower machines and a JVM just started. */
    private static final Duration SOON = Duration.ofSeconds(3);

    /** One way to work for ever, by what is written because of a pod. */
    enum Endless {
        MAKES_THE_NEXT {
            @Override
            List<Write> because(Pod pod) {
                return List.of(new Write.Create(pod("p" + (number(pod) + 1))));
            }
        },
        GENERATES_THE_NEXT {
            @Override
            List<Write> because(Pod pod) {
                return List.of(new Write.Create(generated()));
            }
        },
        MAKES_TWO_EACH {
            @Override
            List<Write> because(Pod pod) {
                return List.of(
                        new Write.Create(pod("p" + (2 * number(pod) + 1))),
                        new Write.Create(pod("p" + (2 * number(pod) + 2))));
            }
        },
        DELETES_AND_MAKES {
            @Override
            List<Write> because(Pod pod) {
                return List.of(Write.delete(pod.ref()), new Write.Create(generated()));
            }
        },
        EMITS_WITH_EACH_UPDATE {
            @Override
            List<Write> because(Pod pod) {
                List<Write> writes = new ArrayList<>();
                for (int i = 0; i < 900; i++) {
                    writes.add(Write.warning(pod, "Counted", pod.metadata().resourceVersion() + "." + i));
                }
                writes.add(relabelled(pod));
                return writes;
            }
        },
        WAITS_WITH_EACH_UPDATE {
            @Override
            List<Write> because(Pod pod) {
                List<Write> writes = new ArrayList<>();
                for (int i = 0; i < 900; i++) {
                    writes.add(new Write.LookAgain(Duration.ofMillis(number(pod) + i)));
                }
                writes.add(relabelled(pod));
                return writes;
            }
        },
        EMITS_WITHOUT_END {
            @Override
            List<Write> because(Pod pod) {
                return endless(i -> Write.warning(pod, "Counted", "number " + i));
            }
        },
        MAKES_A_HUGE_LIST {
            @Override
            List<Write> because(Pod pod) {
                return Collections.nCopies(Integer.MAX_VALUE, new Write.Create(generated()));
            }
        };

        abstract List<Write> because(Pod pod);

        private static int number(Pod pod) {
            return Integer.parseInt(pod.metadata().name().substring(1));
        }

        private static Pod generated() {
            return pod("").withMetadata(pod("").metadata().withName("").withGenerateName("p-"));
        }

        private static Write relabelled(Pod pod) {
            return new Write.Update(pod.withMetadata(
                    pod.metadata().withLabels(Map.of("at", pod.metadata().resourceVersion()))));
        }

        private static List<Write> endless(IntFunction<Write> each) {
            return new AbstractList<>() {
                @Override
                public Write get(int index) {
                    return each.apply(index);
                }

                @Override
                public int size() {
                    return Integer.MAX_VALUE;
                }
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatNeverEndsIsToldSoonWithItsControllerAndItsLastTenWrites(Endless endless) {
        Cluster cluster = with(controller((any, pod) -> endless.because(pod)));
        String before = cluster.text();

        Duration took = Cost.timeOf(() -> assertThatIllegalStateException()
                .isThrownBy(cluster::settle)
                .withMessageStartingWith("does not settle: " + NAME)
                .withMessageContaining("Controller.budget")
                .satisfies(thrown -> assertThat(lastWrites(thrown.toString())).hasSize(10)));

        assertThat(took).isLessThan(SOON);
        assertThat(cluster.text()).isEqualTo(before);
    }

    private static List<String> lastWrites(String message) {
        return List.of(
                message.substring(message.indexOf("the last ten writes: ")).split(", "));
    }

    @Test
    void saysWhatToDo() {
        Cluster cluster = with(controller((any, pod) -> Endless.MAKES_THE_NEXT.because(pod)))
                .with(Controllers.of(controller((any, pod) -> Endless.MAKES_THE_NEXT.because(pod))));
        assertThatIllegalStateException()
                .isThrownBy(cluster::settle)
                .withMessage("does not settle: own writes more in one settling than its budget of 1004;"
                        + " its work is undone again and again, or is more than its Controller.budget says;"
                        + " the last ten writes: own "
                        + IntStream.rangeClosed(1496, 1505)
                                .mapToObj(number -> "create Pod default/p" + number)
                                .collect(Collectors.joining(", ")));
    }

    @Test
    void whoseWorkEndsSaysHowMuchItMayBe() {
        Controller<Ref<Pod>> busy =
                new OfPods(
                        NAME,
                        (any, pod) -> IntStream.range(0, 20_000)
                                .<Write>mapToObj(i -> Write.normal(pod, "Counted", "number " + i))
                                .toList()) {
                    @Override
                    public long budget(Cluster start, Cluster now) {
                        return 20_000;
                    }
                };
        Cluster cluster = with(busy);
        assertThatNoException().isThrownBy(cluster::settle);
    }

    @Test
    void tellsWhichControllerThrewAtWhichItem() {
        IllegalArgumentException bug = new IllegalArgumentException("no such disk");
        Cluster cluster = with(controller((any, pod) -> {
            throw bug;
        }));
        assertThatIllegalStateException()
                .isThrownBy(cluster::settle)
                .withMessage("own at Pod default/p0 threw java.lang.IllegalArgumentException: no such disk")
                .withCause(bug);
        assertThatIllegalStateException()
                .isThrownBy(cluster.with(Controllers.of(controller((any, pod) -> {
                    throw bug;
                })))::successors)
                .withMessageStartingWith("own at Pod default/p0 threw");
    }

    @Test
    @SuppressWarnings("NullAway") // What a controller must not answer.
    void tellsWhichControllerGaveNull() {
        String expected = "own at Pod default/p0 gave null in what reconcile answers: expected a list of writes,"
                + " empty if nothing is to be written";
        assertThatIllegalStateException()
                .isThrownBy(with(controller((any, pod) -> null))::settle)
                .withMessage(expected);
        assertThatIllegalStateException()
                .isThrownBy(with(controller((any, pod) -> Collections.singletonList(null)))::settle)
                .withMessage(expected);
    }

    @Test
    void errorsAreNotCaught() {
        StackOverflowError error = new StackOverflowError();
        Cluster cluster = with(controller((any, pod) -> {
            throw error;
        }));
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(cluster::settle)
                .isSameAs(error);
    }

    @Test
    void aWaitOfLessThanNoneIsOverAtOnce() {
        Cluster settled = with(controller(
                        (any, pod) -> List.of(new Write.LookAgain(Duration.ofSeconds(Long.MIN_VALUE)))))
                .settle();
        assertThat(settled.nextDue()).hasValue(settled.now());
    }

    private static Cluster with(Controller<?> controller) {
        return Cluster.empty(ControlPlane.DEFAULT.controllers().and(List.of(controller)))
                .create(Given.pod("p0"))
                .orThrow();
    }

    private static Controller<Ref<Pod>> controller(BiFunction<Cluster, Pod, List<Write>> look) {
        return new OfPods(NAME, look);
    }
}
