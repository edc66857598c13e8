package io.mooring.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a parameter is made from: a {@code Cluster}, settled, or a {@code Mooring}, settled too, which has what was refused.
 *
 * <pre>{@code
 * void test(@Manifest("shop.yaml") Cluster cluster)
 * void test(@Manifest(value = {"/shared/nodes.yaml", "src/main/k8s"}, release = "1.35") Mooring mooring)
 * void test(@Manifest(text = "{apiVersion: v1, kind: Node, metadata: {name: node-1}}", state = Manifest.State.CREATED) Cluster cluster)
 * }</pre>
 *
 * <p>For a {@code Cluster} nothing may be refused: the test fails with the refusals. Provisioners that classes name are taken to run,
 * and where no node is written one stands in, as {@code Mooring.load} has it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Manifest {
    /** Resources, looked for beside the test's class, or in the root with a slash before; else files and folders. */
    String[] value() default {};

    /** Manifests as they are. */
    String text() default "";

    /** The release of Kubernetes, such as {@code 1.35}; the default one if empty. */
    String release() default "";

    /** How far the controllers have come. */
    State state() default State.SETTLED;

    /** How far the controllers have come. */
    enum State {
        /** None wants to act. */
        SETTLED,
        /** None has acted yet. */
        CREATED
    }
}
