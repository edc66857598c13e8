package io.mooring.examples;

import io.mooring.Mooring;
import io.mooring.binding.explore.Exploration;
import io.mooring.binding.explore.Explorer;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolumeClaim;
import java.io.PrintStream;
import java.util.stream.Collectors;

/** Two claims want one volume. Kubernetes does not say who wins; here is every end there may be. */
public final class WhatCouldHappen {
    private static final String MANIFESTS = """
            {kind: PersistentVolumeClaim, apiVersion: v1, metadata: {name: mine},
             spec: {accessModes: [ReadWriteOnce], storageClassName: manual, resources: {requests: {storage: 1Gi}}}}
            ---
            {kind: PersistentVolumeClaim, apiVersion: v1, metadata: {name: yours},
             spec: {accessModes: [ReadWriteOnce], storageClassName: manual, resources: {requests: {storage: 1Gi}}}}
            ---
            {kind: PersistentVolume, apiVersion: v1, metadata: {name: pv},
             spec: {accessModes: [ReadWriteOnce], storageClassName: manual, capacity: {storage: 1Gi},
                    nfs: {server: nfs.example.com, path: /pv}}}
            """;

    private WhatCouldHappen() {}

    public static void main(String[] arguments) {
        print(System.out);
    }

    static void print(PrintStream out) {
        Exploration exploration = Explorer.explore(Mooring.read(MANIFESTS).cluster());
        for (Cluster end : exploration.ends()) {
            out.println(end.list(PersistentVolumeClaim.KIND)
                    .map(claim -> claim.metadata().name() + " "
                            + claim.status().phase().orElseThrow())
                    .collect(Collectors.joining(", ")));
        }
    }
}
