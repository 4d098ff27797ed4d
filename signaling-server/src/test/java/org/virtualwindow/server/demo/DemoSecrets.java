package org.virtualwindow.server.demo;

import java.nio.file.Path;

/** The demo's passwords and codes, for tests that sign in. */
public final class DemoSecrets {
    private DemoSecrets() {}

    public static String of(Path folder, String account) {
        return DemoSignIns.in(folder, DemoPeople.accounts(), DemoPeople.helpers())
                .of(account);
    }
}
