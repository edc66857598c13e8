@NullMarked
package io.mooring.admission.claim;

import org.jspecify.annotations.NullMarked;
