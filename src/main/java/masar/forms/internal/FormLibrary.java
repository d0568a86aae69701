package masar.forms.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import masar.country.PackFile;
import masar.country.PackFolder;
import masar.country.PackPart;
import masar.forms.FormDefinition;
import masar.forms.FormProblem;
import masar.forms.FormReading;
import masar.forms.FormRefused;
import masar.forms.FormSession;
import masar.forms.Forms;
import masar.forms.XlsForm;

/**
 * Every {@code forms/NAME.xlsx} of the pack, and the form of the human trafficking case data standard that ships with
 * Masar. A form of a pack must speak all its languages throughout; a published one is taken as it is.
 */
public final class FormLibrary implements Forms, PackPart {

    private static final String SHIPPED = "/forms/htcds/htcds_xlsform.xlsx";

    private final InstantSource clock;
    private final Supplier<ZoneId> zone;
    private Map<String, FormSession> sessions = Map.of();

    public FormLibrary(InstantSource clock, Supplier<ZoneId> zone) {
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void load(PackFolder folder) {
        var found = new LinkedHashMap<String, FormSession>();
        for (PackFile file : folder.list("forms", ".xlsx")) {
            found.put(file.stem(), session(file));
        }
        FormDefinition shipped = XlsForm.read(shipped(), "htcds").form();
        found.putIfAbsent(shipped.id(), new FormSession(shipped, clock, zone.get()));
        sessions = Collections.unmodifiableMap(found);
    }

    @Override
    public FormDefinition form(String id) {
        return session(id).form();
    }

    @Override
    public FormSession session(String id) {
        FormSession session = sessions.get(id);
        if (session == null) {
            throw new IllegalArgumentException("there is no form '" + id + "'");
        }
        return session;
    }

    @Override
    public List<FormDefinition> all() {
        return sessions.values().stream().map(FormSession::form).toList();
    }

    private FormSession session(PackFile file) {
        FormReading reading = XlsForm.read(bytes(file), file.stem());
        Stream.concat(reading.errors().stream(), reading.warnings().stream())
                .findFirst()
                .ifPresent(problem -> {
                    throw file.problem(problem.row(), told(problem));
                });
        FormDefinition form = reading.form();
        if (!form.id().equals(file.stem())) {
            throw file.problem(0, "the form_id in its settings must be the file's name, " + file.stem());
        }
        try {
            return new FormSession(form, clock, zone.get());
        } catch (FormRefused refused) {
            throw file.problem(0, refused.getMessage());
        }
    }

    private static String told(FormProblem problem) {
        String sheet = problem.sheet().isEmpty() ? "" : "sheet " + problem.sheet() + ", ";
        String column = problem.column().isEmpty() ? "" : "column " + problem.column() + ": ";
        return sheet + column + problem;
    }

    private static byte[] bytes(PackFile file) {
        try (var stream = file.open()) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw file.problem(0, "the file cannot be read");
        }
    }

    private static byte[] shipped() {
        try (var stream = FormLibrary.class.getResourceAsStream(SHIPPED)) {
            if (stream == null) {
                throw new IllegalStateException(SHIPPED + " is not among the resources");
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
