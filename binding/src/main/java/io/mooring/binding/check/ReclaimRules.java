package io.mooring.binding.check;

import io.mooring.binding.control.binder.Deleter;
import io.mooring.binding.control.binder.Recycler;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.finding.DeletionObstacle;
import io.mooring.binding.finding.VolumeReclaimFinding;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.ClaimRetention;
import io.mooring.workload.ClaimRetentionPolicy;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What becomes of volumes and claims that nobody needs any more. */
final class ReclaimRules {
    private static final FieldPath POLICY = FieldPath.of("spec", "persistentVolumeReclaimPolicy");
    private static final FieldPath RETENTION = FieldPath.of("spec", "persistentVolumeClaimRetentionPolicy");

    private ReclaimRules() {}

    private static Stream<Sighting> under(
            Inspection world, ReclaimPolicy policy, Function<PersistentVolume, Optional<String>> look) {
        return world.volumes().stream()
                .filter(volume -> volume.hasReclaimPolicy(policy))
                .flatMap(volume -> look.apply(volume).stream()
                        .map(text -> Sighting.of(volume.ref(), POLICY, text)
                                .because(Fact.of(
                                                FactCode.VOLUME_RECLAIM_POLICY,
                                                volume.ref(),
                                                POLICY,
                                                "has the reclaim policy " + policy.value())
                                        .having(policy.value()))
                                .edit(retaining(volume))));
    }

    private static Edit retaining(PersistentVolume volume) {
        return new Edit.Patch(
                volume.ref(),
                JsonObject.of(
                        "spec",
                        JsonObject.of("persistentVolumeReclaimPolicy", new JsonString(ReclaimPolicy.RETAIN.value()))),
                "set the reclaim policy of volume " + volume.metadata().name() + " to Retain");
    }

    /** Made by hand, and to be deleted by somebody who does not exist. */
    static Stream<Sighting> nobodyDeletes(Inspection world) {
        return under(world, ReclaimPolicy.DELETE, volume -> {
            if (volume.provisionedBy().isPresent()) {
                return Optional.empty();
            }
            VolumeReclaimFinding finding = Deleter.delete(volume);
            if (finding instanceof VolumeReclaimFinding.DeletionFailed failed) {
                return Optional.of("was made by hand and will be Failed once its claim is gone: "
                        + failed.obstacle().accept(new ObstacleText()));
            }
            return finding instanceof VolumeReclaimFinding.LeftToProvisioner
                    ? Optional.of(
                            "was made by hand and will stay Released once its claim is gone: a driver's provisioner"
                                    + " deletes only volumes that it made")
                    : Optional.empty();
        });
    }

    /** Why nothing deletes it, after a colon. */
    private static final class ObstacleText implements DeletionObstacle.Cases<String> {
        @Override
        public String noPluginForSource(DeletionObstacle.NoPluginForSource obstacle) {
            return "Kubernetes has no plug-in that deletes such a source";
        }

        @Override
        public String sourceCannotBeDeleted(DeletionObstacle.SourceCannotBeDeleted obstacle) {
            return "the plug-in for its source deletes nothing";
        }

        @Override
        public String noPluginOfName(DeletionObstacle.NoPluginOfName obstacle) {
            return "Kubernetes has no plug-in " + obstacle.plugin();
        }

        @Override
        public String pluginCannotDelete(DeletionObstacle.PluginCannotDelete obstacle) {
            return "plug-in " + obstacle.plugin() + " deletes nothing";
        }

        @Override
        public String noHostPath(DeletionObstacle.NoHostPath obstacle) {
            return "it has no host path";
        }

        @Override
        public String outsideTmp(DeletionObstacle.OutsideTmp obstacle) {
            return "host paths are deleted below /tmp only, and it is " + obstacle.path();
        }
    }

    /** The one kind of path that is deleted, by a program that runs elsewhere. */
    static Stream<Sighting> deletesHostPath(Inspection world) {
        return under(
                world,
                ReclaimPolicy.DELETE,
                volume -> Deleter.delete(volume) instanceof VolumeReclaimFinding.StorageDeleted
                        ? Optional.of("has its path " + path(volume)
                                + " deleted once its claim is gone, on the machine of kube-controller-manager and not on"
                                + " the pod's node")
                        : Optional.empty());
    }

    private static String path(PersistentVolume volume) {
        return volume.spec().source().flatMap(VolumeSource::hostPath).orElse("");
    }

    static Stream<Sighting> recycle(Inspection world) {
        return under(
                world,
                ReclaimPolicy.RECYCLE,
                volume -> Recycler.canRecycle(volume)
                        ? Optional.of("has everything below " + recycledPath(volume)
                                + " deleted by a pod once its claim is gone")
                        : Optional.empty());
    }

    private static String recycledPath(PersistentVolume volume) {
        return volume.spec()
                .source()
                .flatMap(source -> source.hostPath().or(source::nfsPath))
                .orElse("");
    }

    static Stream<Sighting> recycleImpossible(Inspection world) {
        return under(
                world,
                ReclaimPolicy.RECYCLE,
                volume -> Recycler.canRecycle(volume)
                        ? Optional.empty()
                        : Optional.of(
                                "will be Failed once its claim is gone: only host paths and NFS can be recycled"));
    }

    /** A set that has its claims deleted, whose data then go too. */
    static Optional<Sighting> retention(Inspection world, Request request) {
        return request.set()
                .filter(ofSet ->
                        ofSet.set().deletesClaimsWhenDeleted() || ofSet.set().deletesClaimsWhenScaled())
                .flatMap(ofSet -> deletedData(world, request).map(why -> retention(request, ofSet, why)));
    }

    /** Why the data go with the claim; empty if they stay. */
    private static Optional<Fact> deletedData(Inspection world, Request request) {
        List<PersistentVolume> fitting = Stream.concat(
                        request.set().stream()
                                .flatMap(ofSet -> ofSet.made().stream())
                                .flatMap(claim -> claim.volume().stream())
                                .flatMap(volume -> world.cluster().get(volume).stream()),
                        world.fitting(request).all().stream())
                .toList();
        return world.classOf(request.claim())
                .filter(found -> fitting.isEmpty())
                .filter(found -> found.reclaimPolicy()
                        .filter(ReclaimPolicy.RETAIN::equals)
                        .isEmpty())
                .map(ReclaimRules::deleting)
                .or(() -> fitting.stream()
                        .filter(volume -> volume.hasReclaimPolicy(ReclaimPolicy.DELETE)
                                || volume.hasReclaimPolicy(ReclaimPolicy.RECYCLE))
                        .findFirst()
                        .map(volume -> Fact.of(
                                FactCode.VOLUME_RECLAIM_POLICY,
                                volume.ref(),
                                POLICY,
                                "has the reclaim policy "
                                        + volume.spec()
                                                .persistentVolumeReclaimPolicy()
                                                .map(ReclaimPolicy::value)
                                                .orElse(""))));
    }

    private static Fact deleting(StorageClass found) {
        return Fact.of(
                FactCode.CLASS_RECLAIM,
                found.ref(),
                FieldPath.of("reclaimPolicy"),
                "makes volumes with the reclaim policy Delete");
    }

    private static Sighting retention(Request request, Request.OfSet ofSet, Fact why) {
        ClaimRetention policy =
                ofSet.set().spec().persistentVolumeClaimRetentionPolicy().orElseThrow();
        String when = Stream.of(
                        policy.whenDeleted()
                                .filter(ClaimRetentionPolicy.DELETE::equals)
                                .map(each -> "when it is deleted"),
                        policy.whenScaled()
                                .filter(ClaimRetentionPolicy.DELETE::equals)
                                .map(each -> "when it is scaled down"))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + " and " + other)
                .orElseThrow();
        JsonObject retain =
                JsonObject.of("whenDeleted", new JsonString("Retain")).with("whenScaled", new JsonString("Retain"));
        return Sighting.of(
                        request.holder(),
                        RETENTION,
                        "loses the data of template " + ofSet.template() + " " + when + ": the claims go, and "
                                + why.object().kind().name() + " "
                                + why.object().qualifiedName() + " " + why.text())
                .because(
                        Fact.of(FactCode.SET_RETENTION, request.holder(), RETENTION, "deletes its claims " + when), why)
                .edit(new Edit.Patch(
                        request.holder(),
                        JsonObject.of("spec", JsonObject.of("persistentVolumeClaimRetentionPolicy", retain)),
                        "have set " + request.holder().qualifiedName() + " keep its claims"));
    }
}
