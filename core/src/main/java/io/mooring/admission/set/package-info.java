@NullMarked
package io.mooring.admission.set;

import org.jspecify.annotations.NullMarked;
