package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Texts that come again are one within a reading. Nothing that is read shows it. */
class SharedTextsLawsTest {
    private static final String KEY = "Aa";

    @Property(tries = 300)
    void whatIsReadTogetherIsWhatIsReadAlone(@ForAll("objects") List<KubernetesObject> objects) {
        List<KubernetesObject> alone = new ArrayList<>();
        objects.forEach(
                object -> alone.addAll(Manifests.read(Manifests.write(object)).objects()));

        List<KubernetesObject> together =
                Manifests.read(Manifests.write(objects)).objects();
        List<KubernetesObject> asJson =
                Manifests.readJson(Manifests.writeJson(objects)).objects();

        assertThat(together).isEqualTo(alone).isEqualTo(objects);
        assertThat(asJson).isEqualTo(objects);
        assertThat(Manifests.write(together)).isEqualTo(Manifests.write(objects));
        Statistics.collect(haveOneText(together), haveOneText(asJson), haveOneText(alone));
        Statistics.coverage(coverage -> coverage.check(true, true, false).count(count -> count >= 70));
    }

    /** Whether a value of one object is another's too, and not only equal to it. */
    private static boolean haveOneText(List<KubernetesObject> objects) {
        for (KubernetesObject one : objects) {
            for (KubernetesObject other : objects) {
                Optional<String> text = label(one);
                if (one != other
                        && text.isPresent()
                        && text.get() == label(other).orElse(null)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<String> label(KubernetesObject object) {
        return Optional.ofNullable(object.metadata().labels().get(KEY));
    }

    @Provide
    Arbitrary<List<KubernetesObject>> objects() {
        return Combinators.combine(texts().map(text -> Map.of(KEY, text)), entries())
                .<KubernetesObject>as((labels, content) -> {
                    JsonObject.Builder fields = JsonObject.builder();
                    content.forEach((name, text) -> fields.put(name, new JsonString(text)));
                    return new OtherObject(
                            OtherObject.kindOf("example.com/v1", "Thing"),
                            ObjectMeta.builder().name("a").labels(labels).build(),
                            JsonObject.of("spec", fields.build()));
                })
                .list()
                .ofMinSize(4)
                .ofMaxSize(12);
    }

    private static Arbitrary<Map<String, String>> entries() {
        Arbitrary<String> names = Arbitraries.of(KEY, "BB", "b", "c");
        return Arbitraries.maps(names, texts()).ofMaxSize(4);
    }

    /** Many that come again, and some that are one hash code's or too long to be shared. */
    private static Arbitrary<String> texts() {
        Arbitrary<String> ofOneHash =
                Arbitraries.of("Aa", "BB").list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("", parts));
        Arbitrary<String> special = Arbitraries.of("1", "true", "null", "ä €", "x".repeat(63), "y".repeat(70));
        return Arbitraries.oneOf(
                ofOneHash, special, Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(2));
    }
}
