package org.virtualwindow.server.form;

import java.util.List;
import java.util.stream.Collectors;

/** An item package is unusable: in which file, and why. The message is for the console, in English. */
public final class PackageFault extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final transient List<Fault> faults;

    public PackageFault(String file, List<Fault> faults) {
        super(file + " " + faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.file = file;
        this.faults = List.copyOf(faults);
    }

    public PackageFault(String file, Fault fault) {
        this(file, List.of(fault));
    }

    public String file() {
        return file;
    }

    public List<Fault> faults() {
        return faults;
    }
}
