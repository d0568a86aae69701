@NullMarked
package masar.documents.internal;

import org.jspecify.annotations.NullMarked;
