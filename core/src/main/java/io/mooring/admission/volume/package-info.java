@NullMarked
package io.mooring.admission.volume;

import org.jspecify.annotations.NullMarked;
