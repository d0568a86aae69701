@NullMarked
package masar.casefile.internal;

import org.jspecify.annotations.NullMarked;
