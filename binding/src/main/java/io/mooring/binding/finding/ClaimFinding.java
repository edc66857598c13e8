package io.mooring.binding.finding;

import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;

/** What is the matter with a claim. */
public sealed interface ClaimFinding extends Finding
        permits ClaimBindingFinding, ClaimUseFinding, ModificationFinding, ProvisioningFinding, ResizeFinding {
    @Override
    Ref<PersistentVolumeClaim> about();
}
