package io.mooring.testkit.fabric8;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Each test has a cluster of its own, in which claims bind, behind fabric8's mock server.
 *
 * <pre>{@code
 * @MooringCluster(load = "src/test/manifests", nodes = 3, provisioners = "csi.example.com", release = "1.35")
 * class OperatorTest {
 *     KubernetesClient client;
 *
 *     @Test
 *     void claimsBind(MockCluster cluster) { ... }
 * }
 * }</pre>
 *
 * <p>Fields that are not static, and parameters, of the types {@code KubernetesClient}, {@code KubernetesMockServer} and {@link
 * MockCluster} are filled in. A test that fails by an assertion or by the client says what did not stand as it was to stand, and why.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MooringExtension.class)
public @interface MooringCluster {
    /** Files and folders with the objects that are there from the start, as paths or on the class path. */
    String[] load() default {};

    /** How many nodes there are, with room for everything, beside those that are loaded. */
    int nodes() default 1;

    /** Names of provisioners that make and delete every volume at once. */
    String[] provisioners() default {};

    /** As which release of Kubernetes it answers, such as {@code 1.35}; by default the newest that Mooring knows. */
    String release() default "";

    /** Whether the controllers act only when the test says so ({@link MockCluster#step}). */
    boolean stepwise() default false;
}
