package org.virtualwindow.kiosk.driver.sdt;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.virtualwindow.kiosk.driver.DeviceFault;
import org.virtualwindow.kiosk.driver.card.CardText;
import org.virtualwindow.protocol.values.Trouble;

/** The functions of the library, by the signatures its makers publish. One thread at a time: that is all it promises. */
final class SdtApi {
    static final int OK = 0x90;
    static final int CARD_FOUND = 0x9F;

    private static final int LARGEST_PHOTO = 4096;

    /** The port was opened before, and stays open. */
    private static final int IS_OPEN = 0;

    private final MethodHandle openPort;
    private final MethodHandle closePort;
    private final MethodHandle startFindIdCard;
    private final MethodHandle selectIdCard;
    private final MethodHandle readBaseMsg;
    private final Optional<MethodHandle> getSamStatus;

    /** @throws DeviceFault there is no such library, or it is another one */
    @SuppressWarnings("restricted") // this driver is native, and says so
    SdtApi(String library) throws DeviceFault {
        try {
            SymbolLookup names = SymbolLookup.libraryLookup(library, Arena.global());
            openPort = function(names, "SDT_OpenPort", JAVA_INT).orElseThrow();
            closePort = function(names, "SDT_ClosePort", JAVA_INT).orElseThrow();
            startFindIdCard = function(names, "SDT_StartFindIDCard", JAVA_INT, ADDRESS, JAVA_INT)
                    .orElseThrow();
            selectIdCard = function(names, "SDT_SelectIDCard", JAVA_INT, ADDRESS, JAVA_INT)
                    .orElseThrow();
            readBaseMsg = function(names, "SDT_ReadBaseMsg", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT)
                    .orElseThrow();
            getSamStatus = function(names, "SDT_GetSAMStatus", JAVA_INT, JAVA_INT);
        } catch (RuntimeException notThere) {
            throw new DeviceFault(Trouble.NOT_PRESENT, "the library cannot be used: " + library);
        }
    }

    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> function(SymbolLookup names, String name, MemoryLayout... takes) {
        return names.find(name)
                .map(address -> Linker.nativeLinker().downcallHandle(address, FunctionDescriptor.of(JAVA_INT, takes)));
    }

    int openPort(int port) {
        return call(openPort, port);
    }

    int closePort(int port) {
        return call(closePort, port);
    }

    /** Of the security module in the reader; {@link #OK} where the library does not tell. */
    int samStatus(int port) {
        return getSamStatus.map(status -> call(status, port, IS_OPEN)).orElse(OK);
    }

    /** Whether a card came near since the last one was read: {@link #CARD_FOUND}. */
    int findCard(int port) {
        try (Arena memory = Arena.ofConfined()) {
            return call(startFindIdCard, port, memory.allocate(8), IS_OPEN);
        }
    }

    int selectCard(int port) {
        try (Arena memory = Arena.ofConfined()) {
            return call(selectIdCard, port, memory.allocate(8), IS_OPEN);
        }
    }

    /**
     * The card's text. Its photograph comes with it, and is forgotten at once.
     *
     * @throws DeviceFault {@link Trouble#CARD_UNREADABLE}
     */
    byte[] readText(int port) throws DeviceFault {
        try (Arena memory = Arena.ofConfined()) {
            MemorySegment text = memory.allocate(2 * CardText.BYTES);
            MemorySegment length = memory.allocate(JAVA_INT);
            MemorySegment photo = memory.allocate(LARGEST_PHOTO);
            MemorySegment photoLength = memory.allocate(JAVA_INT);
            try {
                int said = call(readBaseMsg, port, text, length, photo, photoLength, IS_OPEN);
                if (said != OK || length.get(JAVA_INT, 0) != CardText.BYTES) {
                    throw new DeviceFault(Trouble.CARD_UNREADABLE, "SDT_ReadBaseMsg: 0x" + Integer.toHexString(said));
                }
                return text.asSlice(0, CardText.BYTES).toArray(JAVA_BYTE);
            } finally {
                text.fill((byte) 0);
                photo.fill((byte) 0);
            }
        }
    }

    private static int call(MethodHandle function, Object... values) {
        try {
            return (int) function.invokeWithArguments(values);
        } catch (Throwable never) { // a C function throws nothing
            throw new IllegalStateException(never);
        }
    }
}
