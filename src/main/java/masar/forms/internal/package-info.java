@NullMarked
package masar.forms.internal;

import org.jspecify.annotations.NullMarked;
