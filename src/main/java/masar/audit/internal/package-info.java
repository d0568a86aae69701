@NullMarked
package masar.audit.internal;

import org.jspecify.annotations.NullMarked;
