@NullMarked
package masar.assistance.internal;

import org.jspecify.annotations.NullMarked;
