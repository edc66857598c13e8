/** May it exist? Defaults, validation on create and on update, as the API server words it. */
@NullMarked
package io.mooring.admission;

import org.jspecify.annotations.NullMarked;
