package io.mooring.binding.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EditTest {
    @Property(tries = 300)
    void aShellReadsAWordBackAsItWas(@ForAll String text) {
        assertThat(words("kubectl " + Shell.quoted(text) + " -n x")).containsExactly("kubectl", text, "-n", "x");
    }

    @Example
    void aPatchNamesTheObjectInFull() {
        JsonObject patch = JsonObject.of(
                "metadata", JsonObject.of("annotations", JsonObject.of("note", new JsonString("it's \"here\""))));
        Edit edit = new Edit.Patch(Given.setKey("web"), patch, "note it");
        assertThat(words(edit.kubectl()))
                .containsExactly(
                        "kubectl",
                        "patch",
                        "statefulsets.apps",
                        "web",
                        "-n",
                        "default",
                        "--type",
                        "merge",
                        "-p",
                        patch.toJson());
    }

    @Example
    void whatIsMadeAnewIsGoneInBetween() {
        Cluster cluster = Given.cluster()
                .create(Given.volume("pv", "1Gi", "manual"))
                .orThrow()
                .create(Given.claim("data", "1Gi", "manual"))
                .orThrow()
                .settle();
        PersistentVolumeClaim before = cluster.get(Given.claimKey("data")).orElseThrow();
        JsonObject tree = JsonObject.builder()
                .put("apiVersion", "v1")
                .put("kind", "PersistentVolumeClaim")
                .put("metadata", JsonObject.of("name", new JsonString("data")))
                .put(
                        "spec",
                        cluster.tree(before.ref())
                                .orElseThrow()
                                .at("spec")
                                .map(JsonObject.class::cast)
                                .orElseThrow()
                                .without("volumeName"))
                .build();

        Edit edit = new Edit.Replace(before.ref(), tree, "make it anew");

        PersistentVolumeClaim after =
                edit.on(cluster).orThrow().settle().get(before.ref()).orElseThrow();
        assertThat(after.metadata().uid()).isNotEqualTo(before.metadata().uid());
        assertThat(edit.kubectl()).isEqualTo("kubectl replace --force -f - <<'EOF'\n" + tree.toJson() + "\nEOF");
    }

    @Example
    void whatIsHeldIsNotMadeAnew() {
        Cluster cluster = Given.cluster()
                .create(Given.node("one", "8"))
                .orThrow()
                .create(Given.volume("pv", "1Gi", "manual"))
                .orThrow()
                .create(Given.claim("data", "1Gi", "manual"))
                .orThrow()
                .create(Given.pod("app", "data"))
                .orThrow()
                .settle();
        Edit edit = new Edit.Replace(
                Given.claimKey("data"), cluster.tree(Given.claimKey("data")).orElseThrow(), "make it anew");

        assertThat(edit.on(cluster).answer().isAccepted()).isFalse();
        assertThat(edit.on(cluster).cluster().text()).isEqualTo(cluster.text());
    }

    /** The words of a command as a POSIX shell takes them, of those with single quotes and backslashes alone. */
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (c == '\'') {
                isQuoted = !isQuoted;
            } else if (c == '\\' && !isQuoted) {
                word.append(command.charAt(++i));
            } else if (c == ' ' && !isQuoted) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        return words;
    }
}
