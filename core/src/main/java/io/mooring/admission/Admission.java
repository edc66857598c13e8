package io.mooring.admission;

import io.mooring.admission.object.Kinds;
import io.mooring.admission.object.Objects;
import io.mooring.admission.policy.Refusals;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.names.Confidential;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * The API server's answer to a write. A tree is read strictly: unknown fields are refused, and so is a create without
 * {@code kind} or {@code apiVersion}.
 *
 * <pre>{@code
 * Verdict verdict = Admission.create(tree, cluster);
 * verdict.refused().ifPresent(refused -> System.out.println(refused.message()));
 * }</pre>
 *
 * <p>What the API server itself gives an object is the caller's: uid, creationTimestamp, resourceVersion, generation,
 * and the name where there is only a {@code generateName}.
 */
public final class Admission {
    private Admission() {}

    /** The answer to a create, sent to the namespace that the object names, or to {@code default}. */
    public static Verdict create(JsonObject tree, AdmissionWorld world) {
        return create(tree, Optional.empty(), world);
    }

    /** The answer to a create that is sent to this namespace. */
    public static Verdict createIn(String namespace, JsonObject tree, AdmissionWorld world) {
        return create(tree, Optional.of(namespace), world);
    }

    private static Verdict create(JsonObject tree, Optional<String> namespace, AdmissionWorld world) {
        return unserved(tree, "post", "")
                .<Verdict>map(refused -> refused)
                .orElseGet(() -> Pipeline.of(Kinds.of(Kinds.apiVersionOf(tree), Kinds.kindOf(tree)), namespace, world)
                        .create(tree));
    }

    /** The answer to a replace (a PUT) by a tree whose kind cannot be told, or is not served in its version; else empty. */
    public static Optional<Verdict.Refused> unserved(JsonObject tree, String name) {
        return unserved(tree, "put", " " + name);
    }

    private static Optional<Verdict.Refused> unserved(JsonObject tree, String verb, String name) {
        String kind = Kinds.kindOf(tree);
        String apiVersion = Kinds.apiVersionOf(tree);
        if (kind.isEmpty() || apiVersion.isEmpty()) {
            String missing = kind.isEmpty() ? "Kind" : "apiVersion";
            return Optional.of(Refusals.badRequest("Object '" + missing + "' is missing in '"
                    + Confidential.masked(tree).toJson() + "'"));
        }
        Optional<Verdict.Refused> malformed = KindNames.problem(apiVersion, kind)
                .map(cause -> Refusals.noSuchResource(verb + " " + kind + name, List.of(cause)));
        if (malformed.isPresent()) {
            return malformed;
        }
        String group = ObjectKind.groupOf(apiVersion);
        return Kinds.inOtherVersion(apiVersion, kind).map(known -> {
            String resource = group.isEmpty() ? known.plural() : known.plural() + "." + group;
            return Refusals.notServed(verb + " " + resource + name, apiVersion, known);
        });
    }

    /** The answer to a patch that makes the object one of another kind or API version; empty if it stays what it is. */
    public static Optional<Verdict.Refused> otherIdentity(KubernetesObject stored, JsonObject patched) {
        return PatchedIdentity.refusal(stored.kind(), patched);
    }

    /** The answer to a create. */
    public static Verdict create(KubernetesObject object, AdmissionWorld world) {
        return create(Objects.write(object), world);
    }

    /**
     * The answer to a create of an object that need not be read strictly, because it was, or is made from one that was: a
     * StatefulSet's pod. Fields that {@link #create} would refuse as unknown pass, and it costs half as much.
     */
    public static Verdict createAsRead(KubernetesObject object, AdmissionWorld world) {
        return of(object, world).createAsRead(object);
    }

    /** The answer to a replace (a PUT) of {@code stored}, which keeps its status. */
    public static Verdict update(KubernetesObject stored, JsonObject tree, AdmissionWorld world) {
        return of(stored, world).update(stored, tree);
    }

    /** The answer to a replace (a PUT) of {@code stored}, which keeps its status. */
    public static Verdict update(KubernetesObject stored, KubernetesObject object, AdmissionWorld world) {
        return update(stored, Objects.write(object), world);
    }

    /**
     * The answer to a patch after which {@code stored} is to be as the tree says. It differs from a replace by what becomes of
     * another uid: a replace is meant for another object then (409), and a patch changes what must not change (422).
     */
    public static Verdict patch(KubernetesObject stored, JsonObject patched, AdmissionWorld world) {
        return of(stored, world).patch(stored, patched);
    }

    /**
     * The answer to a replace of the subresource {@code status} of {@code stored} by what the tree says: its status and its
     * metadata are written, everything else in the tree is left aside. Of a status only a namespace's phase is checked.
     */
    public static Verdict updateStatus(KubernetesObject stored, JsonObject tree, AdmissionWorld world) {
        return of(stored, world).updateStatus(stored, tree);
    }

    /** The answer to a patch of the subresource, after which it is to be as the tree says; another uid as in {@link #patch}. */
    public static Verdict patchStatus(KubernetesObject stored, JsonObject patched, AdmissionWorld world) {
        return of(stored, world).patchStatus(stored, patched);
    }

    private static Pipeline<?> of(KubernetesObject object, AdmissionWorld world) {
        return Pipeline.of(object.kind(), Optional.empty(), world);
    }
}
