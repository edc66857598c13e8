package io.mooring.binding.explain.fix;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.lazy;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.onNode;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.reclaimed;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.setKey;
import static io.mooring.binding.story.Given.storageClass;
import static io.mooring.binding.story.Given.volume;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.explain.FixResult;
import io.mooring.binding.explain.Fixes;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is proposed so that an object stands as it is to stand: it was tried, and takes nothing from anybody else. */
class FixesTest {
    @Test
    void aReleasedVolumeIsFreedByAPatch() {
        Cluster cluster = with(volume("pv-a", "1Gi", "manual"), claim("first", "1Gi", "manual"))
                .delete(claimKey("first"))
                .orThrow()
                .settle();

        assertThat(words(cluster, volumeKey("pv-a"))).isEqualTo("""
                FREED_VOLUME clear the claimRef of Released volume pv-a (the data that default/first left there come with it)
                kubectl patch persistentvolumes pv-a --type merge -p '{"spec":{"claimRef":null}}'
                """);
        Cluster waiting = and(cluster, claim("second", "1Gi", "manual"));
        assertThat(words(waiting, claimKey("second"))).contains("""
                FREED_VOLUME clear the claimRef of Released volume pv-a (the data that default/first left there come with it)
                kubectl patch persistentvolumes pv-a --type merge -p '{"spec":{"claimRef":null}}'
                ADDITION add a volume of class "manual" with at least 1Gi and ReadWriteOnce
                """);
    }

    @Test
    void aVolumeOfDecimalSizeIsTooSmallForAClaimOfBinarySize() {
        Cluster cluster = with(volume("pv", "1G", "manual"), claim("data", "1Gi", "manual"));

        assertThat(words(cluster, claimKey("data"))).isEqualTo("""
                ADDITION add a volume of class "manual" with at least 1Gi and ReadWriteOnce
                kubectl create -f - <<'EOF'
                {"apiVersion":"v1","kind":"PersistentVolume","metadata":{"name":"new-volume-1"},"spec":{"capacity":{"storage":"1Gi"},"accessModes":["ReadWriteOnce"],"storageClassName":"manual","csi":{"driver":"driver.invalid","volumeHandle":"new-volume-1"}}}
                EOF
                RENEWAL make claim default/data anew with 1G
                kubectl replace --force -f - <<'EOF'
                {"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"name":"data","namespace":"default"},"spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1G"}},"storageClassName":"manual","volumeMode":"Filesystem"}}
                EOF
                """);
    }

    @Test
    void theLabelThatIsAskedForIsPutOnAVolume() {
        Cluster cluster = with(
                labelled(volume("a", "2Gi", "manual"), "disk", "ssd"),
                volume("b", "3Gi", "manual"),
                claim("c1", "1Gi", "manual"),
                selecting(claim("c2", "2Gi", "manual"), "disk", "ssd"));

        assertThat(words(cluster, claimKey("c2"))).startsWith("""
                FIELD label volume b disk=ssd
                kubectl patch persistentvolumes b --type merge -p '{"metadata":{"labels":{"disk":"ssd"}}}'
                ADDITION add a volume of class "manual" with at least 2Gi and ReadWriteOnce, labels that match disk=ssd
                """);
        assertThat(purposes(cluster, claimKey("c2")))
                .last()
                .isEqualTo("make claim default/c2 anew without its selector");
    }

    @Test
    void ofThreeClaimsForTwoVolumesTheThirdNeedsAVolume() {
        Cluster cluster = with(
                volume("pv-1", "1Gi", "manual"),
                volume("pv-2", "1Gi", "manual"),
                claim("a", "1Gi", "manual"),
                claim("b", "1Gi", "manual"),
                claim("c", "1Gi", "manual"));

        assertThat(purposes(cluster, claimKey("c")))
                .containsExactly("add a volume of class \"manual\" with at least 1Gi and ReadWriteOnce");
    }

    @Test
    void aClaimOnTheWrongNodeIsMadeAnewAndItsDataAreKept() {
        Cluster cluster = with(
                node("one", "8"),
                node("two", "8"),
                reclaimed(onNode(volume("pv-1", "1Gi", "manual"), "one"), ReclaimPolicy.DELETE),
                claim("data", "1Gi", "manual"));
        cluster =
                and(cluster, onNode(volume("pv-2", "1Gi", "manual"), "two"), selectingNode(pod("app", "data"), "two"));

        assertThat(words(cluster, podKey("app"))).startsWith("""
                RENEWAL set the reclaim policy of volume pv-1, which is Delete, to Retain, then make claim default/data anew \
                (the data of default/data stay on volume pv-1 and are not in the new one; \
                with the policy Delete they would be deleted with the claim)
                kubectl patch persistentvolumes pv-1 --type merge -p '{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'
                kubectl replace --force -f - <<'EOF'
                """);
    }

    @Test
    void aPodWhoseNodeIsCordonedAndLacksAVolumeNeedsBoth() {
        Node cordoned = node("one", "8");
        Cluster cluster = with(
                cordoned.withSpec(cordoned.spec().withUnschedulable(true)),
                lazy("local").withProvisioner("kubernetes.io/no-provisioner"),
                claim("data", "1Gi", "local"),
                pod("app", "data"));
        String both =
                "uncordon node one, then add a volume of class \"local\" with at least 1Gi and ReadWriteOnce, on node one";
        assertThat(purposes(cluster, podKey("app"))).containsExactly(both);
        assertThat(purposes(cluster, claimKey("data"))).containsExactly(both);
    }

    @Test
    void aTerminatingClaimIsHeldByItsPod() {
        Cluster cluster = with(
                        node("one", "8"),
                        volume("pv", "1Gi", "manual"),
                        claim("data", "1Gi", "manual"),
                        pod("app", "data"))
                .delete(claimKey("data"))
                .orThrow()
                .settle();
        String stopping = """
                RENEWAL delete pod default/app (pod default/app stops, and nobody makes another)
                kubectl delete pods app -n default
                """;
        assertThat(words(cluster, claimKey("data"))).isEqualTo(stopping);
        assertThat(words(cluster.delete(volumeKey("pv")).orThrow().settle(), volumeKey("pv")))
                .isEqualTo(stopping);
    }

    @Test
    void aSelectorThatContradictsItselfIsToGo() {
        LabelSelector selector = LabelSelector.builder()
                .addMatchExpressions(requirement("a", "In", "x"), requirement("a", "NotIn", "x"))
                .build();
        PersistentVolumeClaim plain = claim("data", "1Gi", "manual");
        Cluster cluster = with(plain.withSpec(plain.spec().withSelector(selector)));
        assertThat(purposes(cluster, claimKey("data")))
                .containsExactly(
                        "make claim default/data anew without its selector, then add a volume of class \"manual\" with at least 1Gi and ReadWriteOnce");
    }

    @Test
    void setsAreHelpedAsFarAsThreeEditsGo() {
        Cluster cluster = with(node("one", "8"), volume("pv", "1Gi", "manual"), set("web", 3, "1Gi", "manual"));
        String one = "add a volume of class \"manual\" with at least 1Gi and ReadWriteOnce";
        assertThat(purposes(cluster, setKey("web"))).containsExactly(one + ", 2 times");
        Cluster more = with(node("one", "8"), set("web", 9, "1Gi", "manual"));
        FixResult result = Fixes.of(more, setKey("web"));
        assertThat(result)
                .asInstanceOf(type(FixResult.Exhausted.class))
                .extracting(FixResult.Exhausted::extent)
                .isEqualTo(new FixResult.Extent(3, true));
    }

    @Test
    void aMissingClassIsMadeLikeOneThatIsThere() {
        Cluster cluster = with(storageClass("fast"), claim("data", "1Gi", "fsat"));
        assertThat(purposes(cluster, claimKey("data")))
                .containsExactly(
                        "add a volume of class \"fsat\" with at least 1Gi and ReadWriteOnce",
                        "create the class \"fsat\" like \"fast\", with the provisioner csi.example.com",
                        "make claim default/data anew with class \"fast\"");
    }

    @Test
    void aMistypedClassIsTheOneWhoseNameIsNear() {
        Cluster cluster = with(storageClass("bronze"), storageClass("silver"), claim("data", "1Gi", "silvr"));
        assertThat(purposes(cluster, claimKey("data")))
                .containsExactly(
                        "add a volume of class \"silvr\" with at least 1Gi and ReadWriteOnce",
                        "create the class \"silvr\" like \"silver\", with the provisioner csi.example.com",
                        "make claim default/data anew with class \"silver\"",
                        "make claim default/data anew with class \"bronze\"");
    }

    private static List<String> purposes(Cluster cluster, Ref<?> object) {
        return Fixes.of(cluster, object).fixes().stream().map(Fix::purpose).toList();
    }

    static String words(Cluster cluster, Ref<?> object) {
        return Fixes.of(cluster, object).accept(new FixResult.Cases<>() {
            @Override
            public String notNeeded(FixResult.NotNeeded result) {
                return "not needed";
            }

            @Override
            public String helped(FixResult.Helped result) {
                return result.fixes().stream().map(FixesTest::words).collect(Collectors.joining());
            }

            @Override
            public String contradictory(FixResult.Contradictory result) {
                return "contradictory: " + result.requirements();
            }

            @Override
            public String exhausted(FixResult.Exhausted result) {
                return "exhausted after " + result.extent().trials() + "\n"
                        + result.attempts().stream()
                                .map(attempt -> attempt.edits().stream()
                                                .map(Edit::purpose)
                                                .collect(Collectors.joining(" and "))
                                        + ": " + attempt.failure().text() + "\n")
                                .collect(Collectors.joining());
            }

            @Override
            public String notTried(FixResult.NotTried result) {
                return "not tried";
            }

            @Override
            public String notKnown(FixResult.NotKnown result) {
                return "not known";
            }

            @Override
            public String notSearched(FixResult.NotSearched result) {
                return "not searched";
            }
        });
    }

    private static String words(Fix fix) {
        String warnings = fix.warnings().isEmpty() ? "" : " (" + String.join("; ", fix.warnings()) + ")";
        return fix.cost() + " " + fix.purpose() + warnings + "\n" + fix.kubectl();
    }

    private static Cluster with(KubernetesObject... objects) {
        return and(Given.cluster(), objects);
    }

    private static Cluster and(Cluster cluster, KubernetesObject... objects) {
        Cluster more = cluster;
        for (KubernetesObject object : objects) {
            more = more.create(object).orThrow().settle();
        }
        return more;
    }

    private static PersistentVolume labelled(PersistentVolume volume, String key, String value) {
        return volume.withMetadata(volume.metadata().withLabels(Map.of(key, value)));
    }

    private static PersistentVolumeClaim selecting(PersistentVolumeClaim claim, String key, String value) {
        return claim.withSpec(claim.spec()
                .withSelector(LabelSelector.builder().putMatchLabels(key, value).build()));
    }

    private static LabelSelectorRequirement requirement(String key, String operator, String value) {
        return LabelSelectorRequirement.builder()
                .key(key)
                .operator(operator)
                .addValues(value)
                .build();
    }

    private static Pod selectingNode(Pod pod, String node) {
        return pod.withSpec(pod.spec().withNodeSelector(Map.of("kubernetes.io/hostname", node)));
    }
}
