package io.mooring.binding.explain;

import io.mooring.meta.Ref;
import io.mooring.tree.JsonObject;

/**
 * A change to one object that helps; it was tried out before it was proposed.
 *
 * @param patch a merge patch
 * @param purpose what it does, for a person: {@code clear the claimRef of Released volume pv-a}
 */
public record Edit(Ref<?> object, JsonObject patch, String purpose) {}
