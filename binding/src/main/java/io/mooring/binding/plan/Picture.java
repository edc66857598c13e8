package io.mooring.binding.plan;

/**
 * A picture as text.
 *
 * @param svg that stands alone, and reads without colour
 * @param mermaid a flowchart, for pages that draw Mermaid
 */
public record Picture(String svg, String mermaid) {}
