package org.virtualwindow.server.form;

import java.util.List;

/** An item package is unusable: in which file, and for each fault the place in it and the reason. */
public final class PackageFault extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final List<String> faults;

    /** @param faults each like {@code /rules/total/to: there is no field /price} */
    public PackageFault(String file, List<String> faults) {
        super(file + " " + String.join("; ", faults));
        this.file = file;
        this.faults = List.copyOf(faults);
    }

    PackageFault(String file, String fault) {
        this(file, List.of(fault));
    }

    /**
     * One of them.
     *
     * @param place like {@code /rules/total/to} or {@code line 3}; empty where the file as a whole is meant
     */
    public record Fault(String file, String place, String reason) {}

    public List<Fault> each() {
        return faults.stream().map(this::fault).toList();
    }

    private Fault fault(String fault) {
        int colon = fault.indexOf(": ");
        boolean placed = colon > 0 && (fault.startsWith("/") || fault.startsWith("line "));
        return placed
                ? new Fault(file, fault.substring(0, colon), fault.substring(colon + 2))
                : new Fault(file, "", fault);
    }

    public String file() {
        return file;
    }

    public List<String> faults() {
        return faults;
    }
}
