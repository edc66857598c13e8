package io.mooring.testkit.story;

import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Deletion.Propagation;
import io.mooring.binding.world.Dump;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.Manifest;
import io.mooring.yaml.Manifests;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@link StepText} prints. */
final class StepReader {
    private static final Pattern TIME = Pattern.compile("# ([-0-9.hms]+) pass");

    private final List<String> lines;
    private final List<Step.Own> own;
    private final List<Step> steps = new ArrayList<>();

    /** Of objects in the text that no command's names are known for; by plural and group. */
    private final Map<String, ObjectKind<?>> kinds = new HashMap<>();

    /** The next line. */
    private int place;

    private StepReader(String text, List<Step.Own> own) {
        this.lines = text.lines().toList();
        this.own = own;
    }

    static List<Step> read(String text, List<Step.Own> own) {
        return new StepReader(text, own).read();
    }

    private List<Step> read() {
        while (place < lines.size()) {
            int first = place + 1;
            String line = lines.get(place++).strip();
            try {
                read(line);
            } catch (IllegalArgumentException | DateTimeParseException wrong) {
                throw new IllegalArgumentException(
                        "line " + first + ", \"" + line + "\": " + wrong.getMessage(), wrong);
            }
        }
        return List.copyOf(steps);
    }

    private void read(String line) {
        if (line.startsWith("#")) {
            readComment(line);
        } else if (!line.isEmpty()) {
            readCommand(KubectlCommand.parse(line));
        }
    }

    /** What is no step's is anybody's. */
    private void readComment(String line) {
        Matcher time = TIME.matcher(line);
        if (line.equals(StepText.SETTLED)) {
            steps.add(new Step.Settle());
        } else if (line.startsWith(StepText.OWN)) {
            steps.add(ownStep(line.substring(StepText.OWN.length())));
        } else if (time.matches()) {
            steps.add(new Step.Advance(Duration.parse("PT" + time.group(1).toUpperCase(Locale.ROOT))));
        }
    }

    private Step ownStep(String what) {
        return own.stream()
                .filter(each -> each.what().equals(what))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no step of one's own called \"" + what
                        + "\"; given are " + own.stream().map(Step.Own::what).toList()));
    }

    private void readCommand(KubectlCommand command) {
        switch (command.verb()) {
            case "create" -> objects(command).forEach(object -> steps.add(new Step.Create(object)));
            case "replace" -> objects(command).forEach(object -> steps.add(new Step.Update(object)));
            case "patch" -> steps.add(patch(command));
            case "delete" -> steps.add(delete(command));
            case "scale" -> steps.add(new Step.Scale(object(command), Integer.parseInt(command.need("--replicas"))));
            case "cordon" -> steps.add(new Step.Cordon(Node.ref(command.next())));
            case "uncordon" -> steps.add(new Step.Uncordon(Node.ref(command.next())));
            case "taint" -> steps.add(taint(command));
            default ->
                throw new IllegalArgumentException("no step is done by \"kubectl " + command.verb()
                        + "\"; expected create, replace, patch, delete, scale, cordon, uncordon or taint");
        }
        command.checkAllRead();
    }

    /** The manifests that follow, up to the line that ends them. */
    private List<KubernetesObject> objects(KubectlCommand command) {
        if (!command.need("-f").equals("-")) {
            throw new IllegalArgumentException("manifests stand below the command; expected -f - <<'EOF'");
        }
        String end = command.need("<<");
        int first = place;
        int last = first;
        while (last < lines.size() && !lines.get(last).equals(end)) {
            last++;
        }
        if (last == lines.size()) {
            throw new IllegalArgumentException("the manifests have no end; expected a line " + end);
        }
        place = last + 1;
        // Problems name the lines of the whole text.
        String manifests = "\n".repeat(first) + String.join("\n", lines.subList(first, last)) + "\n";
        List<KubernetesObject> objects = Manifests.read(manifests).orThrow().stream()
                .<KubernetesObject>map(Manifest::object)
                .toList();
        objects.forEach(object -> kinds.put(object.kind().qualifiedPlural(), object.kind()));
        return objects;
    }

    private Ref<?> object(KubectlCommand command) {
        String name = command.next();
        ObjectKind<?> kind = Optional.<ObjectKind<?>>ofNullable(kinds.get(name))
                .or(() -> Dump.kindCalled(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no kind is called \"" + name + "\"; known are those of Kubernetes and those created before"));
        String namespace = command.option("-n").orElse(Placed.NAMESPACE);
        return kind.ref(kind.isNamespaced() ? namespace : "", command.next());
    }

    private Step patch(KubectlCommand command) {
        Ref<?> object = object(command);
        JsonValue patch = Manifests.readTreeJson(command.need("-p"));
        if (!command.need("--type").equals("merge") || !(patch instanceof JsonObject merged)) {
            throw new IllegalArgumentException("expected --type=merge and an object after -p");
        }
        Optional<String> subresource = command.option("--subresource");
        if (subresource.isPresent() && !subresource.get().equals("status")) {
            throw new IllegalArgumentException(
                    "there is no step for the subresource \"" + subresource.get() + "\"; expected status");
        }
        return subresource.isPresent() ? new Step.PatchStatus(object, merged) : new Step.Patch(object, merged);
    }

    private Step delete(KubectlCommand command) {
        Ref<?> object = object(command);
        command.option("--wait");
        Deletion options = command.option("--cascade")
                .map(way -> Deletion.DEFAULT.with(propagation(way)))
                .orElse(Deletion.DEFAULT);
        return new Step.Delete(
                object,
                command.option("--grace-period")
                        .map(seconds -> options.withGracePeriod(Long.parseLong(seconds)))
                        .orElse(options));
    }

    private static Propagation propagation(String way) {
        return Arrays.stream(Propagation.values())
                .filter(each -> each.toString().equalsIgnoreCase(way))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--cascade=" + way + ": expected background, foreground or orphan"));
    }

    /** {@code key=value:effect}, {@code key:effect}, or {@code key-}. */
    private static Step taint(KubectlCommand command) {
        if (!command.next().equals("nodes")) {
            throw new IllegalArgumentException("expected kubectl taint nodes");
        }
        Ref<Node> node = Node.ref(command.next());
        String taint = command.next();
        command.option("--overwrite");
        if (taint.endsWith("-")) {
            return new Step.Untaint(node, taint.substring(0, taint.length() - 1));
        }
        int effect = taint.lastIndexOf(':');
        if (effect < 0) {
            throw new IllegalArgumentException(
                    "the taint \"" + taint + "\" has no effect; expected key=value:NoSchedule or its like");
        }
        String[] parts = taint.substring(0, effect).split("=", 2);
        return new Step.Taint(node, parts[0], parts.length == 1 ? "" : parts[1], taint.substring(effect + 1));
    }
}
