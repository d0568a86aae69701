@NullMarked
package masar.sealing.internal;

import org.jspecify.annotations.NullMarked;
