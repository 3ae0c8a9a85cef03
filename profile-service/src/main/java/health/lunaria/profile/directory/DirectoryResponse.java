package health.lunaria.profile.directory;

import java.util.List;
import java.util.UUID;

/**
 * Nothing of the people themselves.
 *
 * @param known whether an account has this address, which nobody verified
 * @param openRequests ids of the open requests of those accounts, as the queue has them
 */
record DirectoryResponse(boolean known, List<UUID> openRequests) {}
