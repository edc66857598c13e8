package io.mooring.binding.world;

/**
 * What the next step of a settling writes.
 *
 * @param controller the name of who writes it
 * @param item what the controller looked at, as text
 */
public record NextWrite(String controller, String item, Write write) {}
