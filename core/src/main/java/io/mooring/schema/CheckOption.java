package io.mooring.schema;

/**
 * Something that checks further down ask, such as whether a flaw of the stored object may stay. Upstream hands down options,
 * {@code PodValidationOptions} and their like.
 *
 * @param name what it is about, for people who debug
 * @param usual what holds unless a check further up says otherwise
 */
public record CheckOption<V>(String name, V usual) {}
