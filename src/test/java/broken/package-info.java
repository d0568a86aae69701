/**
 * Everything that Masar must not be, each in its smallest form. {@code masar.architecture.BrokenWallsTest} shows it to
 * the tests of the architecture, which have to object. Outside of {@code masar}, so that the product never meets it.
 */
package broken;
