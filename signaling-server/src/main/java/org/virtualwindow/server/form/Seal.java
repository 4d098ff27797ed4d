package org.virtualwindow.server.form;

import java.util.Optional;
import org.virtualwindow.protocol.ids.CentreId;

/**
 * What stands beside the answers in the hash of a form: by which package they were given, who decides, and what nobody can guess.
 *
 * @param itemHash empty in rooms that are older than packages' hashes
 * @param salt empty in rooms that are older than salts; a value that the clerk must not see then counts as the clerk sees it
 */
public record Seal(Optional<String> itemHash, CentreId owner, Optional<String> salt) {}
