@NullMarked
package masar.intake.internal;

import org.jspecify.annotations.NullMarked;
