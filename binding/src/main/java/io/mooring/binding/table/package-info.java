/**
 * What {@code kubectl get} would print.
 *
 * <p>Front door: {@link io.mooring.binding.table.Tables}. A {@link io.mooring.binding.table.Table} is a value; its text is
 * {@code toString}. Rows are sorted by namespace and name. Ages are not covered: values have none.
 */
@NullMarked
package io.mooring.binding.table;

import org.jspecify.annotations.NullMarked;
