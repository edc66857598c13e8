/**
 * What callers of one release can no longer do with the next: japicmp's findings, for what callers can name. That is the public types
 * of the packages that are exported to all, their public and protected members, and what they inherit from types that are not public
 * (builders do). A type that is sealed is no caller's to implement: that it has a method more breaks nobody.
 */
@NullMarked
package io.mooring.compare;

import org.jspecify.annotations.NullMarked;
