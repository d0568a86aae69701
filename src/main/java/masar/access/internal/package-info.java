@NullMarked
package masar.access.internal;

import org.jspecify.annotations.NullMarked;
