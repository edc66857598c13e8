package io.mooring.benchmarks;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;

/** Clusters of a size. */
public final class Worlds {
    private static final int PODS_ON_A_NODE = 110;

    private Worlds() {}

    static Cluster empty() {
        return Cluster.empty(ControlPlane.DEFAULT
                .withProvisioners(Provisioner.instant("csi.example.com"))
                .controllers());
    }

    /** So many objects, volumes and the claims that get them in turn, created one by one and then settled. */
    public static Cluster settled(List<PersistentVolume> volumes, List<PersistentVolumeClaim> claims) {
        Cluster cluster = empty();
        for (int index = 0; index < volumes.size(); index++) {
            cluster = created(cluster, volumes.get(index));
            cluster = created(cluster, claims.get(index));
        }
        return cluster.settle();
    }

    private static Cluster created(Cluster cluster, KubernetesObject object) {
        return cluster.create(object).orThrow();
    }

    /** A StatefulSet of so many replicas, a claim each that a provisioner serves, and nodes with room for them. */
    public static String set(int replicas) {
        StringBuilder text = new StringBuilder("""
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata: {name: fast}
                provisioner: csi.example.com
                ---
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: web}
                spec:
                  replicas: %d
                  serviceName: web
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      containers:
                      - name: nginx
                        image: nginx:1.29
                        volumeMounts: [{name: www, mountPath: /usr/share/nginx/html}]
                  volumeClaimTemplates:
                  - metadata: {name: www}
                    spec: {accessModes: [ReadWriteOnce], storageClassName: fast, resources: {requests: {storage: 1Gi}}}
                """.formatted(replicas));
        for (int node = 0; node <= replicas / PODS_ON_A_NODE; node++) {
            text.append("""
                    ---
                    apiVersion: v1
                    kind: Node
                    metadata: {name: node-%1$d, labels: {kubernetes.io/hostname: node-%1$d}}
                    status:
                      capacity: {cpu: "64", memory: 256Gi, pods: "%2$d"}
                      allocatable: {cpu: "64", memory: 256Gi, pods: "%2$d"}
                      conditions: [{type: Ready, status: "True"}]
                    """.formatted(node, PODS_ON_A_NODE));
        }
        return text.toString();
    }
}
