package org.virtualwindow.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.virtualwindow.server.config.Refusal;

/**
 * A PostgreSQL in the data folder, on 127.0.0.1, with a password of its own and durable settings: what is committed survives
 * the loss of every process. Only the holder of the {@link DataFolder} may start it, so a postmaster found running was left
 * by a server that died.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final String MAJOR = "18";
    private static final String USER = "virtualwindow";
    /** Another program may take the free port between our look and PostgreSQL's start. */
    private static final int PORT_TRIES = 5;

    private final PostgresBinaries binaries;
    private final Account account;
    private final Path cluster;
    private final int port;
    private final String password;

    private LocalPostgres(PostgresBinaries binaries, Account account, Path cluster, int port, String password) {
        this.binaries = binaries;
        this.account = account;
        this.cluster = cluster;
        this.port = port;
        this.password = password;
    }

    public static LocalPostgres start(DataFolder folder, boolean fresh) {
        Account account = Account.choose();
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(cache(account, folder));
        Path cluster = folder.resolve("postgres");
        Path passwordFile = folder.resolve("postgres.password");
        try {
            stopLeftOver(binaries, account, cluster);
            if (fresh) {
                folder.empty();
            }
            if (!Files.exists(cluster)) {
                create(binaries, account, folder, passwordFile);
            }
            refuseOtherMajor(cluster);
            String password = Files.readString(passwordFile);
            for (int tries = 1; ; tries++) {
                int port = freePort();
                Command.Outcome start = startOn(port, binaries, account, cluster, folder);
                if (start.succeeded()) {
                    return new LocalPostgres(binaries, account, cluster, port, password);
                }
                if (tries == PORT_TRIES) {
                    throw new Refusal("PostgreSQL did not start; " + folder.resolve("postgres.log") + " says why.");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        pgCtl(binaries, account, "stop", "-D", cluster.toString(), "-m", "fast", "-w");
    }

    private static Path cache(Account account, DataFolder folder) {
        if (account instanceof Account.Nobody) {
            return folder.path();
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path caches = xdg == null || xdg.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        Path ours = caches.resolve("virtual-window");
        try {
            Files.createDirectories(ours);
            return Files.isWritable(ours) ? ours : folder.path();
        } catch (IOException noHome) {
            return folder.path();
        }
    }

    private static void create(PostgresBinaries binaries, Account account, DataFolder folder, Path passwordFile)
            throws IOException {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        account.own(passwordFile);
        // Made aside and moved, so that a cluster that is there is whole.
        Path unfinished = folder.resolve("postgres.unfinished");
        DataFolder.delete(unfinished);
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(unfinished);
        var made = run(
                account,
                binaries.program("initdb").toString(),
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--encoding=UTF-8",
                "--locale=C.UTF-8",
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile);
        if (!made.succeeded()) {
            throw new Refusal("PostgreSQL could not create its data in " + folder.path() + ": " + made.lastLine());
        }
        Files.move(unfinished, folder.resolve("postgres"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void refuseOtherMajor(Path cluster) throws IOException {
        String major = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!major.equals(MAJOR)) {
            throw new Refusal("The data in " + cluster + " was written by PostgreSQL " + major
                    + ", this server brings PostgreSQL " + MAJOR + "; name another folder with --data.");
        }
    }

    private static Command.Outcome startOn(
            int port, PostgresBinaries binaries, Account account, Path cluster, DataFolder folder) throws IOException {
        Path log = folder.resolve("postgres.log");
        if (!Files.exists(log)) {
            Files.createFile(log);
            account.own(log);
        }
        // The folder for sockets is empty: TCP with a password is the only way in.
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=";
        return pgCtl(
                binaries, account, "start", "-D", cluster.toString(), "-l", log.toString(), "-o", options, "-w", "-s");
    }

    /**
     * Stops a postmaster that outlived its server. A number that by now belongs to another program is not stopped but
     * forgotten; where nobody has it, PostgreSQL itself clears up.
     */
    private static void stopLeftOver(PostgresBinaries binaries, Account account, Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Files.readString(pidFile)
                .lines()
                .findFirst()
                .map(line -> Long.parseLong(line.strip()))
                .orElse(-1L);
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        if (!Files.exists(commandLine)) {
            return;
        }
        if (Files.readString(commandLine).contains(cluster.toString())) {
            pgCtl(binaries, account, "stop", "-D", cluster.toString(), "-m", "fast", "-w");
        } else {
            Files.delete(pidFile);
        }
    }

    private static Command.Outcome pgCtl(PostgresBinaries binaries, Account account, String... arguments) {
        var command = new ArrayList<>(List.of(binaries.program("pg_ctl").toString()));
        command.addAll(List.of(arguments));
        return run(account, command.toArray(String[]::new));
    }

    private static Command.Outcome run(Account account, String... command) {
        var all = new ArrayList<>(account.prefix());
        all.addAll(List.of(command));
        return Command.run(all);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
