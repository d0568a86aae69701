package masar.forms;

import masar.forms.internal.XFormWriter;

/** Writes a form as an ODK XForm (https://getodk.github.io/xforms-spec/), as pyxform would. */
public final class XForm {

    private XForm() {}

    /** The XForm, in UTF-8, for OpenRosa clients and for the browser's engine. */
    public static String of(FormDefinition form) {
        return new XFormWriter(form, false).write();
    }
}
