package masar.audit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The Ed25519 key that signs heads. Its file holds the private and the public key as PEM, readable by its owner only, and
 * lies outside of the data folder: whoever steals or rewrites the database cannot sign.
 */
public final class AuditKey {

    private static final String ALGORITHM = "Ed25519";

    private final KeyPair pair;
    private final String id;

    private AuditKey(KeyPair pair) {
        this.pair = pair;
        this.id = idOf(pair.getPublic().getEncoded());
    }

    /** A key in memory. */
    public static AuditKey fresh() {
        try {
            return new AuditKey(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads the file; makes it when it is not there. Several processes that make it at once agree on one key. */
    static AuditKey open(Path file) {
        try {
            if (!Files.exists(file)) {
                write(fresh(), file);
            }
            String text = Files.readString(file);
            var keys = KeyFactory.getInstance(ALGORITHM);
            return new AuditKey(new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(block(text, "PUBLIC KEY"))),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(block(text, "PRIVATE KEY")))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the audit key " + file + " cannot be read or made", unreadable);
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new IllegalStateException("the file " + file + " holds no audit key", broken);
        }
    }

    private static void write(AuditKey key, Path file) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, ".masar-audit", ".key", ownerOnly);
        try {
            Files.writeString(
                    beside,
                    pem("PRIVATE KEY", key.pair.getPrivate().getEncoded())
                            + pem("PUBLIC KEY", key.pair.getPublic().getEncoded()));
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            // its key is the one
        } finally {
            Files.delete(beside);
        }
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN " + what + "-----\n" + Base64.getEncoder().encodeToString(encoded) + "\n-----END " + what
                + "-----\n";
    }

    private static byte[] block(String text, String what) {
        var found = Pattern.compile("-----BEGIN " + what + "-----(.*?)-----END " + what + "-----", Pattern.DOTALL)
                .matcher(text);
        if (!found.find()) {
            throw new IllegalArgumentException("no " + what);
        }
        return Base64.getDecoder().decode(found.group(1).replaceAll("\\s", ""));
    }

    public String id() {
        return id;
    }

    public byte[] publicKey() {
        return pair.getPublic().getEncoded();
    }

    byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** First 16 hexadecimal digits of the SHA-256 of the encoded public key. */
    static String idOf(byte[] publicKey) {
        return HexFormat.of().formatHex(new Sha256().of(publicKey)).substring(0, 16);
    }

    /** Throws {@link IllegalArgumentException} for bytes that are no key. */
    static PublicKey publicKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException broken) {
            return false;
        }
    }
}
