package io.mooring.binding.check;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.words.Names;
import io.mooring.meta.LabelMatcher;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Claim templates, and claims that were made before their template became what it is. */
final class TemplateRules {
    private static final int MOST_NAMES = 3;

    private TemplateRules() {}

    /** Claims of its replicas are there and ask for something else. */
    static Optional<Sighting> differs(Inspection world, Request request) {
        return request.set()
                .filter(ofSet -> !ofSet.others().isEmpty())
                .map(ofSet -> Sighting.of(
                                request.holder(),
                                request.spec(),
                                "has a template " + ofSet.template() + " that " + names(ofSet.others())
                                        + " differ" + (ofSet.others().size() == 1 ? "s" : "") + " from: "
                                        + difference(request, ofSet.others().get(0)))
                        .because(template(request, ofSet)));
    }

    private static Fact template(Request request, Request.OfSet ofSet) {
        return Fact.of(FactCode.SET_TEMPLATE, request.holder(), request.spec(), "has a template " + ofSet.template());
    }

    private static String names(List<PersistentVolumeClaim> claims) {
        return (claims.size() == 1 ? "claim " : "claims ")
                + Names.listed(
                        claims.stream().map(claim -> claim.metadata().name()).toList(), MOST_NAMES);
    }

    private static String difference(Request request, PersistentVolumeClaim claim) {
        PersistentVolumeClaim wanted = request.claim();
        String name = claim.metadata().name();
        if (!wanted.requestedStorage().equals(claim.requestedStorage())) {
            return name + " asks for " + claim.requestedStorage() + ", the template for " + wanted.requestedStorage();
        }
        if (!wanted.className().equals(claim.className())) {
            return name + " is of " + className(claim) + ", the template of " + className(wanted);
        }
        if (!wanted.spec().accessModes().equals(claim.spec().accessModes())) {
            return name + " asks for " + claim.spec().accessModes() + ", the template for "
                    + wanted.spec().accessModes();
        }
        return wanted.volumeMode().equals(claim.volumeMode())
                ? name + " has the selector \"" + selector(claim) + "\", the template \"" + selector(wanted) + "\""
                : name + " is a " + claim.volumeMode() + ", the template a " + wanted.volumeMode();
    }

    private static String className(PersistentVolumeClaim claim) {
        return claim.className()
                .filter(name -> !name.isEmpty())
                .map(name -> "class " + name)
                .orElse("no class");
    }

    private static String selector(PersistentVolumeClaim claim) {
        return claim.spec()
                .selector()
                .map(LabelMatcher::of)
                .map(LabelMatcher::toString)
                .orElse("");
    }

    /** They would have to grow, and their class does not let them. */
    static Optional<Sighting> cannotGrow(Inspection world, Request request) {
        return request.set()
                .flatMap(ofSet -> smaller(request, ofSet)
                        .findFirst()
                        .flatMap(claim -> world.classOf(claim)
                                .filter(found -> !found.allowVolumeExpansion().orElse(false))
                                .map(found -> cannotGrow(request, ofSet, claim, found))));
    }

    private static Stream<PersistentVolumeClaim> smaller(Request request, Request.OfSet ofSet) {
        Quantity wanted = request.size();
        return ofSet.others().stream().filter(claim -> claim.requestedStorage().compareTo(wanted) < 0);
    }

    private static Sighting cannotGrow(
            Request request, Request.OfSet ofSet, PersistentVolumeClaim claim, StorageClass found) {
        FieldPath field = FieldPath.of("allowVolumeExpansion");
        long count = smaller(request, ofSet).count();
        return Sighting.of(
                        request.holder(),
                        request.sizeField(),
                        "asks in template " + ofSet.template() + " for " + request.size() + ", more than " + count
                                + (count == 1 ? " claim has" : " claims have") + " ("
                                + claim.metadata().name() + ": "
                                + claim.requestedStorage() + "), and their class "
                                + found.metadata().name() + " lets no claim grow")
                .because(
                        request.sizeFact(), Fact.of(FactCode.CLASS_EXPANSION, found.ref(), field, "lets no claim grow"))
                .edit(new Edit.Patch(
                        found.ref(),
                        JsonObject.of("allowVolumeExpansion", JsonBool.TRUE),
                        "let claims of class " + found.metadata().name() + " grow"));
    }
}
