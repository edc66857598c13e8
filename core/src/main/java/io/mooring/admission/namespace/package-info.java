/**
 * Namespaces as objects: their fields, their defaults, what may change. What a namespace lets in is the plug-in {@code
 * NamespaceLifecycle} of {@code io.mooring.admission.plugin}.
 */
@NullMarked
package io.mooring.admission.namespace;

import org.jspecify.annotations.NullMarked;
