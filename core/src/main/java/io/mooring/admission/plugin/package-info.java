@NullMarked
package io.mooring.admission.plugin;

import org.jspecify.annotations.NullMarked;
