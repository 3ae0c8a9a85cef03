package health.lunaria.safeguards.files;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * The few calls of S3 that are needed, one after the other, each with the SDK's time-outs and retries ({@code
 * quarkus.s3.*}): every body is a byte array, so a retry has it at hand. Blocking.
 */
final class ObjectStore {

    /** Beyond what the SDK allows a call with all its retries. */
    private static final long LAST_RESORT_SECONDS = 60;

    private static final int NOT_FOUND = 404;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final S3AsyncClient client;
    private final String bucket;
    private final String kmsKeyId;

    ObjectStore(S3AsyncClient client, String bucket, String kmsKeyId) {
        this.client = client;
        this.bucket = bucket;
        this.kmsKeyId = kmsKeyId;
    }

    /** @param bytes not copied: must not change before this returns */
    void put(FileId id, byte[] bytes) {
        await(client.putObject(
                request -> request.bucket(bucket)
                        .key(id.text())
                        .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId(kmsKeyId)
                        .bucketKeyEnabled(true),
                AsyncRequestBody.fromBytesUnsafe(bytes)));
    }

    String beginUpload(FileId id) {
        return await(client.createMultipartUpload(request -> request.bucket(bucket)
                        .key(id.text())
                        .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId(kmsKeyId)
                        .bucketKeyEnabled(true)))
                .uploadId();
    }

    /** @param bytes not copied: must not change before this returns */
    CompletedPart putPart(FileId id, String upload, int number, byte[] bytes) {
        String tag = await(client.uploadPart(
                        request -> request.bucket(bucket)
                                .key(id.text())
                                .uploadId(upload)
                                .partNumber(number),
                        AsyncRequestBody.fromBytesUnsafe(bytes)))
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    void completeUpload(FileId id, String upload, List<CompletedPart> parts) {
        await(client.completeMultipartUpload(request ->
                request.bucket(bucket).key(id.text()).uploadId(upload).multipartUpload(all -> all.parts(parts))));
    }

    /**
     * A part of an object.
     *
     * @param total how long the whole object is
     */
    record Range(byte[] bytes, long total) {

        static final Range MISSING = new Range(new byte[0], -1);

        @Override
        public String toString() {
            return "Range[redacted]";
        }
    }

    /** {@link Range#MISSING} if there is no such object or it is too short. */
    Range get(FileId id, long from, int length) {
        try {
            var answer = await(client.getObject(
                    request -> request.bucket(bucket).key(id.text()).range("bytes=" + from + "-" + (from + length - 1)),
                    AsyncResponseTransformer.toBytes()));
            String range = answer.response().contentRange();
            long total = range == null
                    ? answer.response().contentLength()
                    : Long.parseLong(range.substring(range.lastIndexOf('/') + 1));
            return new Range(answer.asByteArrayUnsafe(), total);
        } catch (FilesUnavailableException refused) {
            if (refused.getCause() instanceof S3Exception answer
                    && (answer.statusCode() == NOT_FOUND || answer.statusCode() == RANGE_NOT_SATISFIABLE)) {
                return Range.MISSING;
            }
            throw refused;
        }
    }

    /** The object, and every upload of it that has not ended. */
    void delete(FileId id) {
        await(client.listMultipartUploads(request -> request.bucket(bucket).prefix(id.text()))).uploads().stream()
                .filter(upload -> id.text().equals(upload.key()))
                .forEach(this::abort);
        await(client.deleteObject(request -> request.bucket(bucket).key(id.text())));
    }

    private void abort(MultipartUpload upload) {
        try {
            await(client.abortMultipartUpload(
                    request -> request.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())));
        } catch (FilesUnavailableException refused) {
            if (!(refused.getCause() instanceof NoSuchUploadException)) {
                throw refused;
            }
        }
    }

    private static <T> T await(CompletableFuture<T> call) {
        try {
            return call.get(LAST_RESORT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new FilesUnavailableException("The object store refused a call", failed.getCause());
        } catch (TimeoutException late) {
            call.cancel(true);
            throw new FilesUnavailableException("The object store did not answer", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FilesUnavailableException("The service is being stopped", interrupted);
        }
    }
}
