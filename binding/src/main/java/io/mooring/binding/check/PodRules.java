package io.mooring.binding.check;

import io.mooring.binding.control.deployment.RollingBounds;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.meta.Ref;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Deployment;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pods, and what pods are made from, against the claims that they use. */
final class PodRules {
    private static final FieldPath STRATEGY = FieldPath.of("spec", "strategy");

    private PodRules() {}

    /** A claim that pods use, and where they name it. */
    private record Use(PodPlan plan, FieldPath at, Ref<PersistentVolumeClaim> name) {
        Fact fact() {
            return Fact.of(FactCode.POD_CLAIM, plan.holder(), at, "uses claim " + name.qualifiedName())
                    .having(name.name());
        }

        Optional<PersistentVolumeClaim> claim(Inspection world) {
            return world.cluster().get(name);
        }
    }

    private static Stream<Use> uses(PodPlan plan) {
        return plan.volumes()
                .flatMap(place -> plan.claim(place.volume()).stream()
                        .map(claim -> new Use(
                                plan, place.at().child("persistentVolumeClaim").child("claimName"), claim)));
    }

    private static Stream<Use> uses(Inspection world) {
        return world.plans().stream().flatMap(PodRules::uses);
    }

    /** It uses a claim that is not there. */
    static Stream<Sighting> claimMissing(Inspection world) {
        return uses(world)
                .filter(use -> use.claim(world).isEmpty())
                .filter(use -> !isMadeBySet(world, use.name()))
                .map(use -> Sighting.of(
                                use.plan().holder(),
                                use.at(),
                                "uses claim " + use.name().name() + ", which does not exist in namespace "
                                        + use.name().namespace() + elsewhere(world, use.name()))
                        .because(
                                use.fact(),
                                Fact.of(FactCode.OBJECT_ABSENT, use.name(), FieldPath.ROOT, "does not exist")));
    }

    /** Pods may use the claims of a set whose pods they are not. */
    private static boolean isMadeBySet(Inspection world, Ref<PersistentVolumeClaim> claim) {
        return world.requests().stream()
                .flatMap(request -> request.set().stream())
                .anyMatch(ofSet -> ofSet.isOneOf(claim));
    }

    private static String elsewhere(Inspection world, Ref<PersistentVolumeClaim> name) {
        String others = world.requests().stream()
                .filter(Request::isClaim)
                .map(request -> request.claim().ref())
                .filter(other -> other.name().equals(name.name()))
                .map(Ref::namespace)
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? ""
                : "; there is one in " + others + ", and pods use claims of their own namespace only";
    }

    /** It names its node, so that no scheduler ever chooses one for its claim. */
    static Stream<Sighting> nodeNamed(Inspection world) {
        return world.plans().stream()
                .filter(plan -> !plan.spec().nodeName().isEmpty())
                .flatMap(plan -> unboundWaiting(world, plan)
                        .map(claim -> Sighting.of(
                                        plan.holder(),
                                        plan.at().child("nodeName"),
                                        "names its node " + plan.spec().nodeName() + ", and claim "
                                                + claim.metadata().name() + " waits for the scheduler to choose one")
                                .because(
                                        Fact.of(
                                                        FactCode.POD_NODE,
                                                        plan.holder(),
                                                        plan.at().child("nodeName"),
                                                        "names node "
                                                                + plan.spec().nodeName())
                                                .having(plan.spec().nodeName()),
                                        Fact.of(
                                                FactCode.CLASS_BINDING,
                                                world.classOf(claim)
                                                        .orElseThrow()
                                                        .ref(),
                                                FieldPath.of("volumeBindingMode"),
                                                "waits for the first consumer"))));
    }

    /** Its claims, those of its own and those of its set included, that wait for their first consumer. */
    private static Stream<PersistentVolumeClaim> unboundWaiting(Inspection world, PodPlan plan) {
        Stream<PersistentVolumeClaim> named = plan.claims().flatMap(name -> world.cluster().get(name).stream());
        Stream<PersistentVolumeClaim> own = world.requestsOf(plan.holder()).stream()
                .filter(request -> request.waiting() > 0)
                .map(Request::claim);
        return Stream.concat(named, own)
                .filter(claim -> !claim.isBound() && claim.volume().isEmpty())
                .filter(claim -> world.classOf(claim)
                        .filter(StorageClass::waitsForFirstConsumer)
                        .isPresent())
                .filter(claim -> !world.isKeptFor(claim));
    }

    /** A file system that is to be used raw, or a raw device that is to be mounted. */
    static Stream<Sighting> volumeMode(Inspection world) {
        return world.plans().stream()
                .flatMap(plan -> plan.containers().stream()
                        .flatMap(place -> Stream.concat(
                                MountRules.mounts(place)
                                        .flatMap(mount -> modeDiffers(
                                                world,
                                                plan,
                                                mount.at(),
                                                mount.mount().name(),
                                                "Block",
                                                "mounts")),
                                MountRules.devices(place)
                                        .flatMap(device -> modeDiffers(
                                                world,
                                                plan,
                                                device.at(),
                                                device.device().name(),
                                                "Filesystem",
                                                "uses raw")))));
    }

    private static Stream<Sighting> modeDiffers(
            Inspection world, PodPlan plan, FieldPath at, String volume, String wrong, String verb) {
        return plan
                .claimSpec(world, volume)
                .filter(spec -> spec.volumeMode()
                        .map(Object::toString)
                        .orElse("Filesystem")
                        .equals(wrong))
                .map(spec -> Sighting.of(
                                plan.holder(),
                                at,
                                verb + " volume " + volume + ", whose claim has the volume mode " + wrong)
                        .because(Fact.of(FactCode.CLAIM_VOLUME_MODE, plan.holder(), at, verb + " volume " + volume)
                                .having(wrong)))
                .stream();
    }

    /** Volumes with claims that no container mounts. */
    static Stream<Sighting> unmounted(Inspection world) {
        return world.plans().stream()
                .flatMap(plan -> plan.volumes()
                        .filter(place -> place.volume().persistentVolumeClaim().isPresent()
                                || place.volume().ephemeral().isPresent())
                        .filter(place -> !isMounted(plan, place.volume().name()))
                        .map(place -> Sighting.of(
                                        plan.holder(),
                                        place.at(),
                                        "has a volume " + place.volume().name() + " that no container mounts")
                                .because(Fact.of(
                                        FactCode.POD_MOUNT,
                                        plan.holder(),
                                        place.at(),
                                        "has a volume " + place.volume().name()))));
    }

    /** Claim templates that no container mounts. */
    static Stream<Sighting> templateUnmounted(Inspection world) {
        return world.plans().stream()
                .flatMap(plan -> world.requestsOf(plan.holder()).stream()
                        .flatMap(request -> request.set().stream()
                                .map(Request.OfSet::template)
                                .filter(template -> !isMounted(plan, template))
                                .map(template -> templateUnmounted(request, template))));
    }

    private static Sighting templateUnmounted(Request request, String template) {
        return Sighting.of(
                        request.holder(),
                        request.spec(),
                        "makes claims from template " + template + " that no container mounts")
                .because(
                        Fact.of(FactCode.SET_TEMPLATE, request.holder(), request.spec(), "has a template " + template));
    }

    private static boolean isMounted(PodPlan plan, String volume) {
        return plan.containers().stream()
                .anyMatch(place -> Stream.concat(
                                MountRules.mounts(place)
                                        .map(each -> each.mount().name()),
                                MountRules.devices(place)
                                        .map(each -> each.device().name()))
                        .anyMatch(volume::equals));
    }

    private static boolean isForOneNode(PersistentVolumeClaim claim) {
        return claim.spec().accessModes().equals(List.of(AccessMode.READ_WRITE_ONCE));
    }

    private static boolean isForOnePod(PersistentVolumeClaim claim) {
        return claim.spec().accessModes().equals(List.of(AccessMode.READ_WRITE_ONCE_POD));
    }

    /** Several pods, and a volume that one node has at a time. */
    static Stream<Sighting> sharedByNodes(Inspection world) {
        return world.hasOneNode()
                ? Stream.empty()
                : shared(
                        world,
                        PodRules::isForOneNode,
                        "which one node mounts at a time: those that come to another node wait");
    }

    /** Several pods, and a volume that one pod has at a time. */
    static Stream<Sighting> sharedByPods(Inspection world) {
        return shared(world, PodRules::isForOnePod, "which one pod uses at a time: all others wait");
    }

    private static Stream<Sighting> shared(
            Inspection world, Predicate<PersistentVolumeClaim> mode, String consequence) {
        return uses(world)
                .filter(use -> use.plan().most().isSeveral())
                .flatMap(use -> use.claim(world).filter(mode).stream()
                        .map(claim -> Sighting.of(
                                        use.plan().holder(),
                                        use.at(),
                                        "has " + use.plan().most().text() + " on claim "
                                                + claim.metadata().name() + ", " + consequence)
                                .because(
                                        use.fact(),
                                        Fact.of(
                                                FactCode.WORKLOAD_REPLICAS,
                                                use.plan().holder(),
                                                FieldPath.of("spec"),
                                                "has " + use.plan().most().text()),
                                        modes(claim))));
    }

    private static Fact modes(PersistentVolumeClaim claim) {
        FieldPath field = FieldPath.of("spec", "accessModes");
        return Fact.of(
                FactCode.CLAIM_ACCESS_MODES,
                claim.ref(),
                field,
                "asks for " + claim.spec().accessModes());
    }

    /** The new pod waits for the old one, which waits for the new one. */
    static Stream<Sighting> rolloutDeadlock(Inspection world) {
        return rollouts(
                world, PodRules::isForOnePod, "one pod uses at a time: the new pod waits for the old one for ever");
    }

    /** The same, if the new pod comes to another node. */
    static Stream<Sighting> rolloutElsewhere(Inspection world) {
        return world.hasOneNode()
                ? Stream.empty()
                : rollouts(
                        world,
                        PodRules::isForOneNode,
                        "one node mounts at a time: a new pod on another node waits for the old one for ever");
    }

    private static Stream<Sighting> rollouts(
            Inspection world, Predicate<PersistentVolumeClaim> mode, String consequence) {
        return uses(world)
                .flatMap(use -> use.plan().deployment(world).stream()
                        .filter(deployment -> deployment.wantedReplicas() > 0)
                        .filter(RollingBounds::isRolling)
                        .filter(deployment -> RollingBounds.maxUnavailable(deployment) == 0)
                        .flatMap(deployment -> use.claim(world).filter(mode).stream()
                                .map(claim -> rollout(use, deployment, claim, consequence))));
    }

    private static Sighting rollout(Use use, Deployment deployment, PersistentVolumeClaim claim, String consequence) {
        JsonObject recreate = JsonObject.of("type", new JsonString("Recreate")).with("rollingUpdate", JsonNull.NULL);
        return Sighting.of(
                        deployment.ref(),
                        STRATEGY,
                        "makes a new pod before it takes an old one away, and claim "
                                + claim.metadata().name() + " is one that " + consequence)
                .because(
                        Fact.of(
                                FactCode.WORKLOAD_STRATEGY,
                                deployment.ref(),
                                STRATEGY,
                                "rolls with none of " + deployment.wantedReplicas() + " unavailable"),
                        use.fact(),
                        modes(claim))
                .edit(new Edit.Patch(
                        deployment.ref(),
                        JsonObject.of("spec", JsonObject.of("strategy", recreate)),
                        "have Deployment " + deployment.ref().qualifiedName() + " take old pods away first"));
    }
}
