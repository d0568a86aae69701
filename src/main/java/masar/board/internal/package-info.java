@NullMarked
package masar.board.internal;

import org.jspecify.annotations.NullMarked;
