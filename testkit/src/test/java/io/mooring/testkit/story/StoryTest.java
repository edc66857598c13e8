package io.mooring.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.choice.Falsified;
import io.mooring.testkit.choice.Falsifier;
import io.mooring.testkit.sample.Workloads;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.StatefulSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
                # own step: my operator backs up
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
    void aStorysTextIsReadAsTheStoryThatItTells() {
        Set<Class<?>> read = new HashSet<>();
        for (long seed = 0; seed < 60; seed++) {
            Story story = Stories.any().from(Choices.seeded(seed));

            String text = story.text();

            Story parsed = Stories.any().parse(text);

            assertThat(parsed.steps()).as(text).isEqualTo(story.steps());
            assertThat(parsed.end().all().toList()).isEqualTo(story.end().all().toList());
            assertThat(parsed.end().events()).isEqualTo(story.end().events());
            story.steps().forEach(step -> read.add(step.getClass()));
        }
        assertThat(read).hasSizeGreaterThanOrEqualTo(Step.class.getPermittedSubclasses().length - 2);
    }

    @Test
    void stepsOfAllKindsAreReadAsTheyWerePrinted() {
        Ref<Node> node = Node.ref("node-1");
        Ref<StatefulSet> set = StatefulSet.ref("shop", "web");
        OtherObject backup = new OtherObject(
                OtherObject.kindOf("example.com/v1", "Backup"),
                ObjectMeta.builder().name("it's").build(),
                JsonObject.of("spec", JsonObject.of("resources", JsonObject.EMPTY)));
        Step.Own own = new Step.Own("my operator backs up", cluster -> cluster.delete(PersistentVolume.ref("pv-z")));
        List<Step> steps = new ArrayList<>(Step.create(VOLUME));
        steps.addAll(List.of(
                new Step.Create(backup),
                new Step.Settle(),
                new Step.Update(backup.withContent(JsonObject.EMPTY)),
                new Step.Delete(backup.kind().ref("default", "it's"), Deletion.DEFAULT),
                new Step.Advance(Duration.ofMillis(90_500)),
                new Step.Patch(set, Patches.spec(new JsonString("it's \\ \"a\"\n"), "a")),
                new Step.PatchStatus(node, Patches.spec(JsonNull.NULL, "b")),
                new Step.Scale(set, 0),
                new Step.Cordon(node),
                new Step.Uncordon(node),
                new Step.Taint(node, "example.com/k", "", "NoExecute"),
                new Step.Taint(node, "k", "v", "NoSchedule"),
                new Step.Untaint(node, "k"),
                new Step.Delete(set, Deletion.BACKGROUND.withGracePeriod(0)),
                own));

        String text = StepText.of(steps);

        assertThat(Step.parse(text, own)).as(text).isEqualTo(steps);
        assertThat(steps.stream().map(Object::getClass).distinct()).hasSize(Step.class.getPermittedSubclasses().length);
    }

    @Test
    void whatCannotBeReadIsToldWithItsLine() {
        assertThat(Step.parse("# a remark\n\nkubectl cordon n\n")).containsExactly(new Step.Cordon(Node.ref("n")));
        assertThat(Step.parse("kubectl delete pvc data-0\n"))
                .containsExactly(new Step.Delete(PersistentVolumeClaim.ref("default", "data-0"), Deletion.DEFAULT));
        for (String[] wrong : new String[][] {
            {"kubectl cordon n\nhelm install\n", "line 2, \"helm install\": no step; expected kubectl and a verb"},
            {"kubectl drain n", "no step is done by \"kubectl drain\"; expected create, replace, patch,"},
            {"kubectl cordon", "a name is missing"},
            {"kubectl cordon a b", "no step has [b]"},
            {"kubectl cordon a --dry-run=client", "no step has [--dry-run]"},
            {"kubectl delete pvx a", "no kind is called \"pvx\""},
            {"kubectl delete pvc a --cascade=all", "--cascade=all: expected background, foreground or orphan"},
            {"kubectl scale sts web", "expected --replicas"},
            {"kubectl scale sts web --replicas=x", "For input string: \"x\""},
            {"kubectl patch pv a --type=json -p '{}'", "expected --type=merge"},
            {"kubectl patch pv a --type=merge -p '{}' --subresource=scale", "no step for the subresource \"scale\""},
            {"kubectl patch pv a --type=merge -p '{}", "a quote has no end: '{}"},
            {"kubectl patch pv a --type=merge -p '{'", "line 1, "},
            {"kubectl taint nodes n k", "the taint \"k\" has no effect"},
            {"kubectl taint pods n k-", "expected kubectl taint nodes"},
            {"kubectl create -f web.yaml", "manifests stand below the command"},
            {"kubectl create -f", "nothing follows -f"},
            {"kubectl create -f - <<'EOF'\nkind: Pod", "the manifests have no end; expected a line EOF"},
            {
                "# it begins\nkubectl create -f - <<'EOF'\napiVersion: v1\nkind: Pod\nspek: 1\nEOF\n",
                ": 5:1: document 1, Pod: unknown field"
            },
            {"# own step: pause", "there is no step of one's own called \"pause\"; given are []"},
            {"# 1-2h pass", "line 1, "}
        }) {
            assertThatThrownBy(() -> Step.parse(wrong[0]))
                    .as(wrong[0])
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong[1]);
        }
    }

    /** One that is empty says that all namespaces are meant. */
    @Test
    void noManifestHasAStructureThatSaysNothing() {
        Set<String> empty = new TreeSet<>();
        for (long seed = 0; seed < 300; seed++) {
            KubernetesObject object = Workloads.any().from(Choices.seeded(seed));
            Matcher matcher = Pattern.compile("(\\S+): \\{}").matcher(CompactYaml.of(object));
            while (matcher.find()) {
                empty.add(matcher.group(1));
            }
        }
        assertThat(empty).isSubsetOf("namespaceSelector");
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
