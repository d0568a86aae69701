@NullMarked
package masar.retention.internal;

import org.jspecify.annotations.NullMarked;
