package io.mooring.examples;

import io.mooring.Mooring;
import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.io.PrintStream;

/** Why does the second pod hang? ReadWriteOnce is about nodes: the volume is attached to the node of the first. */
public final class AttachedElsewhere {
    private static final String MANIFESTS = """
            apiVersion: v1
            kind: Node
            metadata:
              name: node-1
              annotations: {volumes.kubernetes.io/controller-managed-attach-detach: "true"}
            ---
            apiVersion: v1
            kind: Node
            metadata:
              name: node-2
              annotations: {volumes.kubernetes.io/controller-managed-attach-detach: "true"}
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: pv-a}
            spec:
              capacity: {storage: 1Gi}
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              csi: {driver: csi.example.com, volumeHandle: disk-1}
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              resources: {requests: {storage: 1Gi}}
            """;

    private AttachedElsewhere() {}

    public static void main(String[] arguments) {
        print(System.out);
    }

    static void print(PrintStream out) {
        ControlPlane controlPlane = ControlPlane.DEFAULT.withAttachers(Attacher.instant("csi.example.com"));
        Mooring first = Mooring.loader()
                .withControlPlane(controlPlane)
                .read(MANIFESTS + pod("old", "node-1"))
                .settle();
        Mooring second = first.create(pod("new", "node-2")).settle();
        Ref<Pod> waiting = Pod.ref("default", "new");
        out.print(Explainer.explain(second.cluster(), waiting).text());

        Cluster moved =
                second.cluster().delete(Pod.ref("default", "old")).orThrow().settle();
        out.print("# without default/old: " + Explainer.explain(moved, waiting).text());
    }

    private static String pod(String name, String node) {
        return """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: %s}
                spec:
                  nodeName: %s
                  containers: [{name: c, image: x}]
                  volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
                """.formatted(name, node);
    }
}
