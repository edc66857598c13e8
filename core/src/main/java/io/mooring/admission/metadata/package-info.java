@NullMarked
package io.mooring.admission.metadata;

import org.jspecify.annotations.NullMarked;
