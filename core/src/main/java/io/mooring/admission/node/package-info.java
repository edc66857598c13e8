@NullMarked
package io.mooring.admission.node;

import org.jspecify.annotations.NullMarked;
