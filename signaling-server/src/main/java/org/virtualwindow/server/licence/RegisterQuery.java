package org.virtualwindow.server.licence;

import java.util.Map;
import org.virtualwindow.protocol.ids.CentreId;
import org.virtualwindow.protocol.ids.ServiceItemId;

/**
 * What an authority is asked, once the person it is about has agreed. Prints itself without them.
 *
 * @param id the same if the same query should ever come twice, and says nothing
 * @param register what is asked for, as the item's package names it
 * @param item for which matter
 * @param centre that decides it, and wants to know
 * @param purpose what for, in the words that were agreed to, in Chinese
 * @param holder whose it is, by what the authority calls it ({@code name}, {@code idNo})
 * @param compares what must be as the register says, by what the authority calls it
 */
public record RegisterQuery(
        String id,
        String register,
        ServiceItemId item,
        CentreId centre,
        String purpose,
        Map<String, String> holder,
        Map<String, String> compares) {
    @Override
    public String toString() {
        return "RegisterQuery[" + register + " " + id + "]";
    }
}
