@NullMarked
package io.mooring.admission.policy;

import org.jspecify.annotations.NullMarked;
