@NullMarked
package io.mooring.schema;

import org.jspecify.annotations.NullMarked;
