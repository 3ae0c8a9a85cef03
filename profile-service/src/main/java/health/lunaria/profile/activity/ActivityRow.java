package health.lunaria.profile.activity;

import java.util.UUID;

/** @param sealed an {@link ActiveSubject} */
record ActivityRow(UUID id, byte[] subjectRef, byte[] sealed) {}
