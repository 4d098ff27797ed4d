package org.virtualwindow.kiosk.driver;

import java.io.InputStream;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.values.Trouble;

/** What a device has at hand while it does a task. */
public interface Use {
    /** The largest page that is kept, in bytes. */
    int LARGEST_PAGE = 20 * 1024 * 1024;

    /** How every {@link #name} begins. */
    String NAMED = "kiosk-";

    /**
     * What to call whatever a device keeps of this task for a while, like a job in a queue: says nothing of anybody, and is the same for
     * {@link Device#takeBack} should the daemon die.
     */
    String name();

    /** @param percent from 0 to 100, growing */
    void progress(int percent);

    /** Somebody has to do something before it goes on, like lay paper in; said once for each. */
    void waitsFor(Trouble trouble);

    /**
     * Stores a page at the server, completely, and only then returns. The array is zeroed then, and also when it fails: the daemon keeps
     * nothing of an applicant.
     *
     * @param mediaType {@code image/jpeg} or {@code image/png}
     * @throws DeviceFault {@link Trouble#TOO_LARGE} above {@link #LARGEST_PAGE}, {@link Trouble#MALFORMED} where it is not such a picture, {@link
     *     Trouble#NOT_REACHED} where the server cannot be reached in time
     */
    Blob keep(byte[] page, String mediaType) throws DeviceFault, InterruptedException;

    /**
     * A stored document, whose length and hash were checked.
     *
     * @throws DeviceFault {@link Trouble#MALFORMED} where it is another than was named, {@link Trouble#NOT_REACHED}
     */
    InputStream fetch(Blob document) throws DeviceFault, InterruptedException;
}
