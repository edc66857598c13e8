/** The controllers, each a pure function of the world and one key. */
@NullMarked
package io.mooring.binding.control;

import org.jspecify.annotations.NullMarked;
