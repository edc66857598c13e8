package io.mooring.yaml;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mooring.meta.ObjectKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every hostile text under the limits of dumps, with which the command reads what it is given, whoever wrote it: read or refused
 * in a few seconds of processor time, and in the heap that {@link Limits#OF_DUMPS} names; see the module's build.
 */
class HostileDumpTest {
    /** Twice what is said of a text as long as these. */
    private static final Duration MOST = Duration.ofSeconds(12);

    private static final Cost COST = new Cost();

    @AfterAll
    static void printsTheWorst() {
        System.out.println("Hostile texts as dumps, " + COST);
    }

    @TestFactory
    Stream<DynamicTest> readsOrRefusesEach() {
        return Stream.concat(
                HostileTexts.yaml().entrySet().stream()
                        .map(text -> dump(
                                text.getKey(),
                                () -> Source.yaml("", text.getValue().get()))),
                HostileTexts.json().entrySet().stream()
                        .map(text -> dump(
                                text.getKey(),
                                () -> Source.json("", text.getValue().get()))));
    }

    private static DynamicTest dump(String name, Supplier<Source> text) {
        return dynamicTest(name, () -> {
            Source source = text.get();
            Held held = new Held(new ArrayList<>());
            COST.of(
                    name,
                    MOST,
                    () -> Manifests.reader().withLimits(Limits.OF_DUMPS).readDump(List.of(source), held));
            COST.heapAfter(name);
        });
    }

    /** Keeps every object, as whoever opens a dump. */
    private record Held(List<Manifest> manifests) implements DumpListener {
        @Override
        public void object(Manifest manifest) {
            manifests.add(manifest);
        }

        @Override
        public void list(Optional<ObjectKind<?>> kind, String resourceVersion) {}
    }
}
