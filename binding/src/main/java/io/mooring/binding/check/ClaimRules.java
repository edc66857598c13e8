package io.mooring.binding.check;

import io.mooring.binding.check.Prospect.Miss;
import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.claim.VolumeFacts;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.finding.ClaimBindingFinding.HostPathRefused;
import io.mooring.binding.finding.ClaimBindingFinding.NamedVolumeMissing;
import io.mooring.binding.finding.ClaimBindingFinding.NamedVolumeTaken;
import io.mooring.binding.finding.ClaimBindingFinding.NamedVolumeUnfit;
import io.mooring.binding.finding.ClaimBindingFinding.PluginCannotProvision;
import io.mooring.binding.finding.ClaimBindingFinding.PluginMissing;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelRequirement;
import io.mooring.meta.Ref;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeMode;
import io.mooring.tree.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Claims, and what claims are made from, against the volumes and classes that there are. */
final class ClaimRules {
    private static final int MOST_NAMES = 3;

    /** What says it better than {@link #neverBinds}. */
    private static final List<BiFunction<Inspection, Request, Optional<Sighting>>> NARROWER = List.of(
            ClassRules::missing,
            ClassRules::emptyName,
            ClassRules::none,
            ClaimRules::contradiction,
            SizeRules::tooShortByUnit);

    /** Drivers of disks that one node mounts at a time, and what mounts them for many. */
    private static final Map<String, String> ONE_NODE_DRIVERS = Map.of(
            "ebs.csi.aws.com", "efs.csi.aws.com",
            "pd.csi.storage.gke.io", "filestore.csi.storage.gke.io",
            "disk.csi.azure.com", "file.csi.azure.com",
            "cinder.csi.openstack.org", "manila.csi.openstack.org",
            "rbd.csi.ceph.com", "cephfs.csi.ceph.com",
            "rancher.io/local-path", "NFS, for example");

    private ClaimRules() {}

    /** No labels can meet its selector. */
    static Optional<Sighting> contradiction(Inspection world, Request request) {
        return request.claim()
                .spec()
                .selector()
                .filter(selector -> !namesVolume(request))
                .map(LabelMatcher::of)
                .flatMap(Selectors::contradiction)
                .map(demands -> Sighting.of(
                                request.holder(),
                                selectorField(request),
                                "has a selector that no labels can meet: it asks for " + text(demands))
                        .because(selectorFact(request)));
    }

    /** Of a volume that is named nobody asks for labels. Models {@code checkVolumeSatisfyClaim}. */
    private static boolean namesVolume(Request request) {
        return !request.claim().spec().volumeName().isEmpty();
    }

    private static String text(List<LabelRequirement> demands) {
        return demands.stream().map(LabelRequirement::toString).collect(Collectors.joining(" and for "));
    }

    private static FieldPath selectorField(Request request) {
        return request.spec().child("selector");
    }

    private static Fact selectorFact(Request request) {
        String selector = request.claim()
                .spec()
                .selector()
                .map(LabelMatcher::of)
                .map(Object::toString)
                .orElse("");
        return Fact.of(FactCode.CLAIM_SELECTOR, request.holder(), selectorField(request), "asks for labels " + selector)
                .having(selector);
    }

    /** It has a selector, and a new volume has none of the labels: provisioners refuse it. */
    static Optional<Sighting> selectorStopsProvisioning(Inspection world, Request request) {
        boolean hasSelector = request.claim().spec().selector().isPresent();
        return !hasSelector
                        || namesVolume(request)
                        || request.waiting() == 0
                        || !world.mayBeProvisioned(request.claim())
                        || !world.fitting(request).isEmpty()
                ? Optional.empty()
                : Optional.of(Sighting.of(
                                request.holder(),
                                selectorField(request),
                                "asks for labels that no volume has, and for the same reason class "
                                        + request.claim().className().orElse("")
                                        + " makes no new volume: provisioners refuse claims with a selector")
                        .because(selectorFact(request), request.classFact())
                        .advise("leave the selector out, or make a volume of this class with the labels"));
    }

    /** It names a volume that does not exist. */
    static Optional<Sighting> namedMissing(Inspection world, Request request) {
        return named(
                world,
                request,
                finding -> finding instanceof NamedVolumeMissing missing
                        ? Optional.of("names volume " + missing.volume().name() + ", which does not exist")
                        : Optional.empty());
    }

    /** It names a volume that is another's. */
    static Optional<Sighting> namedTaken(Inspection world, Request request) {
        return named(
                world,
                request,
                finding -> finding instanceof NamedVolumeTaken taken
                        ? Optional.of("names volume " + taken.volume().name() + ", which is kept for "
                                + taken.holder().claim().qualifiedName())
                        : Optional.empty());
    }

    /** It names a volume that will not do. */
    static Optional<Sighting> namedUnfit(Inspection world, Request request) {
        return named(
                world,
                request,
                finding -> finding instanceof NamedVolumeUnfit unfit
                        ? Optional.of("names volume " + unfit.volume().name() + ", which "
                                + unfit.mismatch().describe())
                        : Optional.empty());
    }

    private static Optional<Sighting> named(
            Inspection world, Request request, Function<ClaimBindingFinding, Optional<String>> look) {
        if (!request.isClaim() || request.waiting() == 0) {
            return Optional.empty();
        }
        FieldPath field = request.spec().child("volumeName");
        return request.claim()
                .volume()
                .flatMap(volume -> look.apply(ClaimFindings.of(world.cluster(), request.claim()))
                        .map(text -> Sighting.of(request.holder(), field, text)
                                .because(Fact.of(
                                                FactCode.CLAIM_VOLUME,
                                                request.holder(),
                                                field,
                                                "names volume " + volume.name())
                                        .having(volume.name()))));
    }

    /** All replicas of a set name one volume. */
    static Optional<Sighting> oneVolumeForAll(Inspection world, Request request) {
        String volume = request.claim().spec().volumeName();
        return request.set()
                .filter(ofSet -> !volume.isEmpty())
                .filter(ofSet -> ofSet.replicas() > 1)
                .map(ofSet -> Sighting.of(
                                request.holder(),
                                request.spec().child("volumeName"),
                                "has " + ofSet.replicas() + " replicas whose claims from template " + ofSet.template()
                                        + " all name volume " + volume)
                        .because(Fact.of(
                                        FactCode.SET_TEMPLATE,
                                        request.holder(),
                                        request.spec().child("volumeName"),
                                        "names volume " + volume)
                                .having(volume)));
    }

    /** A driver of disks is asked for a file system that many nodes mount. */
    static Optional<Sighting> sharedDisk(Inspection world, Request request) {
        Optional<StorageClass> found = world.classOf(request.claim());
        boolean wantsSharing = request.claim().spec().accessModes().contains(AccessMode.READ_WRITE_MANY)
                && request.claim().volumeMode().equals(VolumeMode.FILESYSTEM);
        return found.filter(each -> wantsSharing)
                .filter(each -> request.waiting() > 0)
                .filter(each -> ONE_NODE_DRIVERS.containsKey(each.provisioner()))
                .map(each -> Sighting.of(
                                request.holder(),
                                request.spec().child("accessModes"),
                                "asks for ReadWriteMany from class "
                                        + each.metadata().name() + ", whose provisioner " + each.provisioner()
                                        + " makes disks that one node mounts at a time")
                        .because(
                                Fact.of(
                                        FactCode.CLAIM_ACCESS_MODES,
                                        request.holder(),
                                        request.spec().child("accessModes"),
                                        "asks for " + request.claim().spec().accessModes()),
                                Fact.of(
                                                FactCode.CLASS_PROVISIONER,
                                                each.ref(),
                                                FieldPath.of("provisioner"),
                                                "is of " + each.provisioner())
                                        .having(each.provisioner()))
                        .advise("ask for ReadWriteOnce, or use a class that shares a file system ("
                                + ONE_NODE_DRIVERS.get(each.provisioner()) + ")"));
    }

    /** No volume fits, and none can be made. */
    static Optional<Sighting> claimNeverBinds(Inspection world, Request request) {
        return request.set().isEmpty() ? neverBinds(world, request) : Optional.empty();
    }

    /** The same of what a set makes its claims from. */
    static Optional<Sighting> templateNeverBinds(Inspection world, Request request) {
        return request.set().isPresent() ? neverBinds(world, request) : Optional.empty();
    }

    private static Optional<Sighting> neverBinds(Inspection world, Request request) {
        boolean mayBind = request.waiting() == 0
                || namesVolume(request)
                || world.mayBeProvisioned(request.claim())
                || !world.fitting(request).isEmpty();
        boolean isSaidElsewhere = !mayBind
                && NARROWER.stream().anyMatch(rule -> rule.apply(world, request).isPresent());
        if (mayBind || isSaidElsewhere) {
            return Optional.empty();
        }
        List<Miss> nearest = world.prospect(request).nearest();
        List<List<Fact>> lacking = nearest.stream()
                .map(miss -> VolumeFacts.of(world.cluster(), request.claim(), miss.volume(), miss.mismatches()))
                .toList();
        Stream<Fact> facts = Stream.concat(
                Stream.of(request.sizeFact(), request.classFact()),
                lacking.stream().flatMap(List::stream));
        return Optional.of(Sighting.of(
                        request.holder(),
                        request.spec(),
                        (request.set().isPresent() ? "makes claims that no volume fits" : "asks for what no volume has")
                                + ", and none can be made: " + whyNoneIsMade(world, request) + nearest(lacking))
                .because(facts.toList()));
    }

    private static String nearest(List<List<Fact>> lacking) {
        return lacking.stream()
                .findFirst()
                .map(facts -> "; the nearest, " + facts.get(0).object().name() + ", "
                        + facts.stream().map(Fact::text).collect(Collectors.joining(" and ")))
                .orElse("");
    }

    private static String whyNoneIsMade(Inspection world, Request request) {
        Optional<ClaimBindingFinding> finding = world.provisioning(request.claim());
        if (finding.isEmpty()) {
            return "without a class nobody makes volumes";
        }
        if (finding.get() instanceof PluginMissing missing) {
            return missing.plugin().equals(StorageClass.NO_PROVISIONER)
                    ? "class " + missing.storageClass().name() + " has no provisioner"
                    : "Kubernetes has no plug-in " + missing.plugin();
        }
        if (finding.get() instanceof PluginCannotProvision idle) {
            return "plug-in " + idle.plugin() + " makes no volumes";
        }
        if (finding.get() instanceof HostPathRefused refused) {
            return "plug-in " + refused.plugin() + " makes volumes only where a switch for tests is on";
        }
        return "class " + request.claim().className().orElse("") + " does not exist";
    }

    /** Some replicas get a volume, and not all. */
    static Optional<Sighting> tooFewVolumes(Inspection world, Request request) {
        if (request.set().isEmpty() || world.mayBeProvisioned(request.claim())) {
            return Optional.empty();
        }
        Request.OfSet ofSet = request.set().get();
        List<PersistentVolume> fitting = world.fitting(request).all();
        return fitting.isEmpty() || ofSet.waiting() <= fitting.size()
                ? Optional.empty()
                : Optional.of(Sighting.of(
                                request.holder(),
                                request.spec(),
                                "makes " + ofSet.replicas() + " claims from template " + ofSet.template()
                                        + ", of which "
                                        + ofSet.waiting() + " have no volume yet, and " + count(fitting.size())
                                        + " fit: " + names(fitting))
                        .because(Fact.of(
                                        FactCode.WORKLOAD_REPLICAS,
                                        request.holder(),
                                        FieldPath.of("spec", "replicas"),
                                        "has " + ofSet.replicas() + " replicas")
                                .having(Long.toString(ofSet.replicas()))));
    }

    private static String count(int volumes) {
        return volumes == 1 ? "only 1 volume would" : "only " + volumes + " volumes would";
    }

    private static String names(List<PersistentVolume> volumes) {
        return Names.of(volumes.stream().map(PersistentVolume::ref).toList(), MOST_NAMES);
    }

    /** A claim waits for its first consumer, and nothing is that. */
    static Optional<Sighting> noConsumer(Inspection world, Request request) {
        if (!request.isClaim() || request.waiting() == 0) {
            return Optional.empty();
        }
        Set<Ref<?>> used = world.used();
        return world.classOf(request.claim())
                .filter(StorageClass::waitsForFirstConsumer)
                .filter(found -> !used.contains(request.holder()))
                .map(found -> Sighting.of(
                                request.holder(),
                                request.classField(),
                                "is of class " + found.metadata().name()
                                        + ", which waits for a pod, and no pod uses the claim")
                        .because(
                                request.classFact(),
                                Fact.of(
                                                FactCode.CLASS_BINDING,
                                                found.ref(),
                                                FieldPath.of("volumeBindingMode"),
                                                "waits for the first consumer")
                                        .having("WaitForFirstConsumer")));
    }
}
