@NullMarked
package masar.decline.internal;

import org.jspecify.annotations.NullMarked;
