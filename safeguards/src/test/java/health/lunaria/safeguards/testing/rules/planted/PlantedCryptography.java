package health.lunaria.safeguards.testing.rules.planted;

import com.google.crypto.tink.Aead;
import health.lunaria.safeguards.encryption.JobKeyring;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Random;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

public final class PlantedCryptography {

    private PlantedCryptography() {}

    static class UsesCipher {
        Object cipher() throws GeneralSecurityException {
            return Cipher.getInstance("AES/GCM/NoPadding");
        }
    }

    static class UsesMac {
        byte[] mac(byte[] text) throws GeneralSecurityException {
            return Mac.getInstance("HmacSHA256").doFinal(text);
        }
    }

    static class UsesTink {
        byte[] seal(Aead aead, byte[] text) throws GeneralSecurityException {
            return aead.encrypt(text, new byte[0]);
        }
    }

    static class UsesKms {
        KmsAsyncClient kms;
    }

    static class TurnsEpochs {
        JobKeyring keyring;
    }

    static class Signs {
        Object signature() throws GeneralSecurityException {
            return Signature.getInstance("Ed25519");
        }
    }

    static class MakesKeys {
        Object keys() throws GeneralSecurityException {
            return KeyFactory.getInstance("EC");
        }
    }

    static class DigestsSomewhere {
        byte[] digest(byte[] text) throws GeneralSecurityException {
            return MessageDigest.getInstance("SHA-256").digest(text);
        }
    }

    static class AllowedHash {
        byte[] digest(byte[] text) throws GeneralSecurityException {
            return MessageDigest.getInstance("SHA-256").digest(text);
        }
    }

    static class Guessable {
        Supplier<Random> source() {
            return Random::new;
        }
    }

    static class AllowedRandomness {
        byte[] salt() {
            byte[] salt = new byte[32];
            new SecureRandom().nextBytes(salt);
            return salt;
        }
    }
}
