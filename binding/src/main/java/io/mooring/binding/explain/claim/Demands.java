package io.mooring.binding.explain.claim;

import io.mooring.binding.match.Mismatch;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which of the claim's demands a volume fails: of access modes and labels those that it lacks. */
enum Demands implements Mismatch.Cases<Stream<Demand>> {
    OF_MISMATCH;

    static Set<Demand> failedBy(VolumeVerdict volume) {
        Set<Demand> failed = new TreeSet<>();
        volume.reasons().stream()
                .flatMap(mismatch -> mismatch.accept(OF_MISMATCH))
                .forEach(failed::add);
        if (volume.isOutOfReach()) {
            failed.add(Demand.of(Demand.Kind.REACH));
        }
        return failed;
    }

    @Override
    public Stream<Demand> selectorUnreadable(Mismatch.SelectorUnreadable mismatch) {
        return Stream.of(Demand.of(Demand.Kind.READABLE_SELECTOR));
    }

    @Override
    public Stream<Demand> accessModesNotOffered(Mismatch.AccessModesNotOffered mismatch) {
        return mismatch.missing().stream().map(mode -> new Demand(Demand.Kind.ACCESS_MODE, mode.value()));
    }

    @Override
    public Stream<Demand> alreadyTaken(Mismatch.AlreadyTaken mismatch) {
        return Stream.of(Demand.of(Demand.Kind.FREE));
    }

    @Override
    public Stream<Demand> takenBy(Mismatch.TakenBy mismatch) {
        return Stream.of(Demand.of(Demand.Kind.FREE));
    }

    @Override
    public Stream<Demand> takenByNamesake(Mismatch.TakenByNamesake mismatch) {
        return Stream.of(Demand.of(Demand.Kind.FREE));
    }

    @Override
    public Stream<Demand> capacityTooSmall(Mismatch.CapacityTooSmall mismatch) {
        return Stream.of(Demand.of(Demand.Kind.CAPACITY));
    }

    @Override
    public Stream<Demand> volumeModeDiffers(Mismatch.VolumeModeDiffers mismatch) {
        return Stream.of(Demand.of(Demand.Kind.VOLUME_MODE));
    }

    @Override
    public Stream<Demand> attributesClassDiffers(Mismatch.AttributesClassDiffers mismatch) {
        return Stream.of(Demand.of(Demand.Kind.ATTRIBUTES_CLASS));
    }

    @Override
    public Stream<Demand> beingDeleted(Mismatch.BeingDeleted mismatch) {
        return Stream.of(Demand.of(Demand.Kind.FREE));
    }

    @Override
    public Stream<Demand> bindingDelayed(Mismatch.BindingDelayed mismatch) {
        return Stream.of(Demand.of(Demand.Kind.FREE));
    }

    @Override
    public Stream<Demand> notAvailable(Mismatch.NotAvailable mismatch) {
        return Stream.of(Demand.of(Demand.Kind.FREE));
    }

    @Override
    public Stream<Demand> selectorMismatch(Mismatch.SelectorMismatch mismatch) {
        return mismatch.unmet().stream().map(each -> new Demand(Demand.Kind.LABEL, each.toString()));
    }

    @Override
    public Stream<Demand> classDiffers(Mismatch.ClassDiffers mismatch) {
        return Stream.of(Demand.of(Demand.Kind.CLASS));
    }

    @Override
    public Stream<Demand> notReachable(Mismatch.NotReachable mismatch) {
        return Stream.of(Demand.of(Demand.Kind.REACH));
    }
}
