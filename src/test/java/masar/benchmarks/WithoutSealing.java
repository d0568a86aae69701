package masar.benchmarks;

import java.util.UUID;
import masar.sealing.Opened;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.Subject;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Leaves everything readable, so that a drill can say what sealing costs. It lives among the tests and cannot ship. */
@Component
@Primary
@ConditionalOnProperty("masar.drill.unsealed")
class WithoutSealing implements Sealing {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void belongsTo(Subject subject, UUID organisation) {}

    @Override
    public byte[] seal(Place place, byte[] content) {
        return content;
    }

    @Override
    public Opened<byte[]> open(Place place, byte[] sealed) {
        return new Opened.Content<>(sealed);
    }

    @Override
    public byte[] sealFields(Place place, Object fields) {
        return JSON.writeValueAsBytes(fields);
    }

    @Override
    public <T> Opened<T> openFields(Place place, byte[] sealed, Class<T> fields) {
        return new Opened.Content<>(JSON.readValue(sealed, fields));
    }

    @Override
    public boolean isErased(Subject subject) {
        return false;
    }
}
