package org.virtualwindow.kiosk.command;

import java.io.InputStream;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.protocol.Blob;
import org.virtualwindow.protocol.ids.CommandId;
import org.virtualwindow.protocol.values.Trouble;

/** What the server keeps of a command's pages and documents. Any thread; blocks, and leaves when it is interrupted. */
public interface Pages {
    /** Where there is no server. */
    Pages NOWHERE = new Pages() {
        @Override
        public Blob keep(CommandId command, byte[] page, String mediaType) throws DeviceFault {
            throw new DeviceFault(Trouble.NOT_REACHED);
        }

        @Override
        public InputStream fetch(CommandId command, Blob document) throws DeviceFault {
            throw new DeviceFault(Trouble.NOT_REACHED);
        }
    };

    /** As {@link org.virtualwindow.kiosk.driver.Use#keep}. */
    Blob keep(CommandId command, byte[] page, String mediaType) throws DeviceFault, InterruptedException;

    /** As {@link org.virtualwindow.kiosk.driver.Use#fetch}. */
    InputStream fetch(CommandId command, Blob document) throws DeviceFault, InterruptedException;
}
