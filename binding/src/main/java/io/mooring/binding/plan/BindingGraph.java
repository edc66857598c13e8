package io.mooring.binding.plan;

import io.mooring.binding.plan.Contenders.Contender;
import io.mooring.binding.plan.Contenders.Offer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which claim may have which volume, with claims and volumes as numbers: claims by what they need, volumes by what they hold,
 * so that those that are large enough for a claim stand together. What else the rules ask is answered once for all claims and
 * volumes that the rules cannot tell apart.
 */
final class BindingGraph {
    private final List<Contender> claims;
    private final List<Offer> volumes;
    private final Side claimSide;
    private final Side volumeSide;

    private BindingGraph(List<Contender> claims, List<Offer> volumes, Side claimSide, Side volumeSide) {
        this.claims = claims;
        this.volumes = volumes;
        this.claimSide = claimSide;
        this.volumeSide = volumeSide;
    }

    static BindingGraph of(Contenders contenders) {
        List<Contender> claims = contenders.claims().stream()
                .sorted(Comparator.comparing(Contender::least).thenComparing(Contender::ref))
                .toList();
        List<Offer> volumes = contenders.volumes().stream()
                .sorted(Comparator.comparing(Offer::capacity).thenComparing(Offer::ref))
                .toList();
        Kinds<Contender> demands = Kinds.of(claims, Contender::kind);
        Kinds<Offer> offers = Kinds.of(volumes, Offer::kind);
        List<BitSet> volumesByDemand = new ArrayList<>();
        List<BitSet> claimsByOffer = new ArrayList<>();
        offers.first().forEach(ignored -> claimsByOffer.add(new BitSet()));
        for (int demand = 0; demand < demands.first().size(); demand++) {
            BitSet fitting = contenders.fitting(demands.first().get(demand), offers.first());
            BitSet fittingVolumes = new BitSet();
            for (int offer = fitting.nextSetBit(0); offer >= 0; offer = fitting.nextSetBit(offer + 1)) {
                fittingVolumes.or(offers.members().get(offer));
                claimsByOffer.get(offer).or(demands.members().get(demand));
            }
            volumesByDemand.add(fittingVolumes);
        }
        return new BindingGraph(
                claims,
                volumes,
                new Side(
                        volumesByDemand,
                        demands.numbers(),
                        claims.stream()
                                .mapToInt(claim -> count(
                                        volumes, volume -> volume.capacity().compareTo(claim.least()) < 0))
                                .toArray(),
                        constant(claims.size(), volumes.size())),
                new Side(
                        claimsByOffer,
                        offers.numbers(),
                        constant(volumes.size(), 0),
                        volumes.stream()
                                .mapToInt(volume ->
                                        count(claims, claim -> claim.least().compareTo(volume.capacity()) <= 0))
                                .toArray()));
    }

    Side claimSide() {
        return claimSide;
    }

    Side volumeSide() {
        return volumeSide;
    }

    Contender claim(int number) {
        return claims.get(number);
    }

    Offer volume(int number) {
        return volumes.get(number);
    }

    BitSet allVolumes() {
        BitSet all = new BitSet();
        all.set(0, volumes.size());
        return all;
    }

    /** The claims in the order in which they are to be served: those that nobody makes a volume for, then those that ask for most. */
    int[] precedence() {
        return IntStream.range(0, claims.size())
                .boxed()
                .sorted(Comparator.<Integer, Contender>comparing(this::claim, Contender.MOST_WANTING_FIRST))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] constant(int size, int value) {
        return IntStream.range(0, size).map(ignored -> value).toArray();
    }

    /** How many of a list, of which the first part is like this and the rest is not. */
    private static <T> int count(List<T> sorted, Predicate<T> isOfFirstPart) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isOfFirstPart.test(sorted.get(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * A list cut into those that are alike.
     *
     * @param first of each kind, its first element
     * @param members of each kind, the numbers of its elements
     */
    private record Kinds<T>(List<T> first, List<BitSet> members) {
        static <T> Kinds<T> of(List<T> all, Function<T, Object> kindOf) {
            Map<Object, Integer> numbers = new LinkedHashMap<>();
            List<T> first = new ArrayList<>();
            List<BitSet> members = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                Object of = kindOf.apply(all.get(i));
                Integer number = numbers.get(of);
                if (number == null) {
                    number = first.size();
                    numbers.put(of, number);
                    first.add(all.get(i));
                    members.add(new BitSet());
                }
                members.get(number).set(i);
            }
            return new Kinds<>(first, members);
        }

        /** Of each element, the number of its kind. */
        int[] numbers() {
            int[] numbers =
                    new int[members.stream().mapToInt(BitSet::cardinality).sum()];
            for (int kind = 0; kind < members.size(); kind++) {
                int number = kind;
                members.get(kind).stream().forEach(element -> numbers[element] = number);
            }
            return numbers;
        }
    }
}
