package org.virtualwindow.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigFileTest {
    private static final Path SAMPLE = Path.of("../docs/operations/virtual-window.sample.yaml");
    private static final Path DATA = Path.of("data");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("window.yaml");
    }

    @Test
    void theSampleNamesEveryKey() {
        assertThat(ConfigFile.read(SAMPLE).keySet()).isEqualTo(EnumSet.allOf(Key.class));
    }

    @Test
    void theSampleSaysWhatHappensWithoutIt() {
        assertThat(Choices.of(SAMPLE).config(DATA))
                .usingRecursiveComparison()
                .ignoringFields("blobKey")
                .isEqualTo(Choices.none().config(DATA));
    }

    @Test
    void everyKeyReachesTheServer() throws IOException {
        secret("db-password", "s3cret");
        secret("turn-secret", "hush\n");
        secret("licence-token", "open sesame\n");
        secret("key.pem", "");
        write("""
            port: 9000
            data: kept
            items: own-items
            demo: false
            daily-test-page: true
            blob-key-file: apart/pages.key
            https: {certificate-file: cert.pem, key-file: key.pem}
            database: {url: "jdbc:postgresql://db/window", user: window, password-file: db-password}
            desk: {ring: 3 s, grace: 500 ms, longest-line: 7, typical-call: 1 min, long-wait: 5 min}
            connection: {silence: 40 s, silence-in-call: 4 s, messages-per-second: 9, burst: 11}
            media: {mode: as-needed, kurento: {uris: ["ws://a:8888/kurento", "wss://b/kurento"]}}
            turn: {urls: "turn:t:3478", secret-file: turn-secret, valid-for: 2 h}
            licence: {url: "https://data.example.org/ask", token-file: licence-token, timeout: 3 s}
            """);

        assertThat(read())
                .isEqualTo(new ServerConfig(
                        9000,
                        folder.resolve("kept"),
                        Optional.of(folder.resolve("own-items")),
                        new DatabaseChoice.External(
                                "jdbc:postgresql://db/window", Optional.of("window"), Optional.of("s3cret")),
                        new Https.Files(folder.resolve("cert.pem"), folder.resolve("key.pem")),
                        new TurnCredentials(List.of("turn:t:3478"), "hush", Duration.ofHours(2)),
                        false,
                        new MediaSettings(
                                MediaSettings.Mode.AS_NEEDED,
                                List.of(URI.create("ws://a:8888/kurento"), URI.create("wss://b/kurento"))),
                        new DeskTimes(
                                Duration.ofSeconds(3),
                                Duration.ofMillis(500),
                                7,
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(5)),
                        new ConnectionLimits(9, 11, Duration.ofSeconds(40), Duration.ofSeconds(4)),
                        new LicenceSettings(
                                Optional.of(URI.create("https://data.example.org/ask")),
                                Optional.of("open sesame"),
                                Duration.ofSeconds(3)),
                        true,
                        folder.resolve("apart/pages.key")));
    }

    @Test
    void theKeyOfThePagesLiesBesideTheConfigurationUnlessItLiesAmongThePagesAlready() throws IOException {
        Path data = Files.createDirectories(folder.resolve("kept"));
        write("port: 1\n");
        assertThat(Choices.none().config(data).blobKey()).isEqualTo(data.resolve("blobs.key"));
        assertThat(read(data).blobKey()).isEqualTo(folder.resolve("blobs.key"));
        Files.createFile(data.resolve("blobs.key"));
        assertThat(read(data).blobKey()).as("it is not lost").isEqualTo(data.resolve("blobs.key"));
    }

    @Test
    void aMisspeltKeyIsRefusedWithItsLineAndWhatWasMeant() throws IOException {
        write("port: 1\ndesk:\n  ring: 3 s\n  longest-lin: 4\n");

        assertRefused("window.yaml line 4: there is no key desk.longest-lin; did you mean desk.longest-line?");
    }

    @Test
    void aKeyUnlikeAnyOtherIsRefusedWithoutAGuess() throws IOException {
        write("coffee: strong\n");

        assertRefused("window.yaml line 1: there is no key coffee.");
    }

    @Test
    void aMisspeltGroupIsRefusedAtItsFirstKey() throws IOException {
        write("dek:\n  ring: 3 s\n");

        assertRefused("window.yaml line 2: there is no key dek.ring; did you mean desk.ring?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "port: many | window.yaml line 1: port wants a number from 0 to 65535, not \"many\".",
                "port: 70000 | window.yaml line 1: port wants a number from 0 to 65535, not \"70000\".",
                "port: [1, 2] | window.yaml line 1: port wants one value.",
                "port: {a: 1} | window.yaml line 1: port wants plain values.",
                "demo: perhaps | window.yaml line 1: demo wants true or false, not \"perhaps\".",
                "desk.ring: 20 | window.yaml line 1: desk.ring wants a time like 500 ms, 20 s, 3 min or 4 h, not"
                        + " \"20\".",
                "desk.ring: 0 s | window.yaml line 1: desk.ring wants a time like 500 ms, 20 s, 3 min or 4 h, not \"0"
                        + " s\".",
                "media.mode: direct | window.yaml line 1: media.mode wants peer-to-peer, relay or as-needed, not"
                        + " \"direct\".",
                "media.mode: relay | media.mode needs a media server: name one in media.kurento.uris.",
                "media.kurento.uris: http://a | window.yaml line 1: media.kurento.uris wants addresses like"
                        + " ws://host:8888/kurento, not \"http://a\".",
                "turn.urls: turn:a | turn.urls and turn.secret-file go together (--turn and --turn-secret).",
                "https.key-file: key.pem | https.certificate-file and https.key-file go together.",
                "database.url: 'jdbc:postgresql://db/x?user=a&password=b' | window.yaml line 1: database.url must not"
                        + " hold a secret: put it into a file and name that in database.password-file.",
                "database.user: me | database.user and database.password-file belong to a database.url.",
            })
    void aValueThatMakesNoSenseIsRefusedWithItsReason(String line, String sentence) throws IOException {
        write(line + "\n");

        assertRefused(sentence);
    }

    @Test
    void aKeyThatIsThereTwiceIsRefused() throws IOException {
        write("port: 1\nport: 2\n");

        assertRefused("window.yaml line 2: port is there twice.");
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsLine() throws IOException {
        write("port: 1\n\t: {\n");

        assertThatThrownBy(this::read)
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("window.yaml line 2 is not YAML: ");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(this::read)
                .isInstanceOf(Refusal.class)
                .hasMessage("The configuration file " + file + " cannot be read.");
    }

    @Test
    void aSecretThatOthersCanReadIsRefused() throws IOException {
        Path secret = secret("turn-secret", "hush");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        write("turn:\n  urls: turn:a\n  secret-file: turn-secret\n");

        assertRefused("window.yaml line 3: turn.secret-file names " + secret + ", which others can read: chmod o= "
                + secret + ".");
    }

    @Test
    void aSecretThatIsNotThereIsRefused() throws IOException {
        write("turn:\n  urls: turn:a\n  secret-file: turn-secret\n");

        assertRefused("window.yaml line 3: turn.secret-file names " + folder.resolve("turn-secret")
                + ", which cannot be read.");
    }

    /** What a configuration says of itself may stand in a log. */
    @Test
    void noSecretIsPrinted() throws IOException {
        secret("db-password", "s3cret");
        secret("turn-secret", "hush");
        write("""
            database: {url: "jdbc:postgresql://db/window", user: window, password-file: db-password}
            turn: {urls: "turn:t:3478", secret-file: turn-secret}
            """);

        assertThat(read().toString()).doesNotContain("s3cret", "hush");
    }

    @Test
    void theCommandLineOverridesTheFile() throws IOException {
        write("port: 1\ndesk.ring: 3 s\n");
        Choices choices = Choices.of(file);
        choices.override(Key.PORT, "--port", List.of("2"));

        assertThat(choices.config(DATA).port()).isEqualTo(2);
        assertThat(choices.config(DATA).desk().ring()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whatTheCommandLineGotWrongIsSaidOfItsOption() {
        Choices choices = Choices.none();
        choices.override(Key.PORT, "--port", List.of("x"));

        assertThatThrownBy(() -> choices.config(DATA))
                .isInstanceOf(Refusal.class)
                .hasMessage("--port: port wants a number from 0 to 65535, not \"x\".");
    }

    @ParameterizedTest
    @EnumSource
    void aSlipInAnyKeyIsUnderstood(Key key) {
        String slip = key.written().substring(1);

        assertThat(Key.like(slip)).contains(key);
    }

    private ServerConfig read() {
        return read(DATA);
    }

    private ServerConfig read(Path data) {
        return Choices.of(file).config(data);
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(this::read).isInstanceOf(Refusal.class).hasMessage(sentence);
    }

    private void write(String yaml) throws IOException {
        Files.writeString(file, yaml);
    }

    private Path secret(String name, String text) throws IOException {
        Path secret = folder.resolve(name);
        Files.writeString(secret, text);
        return Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    }
}
