package io.mooring.admission.plugin;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Cause;
import io.mooring.admission.CauseKind;
import io.mooring.admission.Verdict;
import io.mooring.admission.policy.Refusals;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectMeta;
import io.mooring.tree.FieldPath;
import java.util.Optional;

/**
 * Lets nothing new into a namespace that is being deleted or that is not there. Models the plug-in NamespaceLifecycle, whose
 * other half, that some namespaces may not be deleted, is asked where namespaces are deleted.
 *
 * <p>A namespace is there if it is an object, if Kubernetes makes it in every cluster ({@link Namespace#OF_KUBERNETES}), or if
 * something is in it; where no namespace was ever an object, all of them are there.
 */
public final class NamespaceLifecycle {
    private static final FieldPath NAMESPACE = FieldPath.of("metadata").child("namespace");

    private NamespaceLifecycle() {}

    /** Why the object, whose namespace is filled in, may not be created; empty if its namespace takes it. */
    public static Optional<Verdict.Refused> refuseCreate(KubernetesObject created, AdmissionWorld world) {
        String name = created.metadata().namespace();
        if (name.isEmpty() || !created.kind().isNamespaced() || !world.knowsNamespaces()) {
            return Optional.empty();
        }
        Optional<Namespace> namespace = world.find(Namespace.KIND, "", name);
        if (namespace.isPresent()) {
            return namespace.filter(Namespace::isTerminating).map(terminating -> terminating(created, name));
        }
        return exists(name, world) ? Optional.empty() : Optional.of(missing(name));
    }

    private static boolean exists(String name, AdmissionWorld world) {
        return Namespace.OF_KUBERNETES.contains(name) || world.hasObjectsIn(name);
    }

    /** The API server gives no cause; the advice is Mooring's. */
    private static Verdict.Refused missing(String namespace) {
        String message = "there is no namespace \"" + namespace + "\"";
        String advice = "create it too, or leave out every Namespace: then all of them are there";
        return Refusals.notFound(
                Namespace.ref(namespace),
                new Cause(NAMESPACE, CauseKind.UNREADABLE, Optional.empty(), message, Optional.of(advice)));
    }

    private static Verdict.Refused terminating(KubernetesObject created, String namespace) {
        String message = "namespace " + namespace + " is being terminated";
        return Refusals.forbidden(
                created.kind(),
                nameOf(created.metadata()),
                "unable to create new content in namespace " + namespace + " because it is being terminated",
                new Cause(NAMESPACE, CauseKind.NAMESPACE_TERMINATING, Optional.empty(), message, Optional.empty()));
    }

    private static String nameOf(ObjectMeta metadata) {
        return metadata.name().isEmpty() ? metadata.generateName() : metadata.name();
    }
}
