@NullMarked
package masar.oversight.internal;

import org.jspecify.annotations.NullMarked;
