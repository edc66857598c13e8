/** Text to objects and back, with positions. */
@NullMarked
package io.mooring.yaml;

import org.jspecify.annotations.NullMarked;
