package health.lunaria.kms;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies AWS Signature Version 4 (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html">Create a signed AWS API request</a>)
 * and tells who signed. Only what KMS clients send is taken: POST to {@code /} without a query.
 */
final class SignatureCheck {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern AUTHORIZATION = Pattern.compile(ALGORITHM
            + " Credential=([^/,\\s]+)/(\\d{8})/([a-z0-9-]+)/kms/aws4_request,"
            + "\\s*SignedHeaders=([a-z0-9;-]+),\\s*Signature=([0-9a-f]{64})");
    private static final List<String> MUST_BE_SIGNED = List.of("host", "x-amz-date", "x-amz-target");

    private final Map<String, Principal> principals;
    private final String region;
    private final Clock clock;

    SignatureCheck(Stream<Principal> principals, String region, Clock clock) {
        this.principals = principals.collect(Collectors.toMap(Principal::accessKeyId, principal -> principal));
        this.region = region;
        this.clock = clock;
    }

    Principal verify(String method, URI uri, Headers headers, byte[] body) {
        String authorization = headers.getFirst("Authorization");
        if (authorization == null) {
            throw KmsException.of("MissingAuthenticationTokenException", "The request is not signed");
        }
        Matcher parts = AUTHORIZATION.matcher(authorization);
        if (!parts.matches()) {
            throw KmsException.of("IncompleteSignatureException", "The Authorization header is not as it must be");
        }
        Principal principal = principals.get(parts.group(1));
        if (principal == null) {
            throw KmsException.of("UnrecognizedClientException", "The access key is not known");
        }
        List<String> signedHeaders = Arrays.asList(parts.group(4).split(";"));
        String time = timeOf(headers);
        if (!parts.group(3).equals(region)
                || !time.startsWith(parts.group(2))
                || !uri.toString().equals("/")
                || !signedHeaders.containsAll(MUST_BE_SIGNED)) {
            throw invalid();
        }
        String scope = parts.group(2) + "/" + region + "/kms/aws4_request";
        String request = String.join(
                "\n", method, "/", "", canonicalHeaders(headers, signedHeaders), parts.group(4), hex(sha256(body)));
        String toSign = String.join("\n", ALGORITHM, time, scope, hex(sha256(bytes(request))));
        byte[] expected = hmac(signingKey(principal, parts.group(2)), toSign);
        if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(parts.group(5)))) {
            throw invalid();
        }
        return principal;
    }

    private String timeOf(Headers headers) {
        String time = headers.getFirst("X-Amz-Date");
        try {
            Instant signed = TIME.parse(time == null ? "" : time, Instant::from);
            if (Duration.between(signed, clock.instant()).abs().compareTo(CLOCK_SKEW) > 0) {
                throw KmsException.of("InvalidSignatureException", "Signature expired or not yet current");
            }
            return time;
        } catch (DateTimeException missing) {
            throw KmsException.of("IncompleteSignatureException", "X-Amz-Date is missing or not a time");
        }
    }

    private static String canonicalHeaders(Headers headers, List<String> signedHeaders) {
        return signedHeaders.stream()
                .map(name -> name + ":" + canonicalValue(headers.get(name)) + "\n")
                .collect(Collectors.joining());
    }

    private static String canonicalValue(List<String> values) {
        if (values == null) {
            throw invalid();
        }
        return values.stream().map(value -> value.strip().replaceAll(" +", " ")).collect(Collectors.joining(","));
    }

    private byte[] signingKey(Principal principal, String date) {
        byte[] key = bytes("AWS4" + principal.secretAccessKey());
        for (String part : List.of(date, region, "kms", "aws4_request")) {
            key = hmac(key, part);
        }
        return key;
    }

    private static KmsException invalid() {
        return KmsException.of("InvalidSignatureException", "The signature does not match the request");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).toLowerCase(Locale.ROOT);
    }

    private static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hmac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(message));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
