package org.virtualwindow.server.form;

import java.util.List;

/** An item package is unusable: in which file, and for each fault the place in it and the reason. */
public final class PackageFault extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final List<String> faults;

    /** @param faults each like {@code /rules/total/to: there is no field /price} */
    PackageFault(String file, List<String> faults) {
        super(file + " " + String.join("; ", faults));
        this.file = file;
        this.faults = List.copyOf(faults);
    }

    PackageFault(String file, String fault) {
        this(file, List.of(fault));
    }

    public String file() {
        return file;
    }

    public List<String> faults() {
        return faults;
    }
}
