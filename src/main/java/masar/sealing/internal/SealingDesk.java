package masar.sealing.internal;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import masar.sealing.ForgedSeal;
import masar.sealing.Opened;
import masar.sealing.Place;
import masar.sealing.SealClass;
import masar.sealing.Sealing;
import masar.sealing.internal.SubjectKeys.Name;
import masar.shared.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Component
class SealingDesk implements Sealing {

    private static final byte VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SubjectKeys keys;
    private final SubjectHandOver handOver;
    private final TransactionTemplate reading;

    SealingDesk(SubjectKeys keys, SubjectHandOver handOver, PlatformTransactionManager transactions) {
        this.keys = keys;
        this.handOver = handOver;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void belongsTo(Subject subject, UUID organisation) {
        keys.make(new Name(subject, SealClass.ORDINARY), organisation);
        handOver.to(subject, organisation);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public byte[] seal(Place place, byte[] content) {
        byte[] sealed = Keys.seal(keys.findOrMake(name(place)), content, place.bound());
        byte[] kept = new byte[sealed.length + 1];
        kept[0] = VERSION;
        System.arraycopy(sealed, 0, kept, 1, sealed.length);
        return kept;
    }

    @Override
    public Opened<byte[]> open(Place place, byte[] sealed) {
        Optional<Aead> key = key(name(place));
        if (key.isEmpty()) {
            return new Opened.Erased<>();
        }
        try {
            if (sealed.length == 0 || sealed[0] != VERSION) {
                throw new GeneralSecurityException("unknown version");
            }
            return new Opened.Content<>(key.get().decrypt(Arrays.copyOfRange(sealed, 1, sealed.length), place.bound()));
        } catch (GeneralSecurityException altered) {
            throw new ForgedSeal(place, altered);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public byte[] sealFields(Place place, Object fields) {
        return seal(place, JSON.writeValueAsBytes(fields));
    }

    @Override
    public <T> Opened<T> openFields(Place place, byte[] sealed, Class<T> fields) {
        return open(place, sealed).map(content -> JSON.readValue(content, fields));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isErased(Subject subject) {
        return keys.isDestroyed(subject);
    }

    private Optional<Aead> key(Name name) {
        return keys.cached(name).or(() -> Objects.requireNonNull(reading.execute(status -> keys.find(name))));
    }

    private static Name name(Place place) {
        return new Name(place.subject(), place.sealClass());
    }
}
