package org.virtualwindow.server.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.virtualwindow.protocol.ids.CaseNo;
import org.virtualwindow.protocol.values.LocalText;

/**
 * What stands on a receipt: what the kiosk's screen says once a case is filed, and nothing of the person. The paper may be found by a
 * stranger.
 *
 * @param owner the centre that decides
 * @param near the centre where it was filed
 * @param open materials that were wanted and not passed
 * @param promised to be handed in later
 * @param posted on their way by post
 * @param licences that were there as an e-licence, and who keeps it
 * @param formHash SHA-256, hex
 * @param progress the address behind the QR code
 */
record Receipt(
        CaseNo caseNo,
        LocalText item,
        LocalText owner,
        LocalText near,
        Instant filedAt,
        LocalText timeLimit,
        LocalText result,
        List<LocalText> open,
        List<LocalText> promised,
        List<LocalText> posted,
        List<LocalText> licences,
        String formHash,
        Optional<String> progress) {}
