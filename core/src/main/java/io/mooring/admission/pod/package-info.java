@NullMarked
package io.mooring.admission.pod;

import org.jspecify.annotations.NullMarked;
