@NullMarked
package masar.detention.internal;

import org.jspecify.annotations.NullMarked;
