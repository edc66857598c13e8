package io.mooring.style;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How every Immutables value of Mooring is generated: a package-private class behind a sealed interface, made by the
 * nested {@code Builder}, changed by {@code withX}. Source retention keeps it out of what users compile against.
 */
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        unsafeDefaultAndDerived = true,
        delegateToString = "io.mooring.style.Shown.of",
        allowedClasspathAnnotations = Override.class,
        defaults = @Value.Immutable(lazyhash = true))
public @interface MooringStyle {}
