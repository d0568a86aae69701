@NullMarked
package masar.shell.internal;

import org.jspecify.annotations.NullMarked;
