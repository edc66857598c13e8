package io.mooring.binding.check;

import io.mooring.binding.claims.StatefulPodName;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.FieldPath;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Optional;

/**
 * Claims that are alike: a claim, or those of a template.
 *
 * @param holder whose it is: the claim itself, a set, or what has a pod with a volume of its own
 * @param spec where the claim's spec stands in the holder
 * @param claim the claim as it stands, or the first of those that are to be made
 * @param set whose template it is
 */
record Request(Ref<?> holder, FieldPath spec, PersistentVolumeClaim claim, Optional<OfSet> set) {

    /**
     * The claims that a set makes from one template.
     *
     * @param template its name
     * @param made those that are there and are as the template has them
     * @param others those that are there and are not
     */
    record OfSet(
            StatefulSet set, String template, List<PersistentVolumeClaim> made, List<PersistentVolumeClaim> others) {
        OfSet {
            made = List.copyOf(made);
            others = List.copyOf(others);
        }

        ReplicaBase base() {
            return new ReplicaBase(
                    set.metadata().namespace(), template + "-" + set.metadata().name());
        }

        /** Whether the claim is one of those that the set makes from it. */
        boolean isOneOf(Ref<PersistentVolumeClaim> claim) {
            return ReplicaBase.of(claim).filter(base()::equals).isPresent()
                    && StatefulPodName.parse(claim.name())
                            .filter(name -> set.hasOrdinal(name.ordinal()))
                            .isPresent();
        }

        /** The claim of this name: as it stands, or as it will be. */
        PersistentVolumeClaim claim(PersistentVolumeClaim first, Ref<PersistentVolumeClaim> named) {
            return made.stream()
                    .filter(each -> each.ref().equals(named))
                    .findFirst()
                    .orElseGet(() -> first.withMetadata(first.metadata().withName(named.name())));
        }

        /** How many of its claims have no volume, or are yet to be made. */
        long waiting() {
            long bound = made.stream().filter(PersistentVolumeClaim::isBound).count();
            return replicas() - bound - others.size();
        }

        long replicas() {
            return set.endOrdinal() - set.startOrdinal();
        }
    }

    /** Whether it is a claim that there is. */
    boolean isClaim() {
        return holder.equals(claim.ref());
    }

    /** How many claims wait for a volume. */
    long waiting() {
        return set.map(OfSet::waiting).orElse(claim.isBound() || claim.wasBound() ? 0L : 1L);
    }

    FieldPath sizeField() {
        return spec.child("resources").child("requests").key("storage");
    }

    FieldPath classField() {
        return spec.child("storageClassName");
    }

    Quantity size() {
        return claim.requestedStorage();
    }

    Fact sizeFact() {
        return Fact.of(FactCode.CLAIM_CAPACITY, holder, sizeField(), "asks for " + size())
                .having(size().toString());
    }

    /** Which class it asks for. */
    Fact classFact() {
        return claim.className()
                .map(name -> Fact.of(
                                FactCode.CLAIM_CLASS,
                                holder,
                                classField(),
                                name.isEmpty()
                                        ? "asks with \"\" for volumes without a class"
                                        : "asks for class " + name)
                        .having(name))
                .orElseGet(() -> Fact.of(FactCode.CLAIM_CLASS, holder, classField(), "names no class"));
    }
}
