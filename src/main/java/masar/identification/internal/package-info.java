@NullMarked
package masar.identification.internal;

import org.jspecify.annotations.NullMarked;
