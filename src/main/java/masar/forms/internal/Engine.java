package masar.forms.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import masar.forms.FormDefinition;
import masar.forms.FormProblem;
import masar.forms.FormProblem.Kind;
import masar.forms.FormRefused;
import org.javarosa.core.model.FormDef;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xform.util.XFormUtils;

/**
 * Lends parsed forms. A parsed form is mutable and serves one thread at a time; it is reused, since filling one is an
 * order of magnitude cheaper than parsing it.
 */
public final class Engine {

    private static final int KEPT = 8;
    private static final Pattern UNKNOWN_FUNCTION = Pattern.compile("cannot handle function '([A-Za-z:-]{1,40})'");
    private static final Object PARSING = new Object();

    static {
        new XFormsModule().registerModule();
    }

    private final byte[] xform;
    private final Deque<ParsedForm> idle = new ConcurrentLinkedDeque<>();

    public Engine(FormDefinition form) {
        this.xform = new XFormWriter(form, true).write().getBytes(StandardCharsets.UTF_8);
    }

    /** Does something with a form of one's own. Throws {@link FormRefused} when JavaRosa cannot make it run. */
    public <T> T with(Function<ParsedForm, T> act) {
        try {
            ParsedForm borrowed = idle.poll();
            ParsedForm form = borrowed == null ? parse() : borrowed;
            T result = act.apply(form);
            if (idle.size() < KEPT) {
                idle.push(form);
            }
            return result;
        } catch (FormRefused refused) {
            throw refused;
        } catch (RuntimeException | XFormParser.ParseException | StackOverflowError failed) {
            throw new FormRefused(List.of(new FormProblem(Kind.ENGINE_REFUSES, "survey", 0, "", reason(failed))));
        }
    }

    /** The function JavaRosa does not know, or the kind of failure; never its message, which may quote an answer. */
    private static String reason(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            Matcher function = UNKNOWN_FUNCTION.matcher(String.valueOf(cause.getMessage()));
            if (function.find()) {
                return function.group(1);
            }
        }
        return failed.getClass().getSimpleName();
    }

    private ParsedForm parse() throws XFormParser.ParseException {
        synchronized (PARSING) {
            FormDef parsed = XFormUtils.getFormFromInputStream(new ByteArrayInputStream(xform));
            return new ParsedForm(parsed);
        }
    }
}
