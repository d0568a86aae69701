@NullMarked
package masar.access.internal.passkeys;

import org.jspecify.annotations.NullMarked;
