@NullMarked
package masar.screening.internal;

import org.jspecify.annotations.NullMarked;
