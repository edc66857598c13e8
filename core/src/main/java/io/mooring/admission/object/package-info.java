@NullMarked
package io.mooring.admission.object;

import org.jspecify.annotations.NullMarked;
