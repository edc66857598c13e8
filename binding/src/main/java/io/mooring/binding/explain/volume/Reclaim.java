package io.mooring.binding.explain.volume;

import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.Outlook;

/**
 * What becomes of the storage of a volume whose claim is gone.
 *
 * @param ending the rest of a sentence that begins with how the volume came here
 */
record Reclaim(Outlook outlook, String ending, Fact fact) {}
