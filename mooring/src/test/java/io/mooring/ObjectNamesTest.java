package io.mooring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.Ref;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects are found by the names that people and kubectl give them. */
class ObjectNamesTest {
    private static final Mooring SHOP = Mooring.read("""
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data-0, namespace: shop}
            spec: {accessModes: [ReadWriteOnce], storageClassName: manual, resources: {requests: {storage: 1Gi}}}
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data-0}
            spec: {accessModes: [ReadWriteOnce], storageClassName: manual, resources: {requests: {storage: 1Gi}}}
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: data-0}
            spec:
              capacity: {storage: 1Gi}
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              nfs: {server: nfs.example.com, path: /}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: data-0, namespace: shop}
            ---
            apiVersion: example.com/v1
            kind: Database
            metadata: {name: main, namespace: pvc}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: main, namespace: shop}
            spec: {containers: [{name: main, image: main}]}
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data-0 | PersistentVolume data-0; PersistentVolumeClaim default/data-0; PersistentVolumeClaim shop/data-0",
                "shop/data-0 | PersistentVolumeClaim shop/data-0",
                "pvc/data-0 | PersistentVolumeClaim default/data-0; PersistentVolumeClaim shop/data-0",
                "persistentvolumeclaims/data-0 | PersistentVolumeClaim default/data-0; PersistentVolumeClaim shop/data-0",
                "PersistentVolume/data-0 | PersistentVolume data-0",
                "shop/pvc/data-0 | PersistentVolumeClaim shop/data-0",
                "pvc/shop/data-0 | PersistentVolumeClaim shop/data-0",
                "svc/data-0 | ''",
                "services/data-0 | Service shop/data-0",
                "shop/Service/data-0 | Service shop/data-0",
                "database/main | Database.example.com pvc/main",
                "databases.example.com/main | Database.example.com pvc/main",
                "pvc/main | Database.example.com pvc/main",
                "main | Pod shop/main",
                "dta-0 | ''",
                "a/b/c/d | ''"
            })
    void findsWhatTheNameMeans(String name, String expected) {
        assertThat(text(SHOP.find(name))).isEqualTo(expected);
    }

    @Test
    void suggestsWhatIsSpeltAlmostSoOrIsCalledSoElsewhere() {
        assertThat(text(SHOP.near("shop/dta-0"))).startsWith("PersistentVolume data-0; ");
        assertThat(text(SHOP.near("pod/data-0"))).contains("PersistentVolumeClaim shop/data-0");
        assertThat(SHOP.near("nothing-like-it")).isEmpty();
    }

    @Test
    void knowsKindsAsKubectlCallsThem() {
        assertThat(SHOP.kind("sts").orElseThrow()).hasToString("StatefulSet.apps");
        assertThat(SHOP.kind("statefulsets.apps").orElseThrow()).hasToString("StatefulSet.apps");
        assertThat(SHOP.kind("Databases").orElseThrow()).hasToString("Database.example.com");
        assertThat(SHOP.kind("data-0")).isEmpty();
    }

    private static String text(List<Ref<?>> refs) {
        return String.join("; ", refs.stream().map(Ref::toString).toList());
    }
}
