@NullMarked
package masar.referral.internal;

import org.jspecify.annotations.NullMarked;
