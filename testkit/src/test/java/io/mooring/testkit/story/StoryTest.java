package io.mooring.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.choice.Falsified;
import io.mooring.testkit.choice.Falsifier;
import io.mooring.tree.JsonNull;
import io.mooring.workload.StatefulSet;
import io.mooring.yaml.Manifests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static final Cluster EMPTY =
            Stories.any().from(Choices.of(List.of())).start();

    private static Story told(Object... steps) {
        List<Step> all = new ArrayList<>();
        for (Object step : steps) {
            if (step instanceof String manifests) {
                all.addAll(Step.create(manifests));
            } else {
                all.add((Step) step);
            }
        }
        return Story.of(EMPTY, all);
    }

    private static final String VOLUME = """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: pv-a}
            spec:
              accessModes: [ReadWriteOnce]
              capacity: {storage: 1Gi}
              hostPath: {path: /data}
              persistentVolumeReclaimPolicy: Retain
            """;
    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data-a}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, storageClassName: ""}
            """;

    @Test
    void isPrintedAsCommandsAndManifests() {
        Story story = told(
                VOLUME,
                CLAIM,
                new Step.Settle(),
                new Step.Delete(PersistentVolumeClaim.ref("default", "data-a"), Deletion.DEFAULT),
                new Step.Advance(Duration.ofSeconds(90)),
                new Step.Patch(PersistentVolume.ref("pv-a"), Patches.spec(JsonNull.NULL, "claimRef")),
                new Step.Scale(StatefulSet.ref("shop", "web"), 1),
                new Step.Cordon(Node.ref("node-1")),
                new Step.Uncordon(Node.ref("node-1")),
                new Step.Taint(Node.ref("node-1"), "k", "v", "NoExecute"),
                new Step.Untaint(Node.ref("node-1"), "k"),
                new Step.Delete(StatefulSet.ref("default", "web"), Deletion.BACKGROUND.withGracePeriod(0)),
                new Step.Own("my operator backs up", cluster -> cluster.delete(PersistentVolume.ref("pv-z"))));

        assertThat(story.text()).isEqualTo("""
                kubectl create -f - <<'EOF'
                %s---
                %sEOF
                # the controllers settle
                kubectl delete persistentvolumeclaims data-a --wait=false
                # 1m30s pass
                kubectl patch persistentvolumes pv-a --type=merge -p '{"spec":{"claimRef":null}}'
                kubectl scale statefulsets.apps web -n shop --replicas=1
                kubectl cordon node-1
                kubectl uncordon node-1
                kubectl taint nodes node-1 --overwrite k=v:NoExecute
                kubectl taint nodes node-1 k-
                kubectl delete statefulsets.apps web --wait=false --cascade=background --grace-period=0
                # my operator backs up
                """.formatted(VOLUME, CLAIM));
    }

    @Test
    void doesWhatItsStepsSay() {
        Story story = told(
                "{apiVersion: v1, kind: Node, metadata: {name: node-1}}",
                new Step.Cordon(Node.ref("node-1")),
                new Step.Taint(Node.ref("node-1"), "k", "v", "NoExecute"),
                new Step.Taint(Node.ref("node-1"), "k", "w", "NoExecute"),
                new Step.Taint(Node.ref("node-1"), "other", "", "NoSchedule"));
        Node node = story.end().node("node-1").orElseThrow();
        assertThat(node.spec().unschedulable()).isTrue();
        assertThat(node.spec().rest().toJson())
                .isEqualTo("{\"taints\":[{\"effect\":\"NoExecute\",\"key\":\"k\",\"value\":\"w\"},"
                        + "{\"effect\":\"NoSchedule\",\"key\":\"other\"}]}");

        Cluster later = Story.of(story.end(), List.of(new Step.Untaint(node.ref(), "k"), new Step.Uncordon(node.ref())))
                .end();
        assertThat(later.node("node-1").orElseThrow().hasTaint("k")).isFalse();
        assertThat(later.node("node-1").orElseThrow().hasTaint("other")).isTrue();
        assertThat(later.node("node-1").orElseThrow().spec().unschedulable()).isFalse();
    }

    @Test
    void isCutIntoPassagesBetweenMomentsAtWhichAllIsSettled() {
        Story story = told(VOLUME, new Step.Settle(), CLAIM, VOLUME);

        assertThat(story.passages()).hasSize(2);
        assertThat(story.passages().get(0).steps()).hasSize(1);
        assertThat(story.passages().get(1).taken())
                .extracting(Taken::isAccepted)
                .containsExactly(true, false);
        assertThat(story.passages().get(1).before())
                .isSameAs(story.passages().get(0).after());
        assertThat(story.end().isSettled()).isTrue();
        assertThat(story.end().claim("default", "data-a").filter(PersistentVolumeClaim::isBound))
                .isPresent();
        assertThat(told().end().isSettled()).isTrue();
    }

    @Test
    void whatFailsTellsTheStoryAsFarAsItMattersAndNoFurther() {
        Story story = told(
                VOLUME,
                new Step.Settle(),
                CLAIM,
                new Step.Settle(),
                new Step.Scale(StatefulSet.ref("default", "x"), 1));
        Law none = passage ->
                assertThat(passage.after().list(PersistentVolumeClaim.KIND)).isEmpty();

        assertThatThrownBy(() -> story.check(none.named("no claims")))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("does not hold: no claims\n")
                .hasMessageEndingWith("after these steps:\nkubectl create -f - <<'EOF'\n" + VOLUME
                        + "EOF\n# the controllers settle\nkubectl create -f - <<'EOF'\n" + CLAIM
                        + "EOF\n# the controllers settle\n");
    }

    /** Whatever is printed is read as what it was. */
    @Test
    void manifestsAreReadAsTheObjectsThatTheyWere() {
        int manifests = 0;
        for (long seed = 0; seed < 100; seed++) {
            for (Step step : Stories.any().from(Choices.seeded(seed)).steps()) {
                if (step instanceof Step.Create create) {
                    String text = CompactYaml.of(create.made());
                    assertThat(Manifests.read(text).orThrow())
                            .as(text)
                            .<KubernetesObject>extracting(each -> each.object())
                            .containsExactly(create.made());
                    manifests++;
                }
            }
        }
        assertThat(manifests).isGreaterThan(500);
    }

    /** A controller that comes to no end, or throws, is a finding like others, and shrinks. */
    @Test
    void whatThrowsEndsTheStoryAndIsToldByTheCheck() {
        Controller<Ref<Node>> throwing = new Controller<>() {
            @Override
            public String name() {
                return "throwing";
            }

            @Override
            public Watches<Ref<Node>> watches() {
                return Watches.of(Node.KIND, Watches.Handler.ofItself(Node::ref));
            }

            @Override
            public List<Write> reconcile(Cluster cluster, Ref<Node> node) {
                throw new IllegalStateException("no " + node.name());
            }
        };
        Falsified<Story> found = Falsifier.DEFAULT
                .<Story>falsify(Stories.any().and(throwing), story -> story.check())
                .orElseThrow();

        assertThat(found.value().steps()).hasSize(1);
        assertThat(found.thrown())
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("throwing", "no node-1", "after these steps:\nkubectl create -f - <<'EOF'");
        assertThatThrownBy(() -> found.value().end())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the story broke off");
    }

    @Test
    void theSameChoicesTellTheSameStory() {
        Story story = Stories.any().from(Choices.seeded(3));

        assertThat(Stories.any().from(Choices.seeded(3)).text()).isEqualTo(story.text());
        assertThat(Story.of(story.start(), story.steps()).end().text())
                .isEqualTo(story.end().text());
        assertThat(story.steps()).allMatch(step -> !step.words().isEmpty());
        assertThat(story.steps().stream().map(Step::object).filter(Optional::isPresent))
                .isNotEmpty();
    }
}
