package org.virtualwindow.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;
import org.virtualwindow.server.config.Refusal;

/** In whose name PostgreSQL runs: it refuses to run as root. */
sealed interface Account {
    /** What comes before every command. */
    List<String> prefix();

    /** Makes the file or folder belong to the account. */
    void own(Path path) throws IOException;

    /** The user who started the server. */
    record Ourselves() implements Account {
        @Override
        public List<String> prefix() {
            return List.of();
        }

        @Override
        public void own(Path path) {}
    }

    /** Root that looks like nobody to itself: files stay root's, and PostgreSQL sees no root. */
    record RootInNamespace() implements Account {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U", "--");
        }

        @Override
        public void own(Path path) {}
    }

    /** The user nobody, where user namespaces are forbidden. */
    record Nobody() implements Account {
        private static final String ID = "65534";

        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=" + ID, "--regid=" + ID, "--clear-groups");
        }

        @Override
        public void own(Path path) throws IOException {
            UserPrincipal nobody =
                    path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.toList()) {
                    Files.getFileAttributeView(each, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                            .setOwner(nobody);
                }
            }
        }
    }

    static Account choose() {
        if (!isRoot()) {
            return new Ourselves();
        }
        for (Account account : List.of(new RootInNamespace(), new Nobody())) {
            if (Command.succeeds(
                    Stream.concat(account.prefix().stream(), Stream.of("true")).toList())) {
                return account;
            }
        }
        throw new Refusal("PostgreSQL does not run as root, and neither unshare nor setpriv works here;"
                + " start the server as another user.");
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException noUnix) {
            return false;
        }
    }
}
