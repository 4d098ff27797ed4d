package org.virtualwindow.kiosk.driver.ipp;

import com.hp.jipp.encoding.BooleanType;
import com.hp.jipp.encoding.IntType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.Types;

/** What CUPS has beyond the standard. */
final class CupsWords {
    private static final int CUPS_GET_PRINTERS = 0x4002;

    /** Percent of the sheet or of the job, as the filters say. */
    static final IntType JOB_MEDIA_PROGRESS = new IntType("job-media-progress");

    /** With Cancel-Job: forget the job and its documents. */
    static final BooleanType PURGE_JOB = new BooleanType("purge-job");

    private CupsWords() {}

    static IppPacket getPrinters() {
        return new IppPacket.Builder(CUPS_GET_PRINTERS, IppPacket.DEFAULT_VERSION_NUMBER, IppPacket.DEFAULT_REQUEST_ID)
                .putOperationAttributes(
                        Types.attributesCharset.of(IppPacket.DEFAULT_CHARSET),
                        Types.attributesNaturalLanguage.of(IppPacket.DEFAULT_LANGUAGE),
                        Types.requestedAttributes.of(
                                Types.printerName.getName(),
                                Types.printerMakeAndModel.getName(),
                                Types.printerUriSupported.getName()))
                .build();
    }
}
