package io.mooring.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests, or one test, whose parameters are clusters from manifests, and golden files.
 *
 * <pre>{@code
 * @MooringTest
 * class ShopTest {
 *     @Test
 *     void theShopGetsItsDisk(@Manifest("shop.yaml") Cluster cluster, Golden golden) {
 *         assertThat(cluster).claim("data-shop-0").isBound();
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ExtendWith(MooringExtension.class)
public @interface MooringTest {
    /** Where golden files are, from the module's folder on. */
    String golden() default "src/test/resources/golden";
}
