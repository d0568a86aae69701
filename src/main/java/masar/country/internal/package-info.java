@NullMarked
package masar.country.internal;

import org.jspecify.annotations.NullMarked;
