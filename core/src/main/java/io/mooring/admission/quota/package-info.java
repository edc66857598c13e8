@NullMarked
package io.mooring.admission.quota;

import org.jspecify.annotations.NullMarked;
