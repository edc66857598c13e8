package io.mooring.style;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How every Immutables value of Mooring is generated: a package-private class behind a sealed interface, made by the
 * nested {@code Builder}, changed by {@code withX}. Source retention keeps it out of what users compile against.
 *
 * <p>Maps and lists are those of {@code io.mooring.style.collect}, which take a quarter of the memory of the JDK's. The generator knows
 * no others than the JDK's and Guava's; so it is told that Guava is here ({@code immutables.guava.prefix} in core's POM). What
 * it calls of Guava is there under Guava's names, in {@code collect}, {@code primitives} and {@code base}.
 */
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
        overshadowImplementation = true,
        unsafeDefaultAndDerived = true,
        delegateToString = "io.mooring.style.Shown.of",
        allowedClasspathAnnotations = Override.class,
        defaults = @Value.Immutable(lazyhash = true))
public @interface MooringStyle {}
