@NullMarked
package masar.worklist.internal;

import org.jspecify.annotations.NullMarked;
