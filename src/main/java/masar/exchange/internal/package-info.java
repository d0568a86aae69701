@NullMarked
package masar.exchange.internal;

import org.jspecify.annotations.NullMarked;
