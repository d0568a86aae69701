package masar.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import masar.shared.Role;

/**
 * Who may come through the door of a page or act at all; every handler says it, and a test fails on one that does not.
 * What a person may see behind the door is decided per subject. A closed door looks like a page that does not exist.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Door {

    /** Roles of which one is enough; empty means everybody who is signed in. */
    Role[] value() default {};

    /**
     * True for acts that need a second factor given in the last minutes ({@code masar.session.fresh}, ten by default).
     * Whoever gave it longer ago is asked for it first; what was posted is kept and acts once the factor is given.
     */
    boolean fresh() default false;

    /** True for pages that strangers see: sign-in, language, invitation. */
    boolean open() default false;
}
