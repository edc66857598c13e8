@NullMarked
package io.mooring.admission.storageclass;

import org.jspecify.annotations.NullMarked;
