@NullMarked
package masar.access.internal.provider;

import org.jspecify.annotations.NullMarked;
