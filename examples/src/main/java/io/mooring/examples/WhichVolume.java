package io.mooring.examples;

import io.mooring.binding.match.Evaluation;
import io.mooring.binding.match.Mismatch;
import io.mooring.binding.match.Search;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.match.VolumePool;
import io.mooring.meta.KubernetesObject;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.yaml.Manifests;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** How does a claim find its volume? The choice, and of every other volume why it was not chosen. */
public final class WhichVolume {
    private static final String MANIFESTS = """
            {kind: PersistentVolumeClaim, apiVersion: v1, metadata: {name: data, namespace: default},
             spec: {accessModes: [ReadWriteOnce], storageClassName: manual, resources: {requests: {storage: 5Gi}}}}
            ---
            {kind: PersistentVolume, apiVersion: v1, metadata: {name: small},
             spec: {accessModes: [ReadWriteOnce], storageClassName: manual, capacity: {storage: 1Gi},
                    nfs: {server: nfs.example.com, path: /small}}, status: {phase: Available}}
            ---
            {kind: PersistentVolume, apiVersion: v1, metadata: {name: shared},
             spec: {accessModes: [ReadWriteOnce, ReadWriteMany], storageClassName: manual, capacity: {storage: 6Gi},
                    nfs: {server: nfs.example.com, path: /shared}}, status: {phase: Available}}
            ---
            {kind: PersistentVolume, apiVersion: v1, metadata: {name: large},
             spec: {accessModes: [ReadWriteOnce], storageClassName: manual, capacity: {storage: 100Gi},
                    nfs: {server: nfs.example.com, path: /large}}, status: {phase: Available}}
            ---
            {kind: PersistentVolume, apiVersion: v1, metadata: {name: fast},
             spec: {accessModes: [ReadWriteOnce], storageClassName: fast, capacity: {storage: 5Gi},
                    nfs: {server: nfs.example.com, path: /fast}}, status: {phase: Released}}
            """;

    private WhichVolume() {}

    public static void main(String[] arguments) {
        print(System.out);
    }

    static void print(PrintStream out) {
        List<KubernetesObject> objects = Manifests.read(MANIFESTS).objects();
        PersistentVolumeClaim claim = (PersistentVolumeClaim) objects.get(0);
        List<PersistentVolume> volumes =
                objects.stream().skip(1).map(PersistentVolume.class::cast).toList();

        VolumePool pool = VolumePool.of(volumes);
        Search search = Search.byController(claim, VolumeBindingMode.IMMEDIATE);
        VolumeMatcher.match(search, pool)
                .found()
                .ifPresent(volume -> out.println("takes " + volume.metadata().name()));
        for (Evaluation each : VolumeMatcher.evaluate(search, pool)) {
            out.println(each.volume().metadata().name() + ": " + (each.fits() ? "fits" : reasons(each)));
        }
    }

    private static String reasons(Evaluation evaluation) {
        return evaluation.mismatches().stream().map(Mismatch::describe).collect(Collectors.joining("; "));
    }
}
