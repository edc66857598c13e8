package io.mooring.binding.explain.fix;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.explain.FixResult;
import io.mooring.binding.explain.deletion.DeletionExplainer;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An object in a namespace that is being deleted, where nothing is made any more: it is to stand as it is to stand, or one
 * like it in another namespace.
 *
 * @param found as it was found
 */
record MovedTarget(KubernetesObject found, Target here) implements Target {
    /** Labels of a namespace hold 63 characters at most. */
    private static final int LONGEST = 61;

    /** The target, or this where the object's namespace is being deleted. */
    static Target of(Cluster settled, KubernetesObject object, Target here) {
        return namespace(settled, object)
                .filter(namespace -> namespace.metadata().isBeingDeleted())
                .<Target>map(namespace -> new MovedTarget(object, here))
                .orElse(here);
    }

    private static Optional<Namespace> namespace(Cluster settled, KubernetesObject object) {
        return settled.get(Namespace.ref(object.metadata().namespace()));
    }

    @Override
    public Ref<?> object() {
        return found.ref();
    }

    @Override
    public boolean isReached(Cluster settled) {
        return here.isReached(settled)
                || there(settled).filter(target -> target.isReached(settled)).isPresent();
    }

    /** One like it, in the namespace that was made for it. */
    private Optional<Target> there(Cluster settled) {
        Ref<?> moved = found.kind().ref(elsewhere(), found.metadata().name());
        return settled.get(moved).flatMap(copy -> Targets.of(settled, copy));
    }

    private String elsewhere() {
        String name = found.metadata().namespace();
        return name.substring(0, Math.min(LONGEST, name.length())) + "-2";
    }

    @Override
    public Object standing(Cluster settled) {
        return List.of(
                here.standing(settled),
                there(settled).map(target -> target.standing(settled)).stream().toList());
    }

    @Override
    public List<Proposal> proposals(Cluster settled) {
        return there(settled)
                .map(target -> target.proposals(settled))
                .orElseGet(() -> isFree(settled) ? List.of(move(settled)) : List.of());
    }

    private boolean isFree(Cluster settled) {
        return settled.get(Namespace.ref(elsewhere())).isEmpty();
    }

    private Proposal move(Cluster settled) {
        String name = elsewhere();
        JsonObject namespace = JsonObject.builder()
                .put("apiVersion", Namespace.KIND.apiVersion())
                .put("kind", Namespace.KIND.name())
                .put("metadata", JsonObject.of("name", new JsonString(name)))
                .build();
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Create(namespace, "create namespace " + name));
        claims(settled).forEach(claim -> edits.add(copy(settled, claim)));
        edits.add(copy(settled, found));
        return new Proposal(edits, Fix.Cost.ADDITION, warnings(settled));
    }

    /** Those that its pods name, and that nobody else makes. */
    private Stream<PersistentVolumeClaim> claims(Cluster settled) {
        return settled.list(PersistentVolumeClaim.KIND, found.metadata().namespace()).stream()
                .filter(claim -> PodMakers.usesClaim(found, claim.metadata().name()));
    }

    private Edit copy(Cluster settled, KubernetesObject object) {
        JsonObject anew = Trees.anew(settled, object.ref(), spec -> spec.without("volumeName"));
        JsonObject metadata = Trees.at(anew, "metadata").with("namespace", new JsonString(elsewhere()));
        String purpose =
                "create " + object.kind().name() + " " + object.metadata().name() + " there";
        return new Edit.Create(anew.with("metadata", metadata), purpose);
    }

    private List<String> warnings(Cluster settled) {
        String namespace = "namespace " + found.metadata().namespace();
        List<String> warnings = new ArrayList<>();
        claims(settled)
                .filter(PersistentVolumeClaim::isBound)
                .map(claim ->
                        "the data of claim " + claim.ref().qualifiedName() + " stay behind, and go with " + namespace)
                .forEach(warnings::add);
        warnings.add(
                "what else it needs of " + namespace + ", such as Secrets and ConfigMaps, has to be made there too");
        return warnings;
    }

    @Override
    public boolean mayLose(KubernetesObject lost) {
        return here.mayLose(lost);
    }

    @Override
    public List<String> openEnds(Cluster settled) {
        return there(settled).map(target -> target.openEnds(settled)).orElseGet(() -> here.openEnds(settled));
    }

    @Override
    public List<ObjectKind<?>> unknown(Cluster settled) {
        return here.unknown(settled);
    }

    @Override
    public Optional<FixResult> contradiction(Cluster settled) {
        return here.contradiction(settled);
    }

    /** What keeps the namespace, since one of its name can be made once it is gone. */
    @Override
    public List<Fact> holds(Cluster settled) {
        return namespace(settled, found).stream()
                .flatMap(namespace -> DeletionExplainer.holds(settled, namespace).stream())
                .toList();
    }
}
