@NullMarked
package masar.conflict.internal;

import org.jspecify.annotations.NullMarked;
