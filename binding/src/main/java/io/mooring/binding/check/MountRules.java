package io.mooring.binding.check;

import io.mooring.binding.check.PodPlan.Place;
import io.mooring.binding.control.scheduler.CarriedFields;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.storage.SourceType;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Container;
import io.mooring.workload.PodVolume;
import io.mooring.workload.VolumeDevice;
import io.mooring.workload.VolumeMount;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How containers mount volumes, and what another container sees of it. */
final class MountRules {
    private static final String PROPAGATION = "mountPropagation";
    private static final String BIDIRECTIONAL = "Bidirectional";
    private static final String TO_CONTAINER = "HostToContainer";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\$|\\$\\(([^()]*)\\)");

    private MountRules() {}

    /** A mount, and where it stands. */
    record MountPlace(Container container, VolumeMount mount, FieldPath at) {
        String propagation() {
            return CarriedFields.text(mount.rest(), PROPAGATION);
        }

        boolean seesNewMounts() {
            return propagation().equals(BIDIRECTIONAL) || propagation().equals(TO_CONTAINER);
        }

        Fact fact(PodPlan plan) {
            String how = propagation().isEmpty() ? "without mount propagation" : "with propagation " + propagation();
            return Fact.of(
                    FactCode.POD_MOUNT,
                    plan.holder(),
                    at,
                    "mounts volume " + mount.name() + " in container " + container.name() + " " + how);
        }
    }

    /** A raw volume of a container, and where it stands. */
    record DevicePlace(VolumeDevice device, FieldPath at) {}

    static Stream<MountPlace> mounts(Place place) {
        List<VolumeMount> mounts = place.container().volumeMounts();
        return IntStream.range(0, mounts.size())
                .mapToObj(i -> new MountPlace(
                        place.container(),
                        mounts.get(i),
                        place.at().child("volumeMounts").index(i)));
    }

    static Stream<DevicePlace> devices(Place place) {
        List<VolumeDevice> devices = place.container().volumeDevices();
        return IntStream.range(0, devices.size())
                .mapToObj(i -> new DevicePlace(
                        devices.get(i), place.at().child("volumeDevices").index(i)));
    }

    private static List<MountPlace> mounts(PodPlan plan) {
        return plan.containers().stream().flatMap(MountRules::mounts).toList();
    }

    /** A container mounts something for all to see, and another container of the pod does not look. */
    static Stream<Sighting> oneSided(Inspection world) {
        return world.plans().stream().flatMap(plan -> {
            List<MountPlace> mounts = mounts(plan);
            return mounts.stream()
                    .filter(mount -> mount.propagation().equals(BIDIRECTIONAL))
                    .flatMap(from -> mounts.stream()
                            .filter(to -> sharesWith(from, to) && !to.seesNewMounts())
                            .map(to -> Sighting.of(
                                            plan.holder(),
                                            to.at(),
                                            "does not see in container "
                                                    + to.container().name() + " what container "
                                                    + from.container().name() + " mounts later in volume "
                                                    + to.mount().name())
                                    .because(from.fact(plan), to.fact(plan))));
        });
    }

    private static boolean sharesWith(MountPlace one, MountPlace other) {
        return one.mount().name().equals(other.mount().name())
                && !one.container().name().equals(other.container().name());
    }

    /** A container that can mount shares a folder with another one, and nothing that it mounts there comes through. */
    static Stream<Sighting> none(Inspection world) {
        return world.plans().stream().flatMap(plan -> {
            List<MountPlace> mounts = mounts(plan);
            return mounts.stream()
                    .filter(from -> mayMount(from.container()))
                    .filter(from ->
                            (!from.mount().readOnly() && from.propagation().isEmpty())
                                    || from.propagation().equals("None"))
                    .filter(from -> isFolder(plan, from.mount().name()))
                    .filter(from -> mounts.stream()
                            .noneMatch(each -> each.container().equals(from.container())
                                    && each.propagation().equals(BIDIRECTIONAL)))
                    .flatMap(from -> mounts.stream()
                            .filter(to -> sharesWith(from, to) && !mayMount(to.container()))
                            .limit(1)
                            .map(to -> Sighting.of(
                                            plan.holder(),
                                            from.at(),
                                            "has a container "
                                                    + from.container().name()
                                                    + " that can mount file systems, and what it mounts in volume "
                                                    + from.mount().name() + " container "
                                                    + to.container().name() + " does not see")
                                    .because(from.fact(plan), to.fact(plan))));
        });
    }

    /** Privileged, or with the capability that mounting takes. */
    private static boolean mayMount(Container container) {
        JsonObject context =
                CarriedFields.object(container.rest(), "securityContext").orElse(JsonObject.EMPTY);
        List<String> capabilities = CarriedFields.object(context, "capabilities")
                .map(each -> CarriedFields.texts(each, "add"))
                .orElse(List.of());
        return context.get("privileged").equals(Optional.of(JsonBool.TRUE))
                || capabilities.contains("SYS_ADMIN")
                || capabilities.contains("CAP_SYS_ADMIN")
                || capabilities.contains("ALL");
    }

    private static boolean isFolder(PodPlan plan, String volume) {
        return sources(plan, volume).contains(SourceType.EMPTY_DIR)
                || sources(plan, volume).contains(SourceType.HOST_PATH);
    }

    private static Set<SourceType> sources(PodPlan plan, String volume) {
        return plan.volumes()
                .map(PodPlan.VolumePlace::volume)
                .filter(each -> each.name().equals(volume))
                .map(PodVolume::rest)
                .flatMap(rest -> rest.fields().keySet().stream())
                .map(SourceType::ofField)
                .collect(Collectors.toSet());
    }

    /** A part of a ConfigMap or the like, which stays as it was when the pod started. */
    static Stream<Sighting> frozen(Inspection world) {
        Set<SourceType> live =
                Set.of(SourceType.CONFIG_MAP, SourceType.SECRET, SourceType.PROJECTED, SourceType.DOWNWARD_API);
        return world.plans().stream()
                .flatMap(plan -> mounts(plan).stream()
                        .filter(mount -> mount.mount().rest().has("subPath")
                                || mount.mount().rest().has("subPathExpr"))
                        .filter(mount ->
                                sources(plan, mount.mount().name()).stream().anyMatch(live::contains))
                        .map(mount -> Sighting.of(
                                        plan.holder(),
                                        mount.at(),
                                        "mounts a part of volume "
                                                + mount.mount().name() + " in container "
                                                + mount.container().name()
                                                + ", which stays as it was when the pod started")
                                .because(mount.fact(plan))));
    }

    /** A path with a variable that the container does not have. */
    static Stream<Sighting> unknownVariable(Inspection world) {
        return world.plans().stream()
                .flatMap(plan -> mounts(plan).stream()
                        .filter(mount -> CarriedFields.objects(mount.container().rest(), "envFrom")
                                .isEmpty())
                        .flatMap(mount -> variables(
                                        CarriedFields.text(mount.mount().rest(), "subPathExpr"))
                                .filter(name -> !names(mount.container()).contains(name))
                                .map(name -> Sighting.of(
                                                plan.holder(),
                                                mount.at().child("subPathExpr"),
                                                "uses the variable " + name + ", which container "
                                                        + mount.container().name() + " does not have")
                                        .because(Fact.of(
                                                FactCode.POD_ENVIRONMENT,
                                                plan.holder(),
                                                mount.at(),
                                                "has the variables " + names(mount.container()))))));
    }

    /** Two dollars stand for one. */
    private static Stream<String> variables(String path) {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).filter(name -> name != null);
    }

    private static List<String> names(Container container) {
        return CarriedFields.objects(container.rest(), "env").stream()
                .map(variable -> CarriedFields.text(variable, "name"))
                .toList();
    }
}
