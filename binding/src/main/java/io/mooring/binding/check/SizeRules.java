package io.mooring.binding.check;

import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.words.Amounts;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.tree.FieldPath;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sizes: of claims, of volumes, and of the two against each other. */
final class SizeRules {
    private static final Quantity MEBIBYTE = Quantity.ofBytes(1L << 20);
    private static final FieldPath CAPACITY = FieldPath.of("spec", "capacity").key("storage");

    private SizeRules() {}

    /** An amount, and where it stands. */
    private record Stated(Ref<?> object, FieldPath field, Quantity amount, String verb) {}

    private static Stream<Stated> amounts(Inspection world) {
        Stream<Stated> capacities = world.volumes().stream()
                .map(volume -> new Stated(volume.ref(), CAPACITY, volume.storageCapacity(), "holds"));
        Stream<Stated> requests = world.requests().stream()
                .map(request -> new Stated(request.holder(), request.sizeField(), request.size(), "asks for"));
        return Stream.concat(capacities, requests).filter(each -> each.amount().signum() > 0);
    }

    static Stream<Sighting> fraction(Inspection world) {
        return stated(world, OddAmounts::isFraction, "which is no whole number of bytes");
    }

    static Stream<Sighting> tiny(Inspection world) {
        return stated(
                world,
                amount -> !OddAmounts.isFraction(amount) && amount.compareTo(MEBIBYTE) < 0,
                "which is not even 1Mi: a unit is probably missing");
    }

    private static Stream<Sighting> stated(Inspection world, Predicate<Quantity> isOdd, String what) {
        return amounts(world)
                .filter(each -> isOdd.test(each.amount()))
                .map(each -> Sighting.of(each.object(), each.field(), each.verb() + " " + each.amount() + ", " + what)
                        .because(Fact.of(
                                        each.verb().equals("holds")
                                                ? FactCode.VOLUME_CAPACITY
                                                : FactCode.CLAIM_CAPACITY,
                                        each.object(),
                                        each.field(),
                                        each.verb() + " " + each.amount())
                                .having(each.amount().toString())));
    }

    /** Nothing fits, and a volume would, were both in one unit. */
    static Optional<Sighting> tooShortByUnit(Inspection world, Request request) {
        if (request.waiting() == 0
                || world.mayBeProvisioned(request.claim())
                || !world.fitting(request).isEmpty()) {
            return Optional.empty();
        }
        return world.prospect(request).shortByUnit().map(volume -> tooShort(request, volume));
    }

    private static Sighting tooShort(Request request, PersistentVolume volume) {
        Quantity holds = volume.storageCapacity();
        String gap = Amounts.difference(holds, request.size());
        return Sighting.of(
                        request.holder(),
                        request.sizeField(),
                        "asks for " + request.size() + ", and volume "
                                + volume.metadata().name() + ", which would do otherwise, holds " + holds + ": " + gap
                                + " too little")
                .because(
                        request.sizeFact(),
                        capacity(volume).needing(request.size().toString()))
                .advise("ask for " + holds + ", or make the volume of " + request.size());
    }

    private static Fact capacity(PersistentVolume volume) {
        Quantity holds = volume.storageCapacity();
        return Fact.of(FactCode.VOLUME_CAPACITY, volume.ref(), CAPACITY, "holds " + holds)
                .having(holds.toString());
    }

    /** It fits, and a bit is left over. */
    static Optional<Sighting> mixedUnits(Inspection world, Request request) {
        return request.waiting() == 0
                ? Optional.empty()
                : world.fitting(request)
                        .smallest()
                        .filter(volume -> OddAmounts.differByUnit(request.size(), volume.storageCapacity()))
                        .map(volume -> Sighting.of(
                                        request.holder(),
                                        request.sizeField(),
                                        "asks for " + request.size() + ", and the smallest volume that fits, "
                                                + volume.metadata().name() + ", holds " + volume.storageCapacity()
                                                + ": "
                                                + Amounts.difference(request.size(), volume.storageCapacity())
                                                + " is left over")
                                .because(request.sizeFact(), capacity(volume)));
    }

    /** A volume that nobody has, smaller than all that is asked for in its class. */
    static Stream<Sighting> tooSmallForAll(Inspection world) {
        Map<String, Request> least = world.requests().stream()
                .collect(Collectors.toMap(
                        request -> request.claim().className().orElse(""),
                        request -> request,
                        BinaryOperator.minBy(Comparator.comparing(Request::size))));
        return world.volumes().stream()
                .filter(volume -> volume.spec().claimRef().isEmpty())
                .flatMap(
                        volume -> Optional.ofNullable(least.get(volume.className()))
                                .flatMap(request -> tooSmall(request, volume))
                                .stream());
    }

    private static Optional<Sighting> tooSmall(Request least, PersistentVolume volume) {
        return least.size().compareTo(volume.storageCapacity()) <= 0
                ? Optional.empty()
                : Optional.of(Sighting.of(
                                volume.ref(),
                                CAPACITY,
                                "holds " + volume.storageCapacity()
                                        + ", less than every claim of its class asks for; the smallest is "
                                        + least.holder().qualifiedName() + " with " + least.size())
                        .because(capacity(volume), least.sizeFact()));
    }
}
