@NullMarked
package io.mooring.admission.source;

import org.jspecify.annotations.NullMarked;
