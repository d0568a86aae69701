@NullMarked
package masar.launch.internal;

import org.jspecify.annotations.NullMarked;
