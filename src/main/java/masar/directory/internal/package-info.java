@NullMarked
package masar.directory.internal;

import org.jspecify.annotations.NullMarked;
