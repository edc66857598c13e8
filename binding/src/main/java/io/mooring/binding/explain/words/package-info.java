/**
 * Words that explanations of several kinds have in common: kinds and names, amounts, whose a volume is. Short current English;
 * nothing is decided here.
 */
@NullMarked
package io.mooring.binding.explain.words;

import org.jspecify.annotations.NullMarked;
