@NullMarked
package masar.procedure.internal;

import org.jspecify.annotations.NullMarked;
