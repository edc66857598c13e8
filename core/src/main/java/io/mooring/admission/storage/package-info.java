/** What volumes, claims and classes have in common: amounts and access modes. */
@NullMarked
package io.mooring.admission.storage;

import org.jspecify.annotations.NullMarked;
