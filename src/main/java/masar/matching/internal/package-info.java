@NullMarked
package masar.matching.internal;

import org.jspecify.annotations.NullMarked;
