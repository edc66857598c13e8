package io.mooring.admission;

import io.mooring.admission.metadata.MetadataUpdate;
import io.mooring.admission.metadata.Owners;
import io.mooring.admission.metadata.SystemMetadata;
import io.mooring.admission.object.Objects;
import io.mooring.admission.object.Policies;
import io.mooring.admission.plugin.NamespaceLifecycle;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.admission.policy.Plugin;
import io.mooring.admission.policy.Refusals;
import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ResourceVersion;
import io.mooring.names.Confidential;
import io.mooring.schema.Decoded;
import io.mooring.schema.Errors;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Update;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The steps of a request for one kind, in the API server's order, so that the right refusal wins.
 *
 * @param namespace the namespace the request is sent to; empty if the object itself says where
 */
record Pipeline<T extends KubernetesObject>(KindPolicy<T> policy, Optional<String> namespace, AdmissionWorld world) {
    private static final String DEFAULT_NAMESPACE = "default";
    private static final String OTHER_NAMESPACE =
            "the namespace of the provided object does not match the namespace sent on the request";

    static <T extends KubernetesObject> Pipeline<T> of(
            ObjectKind<T> kind, Optional<String> namespace, AdmissionWorld world) {
        return new Pipeline<>(Policies.of(kind), namespace, world);
    }

    Verdict create(JsonObject tree) {
        return read(tree, Optional.empty(), object -> create(object, () -> tree));
    }

    Verdict createAsRead(KubernetesObject object) {
        return defaulted(cast(object), Optional.empty(), ready -> create(ready, () -> Objects.write(object)));
    }

    private Verdict create(T read, Supplier<JsonObject> tree) {
        Optional<Verdict.Refused> refusal = NamespaceLifecycle.refuseCreate(read, world);
        return refusal.isPresent() ? refusal.get() : createIn(read, tree);
    }

    /** In a namespace that takes it. */
    private Verdict createIn(T read, Supplier<JsonObject> tree) {
        T object = with(read, SystemMetadata.wiped(read.metadata()));
        for (Plugin<T> plugin : policy.plugins()) {
            object = plugin.change(object, world);
        }
        T created = policy.prepareForCreate(known(object, Optional.empty()), world);
        Errors errors = new Errors(tree);
        policy.created().check(created, root(errors));
        return invalid(created, errors)
                .or(() -> firstRefusal(plugin -> plugin.refuseCreate(created, world)))
                .or(() -> versionOfNew(created))
                .map(Verdict.class::cast)
                .orElseGet(() -> admitted(created, read, policy.warnings(created, world.semantics())));
    }

    /** A replace. Models {@code DefaultUpdatedObjectInfo.Preconditions}: it is meant for the object whose uid it names. */
    Verdict update(KubernetesObject stored, JsonObject tree) {
        T before = cast(stored);
        return read(
                tree,
                Optional.of(before),
                object -> otherUid(before, object).orElseGet(() -> update(before, object, tree)));
    }

    /** A patch, which has no precondition: a uid is a field like any other, and may not change. */
    Verdict patch(KubernetesObject stored, JsonObject tree) {
        T before = cast(stored);
        return read(tree, Optional.of(before), object -> update(before, object, tree));
    }

    private Optional<Verdict> otherUid(T stored, T read) {
        return Refusals.otherUid(policy.kind(), stored.metadata(), read.metadata())
                .map(Verdict.class::cast);
    }

    private Verdict update(T stored, T read, JsonObject tree) {
        Optional<Verdict.Refused> conflict = Refusals.otherVersion(policy.kind(), stored.metadata(), read.metadata());
        if (conflict.isPresent()) {
            return conflict.get();
        }
        T object = with(read, SystemMetadata.kept(stored.metadata(), read.metadata()));
        T updated = policy.prepareForUpdate(new Update<>(stored, known(object, Optional.of(stored))), world);
        Update<T> change = new Update<>(stored, updated);
        Errors errors = new Errors(() -> tree);
        ErrorsAt root = root(errors);
        MetadataUpdate.check(new Update<>(stored.metadata(), updated.metadata()), root.child("metadata"));
        policy.updated().check(change, root);
        return invalid(updated, errors)
                .or(() -> firstRefusal(plugin -> plugin.refuseUpdate(change, world)))
                .map(Verdict.class::cast)
                .orElseGet(() -> admitted(updated, read, policy.warnings(change, world.semantics())));
    }

    /** Models the registries' {@code StatusStrategy}: the status and the metadata change, the rest stays. */
    Verdict updateStatus(KubernetesObject stored, JsonObject tree) {
        T before = cast(stored);
        return updateStatus(
                before, tree, object -> otherUid(before, object).orElseGet(() -> updateStatus(before, object, tree)));
    }

    /** The same by a patch, which has no precondition. */
    Verdict patchStatus(KubernetesObject stored, JsonObject tree) {
        T before = cast(stored);
        return updateStatus(before, tree, object -> updateStatus(before, object, tree));
    }

    private Verdict updateStatus(T stored, JsonObject tree, Function<T, Verdict> then) {
        ObjectKind<T> kind = policy.kind();
        boolean hasStatus = kind.known().map(KnownKind::hasStatus).orElse(true);
        return hasStatus
                ? read(tree, Optional.of(stored), then)
                : Refusals.noSuchResource(
                        "patch " + kind.qualifiedPlural() + " "
                                + stored.metadata().name(),
                        List.of());
    }

    private Verdict updateStatus(T stored, T read, JsonObject tree) {
        ObjectMeta before = stored.metadata();
        Optional<Verdict.Refused> conflict = Refusals.otherVersion(policy.kind(), before, read.metadata());
        if (conflict.isPresent()) {
            return conflict.get();
        }
        ObjectMeta after =
                policy.metadataOfStatusUpdate(new Update<>(before, SystemMetadata.kept(before, read.metadata())));
        Errors errors = new Errors(() -> tree);
        MetadataUpdate.check(new Update<>(before, after), root(errors).child("metadata"));
        T updated = cast(with(stored, after).withStatusOf(read));
        policy.statusUpdated().check(updated, root(errors));
        return invalid(updated, errors)
                .map(Verdict.class::cast)
                .orElseGet(() -> new Verdict.Admitted(stored(updated), List.of()));
    }

    /** Decodes, and goes on with what was read. */
    private Verdict read(JsonObject tree, Optional<T> stored, Function<T, Verdict> then) {
        Decoded<T> decoded = policy.type().decode(tree);
        if (!decoded.isClean()) {
            return StrictDecoding.refusal(
                    policy.kind(), Confidential.masked(policy.kind().name(), decoded.problems()));
        }
        return defaulted(decoded.orThrow(), stored, then);
    }

    /** Fills in the defaults and the namespace, and goes on if the object is the one that is talked about. */
    private Verdict defaulted(T object, Optional<T> stored, Function<T, Verdict> then) {
        T read = policy.withDefaultsOf(world.semantics(), policy.withDefaults(object));
        String expected = expectedNamespace(read, stored);
        String given = read.metadata().namespace();
        if (policy.kind().isNamespaced() && !given.isEmpty() && !given.equals(expected)) {
            return Refusals.badRequest(OTHER_NAMESPACE);
        }
        return otherName(read, stored)
                .map(Verdict.class::cast)
                .orElseGet(() -> then.apply(with(read, read.metadata().withNamespace(expected))));
    }

    private String expectedNamespace(T read, Optional<T> stored) {
        if (!policy.kind().isNamespaced()) {
            return "";
        }
        String given = read.metadata().namespace();
        String own = given.isEmpty() ? DEFAULT_NAMESPACE : given;
        return stored.map(object -> object.metadata().namespace())
                .or(() -> namespace)
                .orElse(own);
    }

    private static <T extends KubernetesObject> Optional<Verdict.Refused> otherName(T read, Optional<T> stored) {
        String given = read.metadata().name();
        return stored.map(object -> object.metadata().name())
                .filter(name -> !name.equals(given))
                .map(name -> Refusals.badRequest(
                        given.isEmpty()
                                ? "the name of the object (" + name
                                        + " based on URL) was undeterminable: name must be provided"
                                : "the name of the object (" + given + ") does not match the name on the URL (" + name
                                        + ")"));
    }

    private T known(T object, Optional<T> stored) {
        return policy.withoutDisabled(world.semantics(), object, stored);
    }

    /** Where the checks begin, and as which release they answer. */
    private ErrorsAt root(Errors errors) {
        return errors.root().with(ErrorsAt.SEMANTICS, world.semantics());
    }

    private Verdict admitted(T object, T read, List<String> warnings) {
        return new Verdict.Admitted(stored(object), WarningHeaders.sent(Owners.withWarning(read.metadata(), warnings)));
    }

    /** With its amounts as they are read of what is written. */
    private T stored(T object) {
        return policy.type().withAmounts(object, world.semantics()::stored);
    }

    private Optional<Verdict.Refused> invalid(T object, Errors errors) {
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusals.invalid(policy.kind(), object.metadata().name(), errors));
    }

    private Optional<Verdict.Refused> firstRefusal(Function<Plugin<T>, Optional<Verdict.Refused>> ask) {
        for (Plugin<T> plugin : policy.plugins()) {
            Optional<Verdict.Refused> refusal = ask.apply(plugin);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Optional<Verdict.Refused> versionOfNew(T created) {
        return ResourceVersion.parse(created.metadata().resourceVersion())
                .filter(version -> !version.isAny())
                .map(version -> Refusals.failure("resourceVersion should not be set on objects to be created"));
    }

    private T with(T object, ObjectMeta metadata) {
        return cast(object.withMetadata(metadata));
    }

    private T cast(KubernetesObject object) {
        return policy.kind().type().cast(object);
    }
}
