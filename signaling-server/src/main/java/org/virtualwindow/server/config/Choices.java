package org.virtualwindow.server.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a configuration file and the command line chose, read into a {@link ServerConfig}; what makes no sense is refused. */
public final class Choices {
    private static final Path HERE = Path.of("");
    private static final String BLOB_KEY = "blobs.key";

    private final Map<Key, Given> given = new EnumMap<>(Key.class);
    private final Values values = new Values(given);
    /** Where the configuration file is. */
    private Optional<Path> folder = Optional.empty();

    private boolean fresh;

    private Choices() {}

    /** Nothing is chosen. */
    public static Choices none() {
        return new Choices();
    }

    public static Choices of(Path file) {
        Choices choices = new Choices();
        choices.given.putAll(ConfigFile.read(file));
        choices.folder = Optional.ofNullable(file.toAbsolutePath().getParent());
        return choices;
    }

    /** The command line overrides what stands in the file. */
    public void override(Key key, String option, List<String> values) {
        given.put(key, new Given(values, option, HERE));
    }

    /** The command line chose something that takes the place of these. */
    public void forget(Key... keys) {
        given.keySet().removeAll(List.of(keys));
    }

    /** Forgets what earlier runs left in the server's own database. */
    public void fresh() {
        fresh = true;
    }

    /** @param usualData the data folder where none is named */
    public ServerConfig config(Path usualData) {
        Path data = values.file(Key.DATA).orElse(usualData);
        return new ServerConfig(
                values.number(Key.PORT, 8080, 0, 65_535),
                data,
                values.file(Key.ITEMS),
                database(),
                https(),
                turn(),
                values.truth(Key.DEMO, true),
                media(),
                desk(),
                connections(),
                licence(),
                values.truth(Key.DAILY_TEST_PAGE, false),
                values.file(Key.BLOB_KEY).orElseGet(() -> usualBlobKey(data)));
    }

    /** Beside the configuration, apart from the pages that it opens; where it lies among them already, it stays. */
    private Path usualBlobKey(Path data) {
        Path among = data.resolve(BLOB_KEY);
        return folder.filter(beside -> !Files.exists(among))
                .filter(beside -> Files.exists(beside.resolve(BLOB_KEY)) || Files.isWritable(beside))
                .map(beside -> beside.resolve(BLOB_KEY))
                .orElse(among);
    }

    private DatabaseChoice database() {
        Optional<String> url = values.one(Key.DATABASE_URL);
        if (url.isEmpty()) {
            if (values.one(Key.DATABASE_USER).isPresent()
                    || values.one(Key.DATABASE_PASSWORD).isPresent()) {
                throw new Refusal("database.user and database.password-file belong to a database.url.");
            }
            return new DatabaseChoice.Own(fresh);
        }
        if (fresh) {
            throw new Refusal("--fresh forgets only the server's own database, not one that runs elsewhere.");
        }
        values.refuseSecretIn(Key.DATABASE_URL, "[?&]password=", Key.DATABASE_PASSWORD);
        return new DatabaseChoice.External(
                url.get(), values.one(Key.DATABASE_USER), values.secret(Key.DATABASE_PASSWORD));
    }

    private Https https() {
        Optional<Path> certificate = values.file(Key.HTTPS_CERTIFICATE);
        Optional<Path> key = values.file(Key.HTTPS_KEY);
        boolean self = values.truth(Key.HTTPS_SELF, false);
        if (certificate.isPresent() != key.isPresent()) {
            throw new Refusal("https.certificate-file and https.key-file go together.");
        }
        if (key.isEmpty()) {
            return self ? new Https.SelfSigned() : new Https.Off();
        }
        if (self) {
            throw new Refusal("https.self makes a certificate; it does not go together with https.certificate-file.");
        }
        return new Https.Files(certificate.get(), values.closed(Key.HTTPS_KEY, key.get()));
    }

    private TurnCredentials turn() {
        List<String> urls = values.all(Key.TURN_URLS);
        Optional<String> secret = values.secret(Key.TURN_SECRET);
        if (urls.isEmpty() != secret.isEmpty()) {
            throw new Refusal("turn.urls and turn.secret-file go together (--turn and --turn-secret).");
        }
        return new TurnCredentials(urls, secret.orElse(""), values.time(Key.TURN_VALID, TurnCredentials.USUALLY_VALID));
    }

    private MediaSettings media() {
        MediaSettings.Mode mode = values.read(
                Key.MEDIA_MODE, MediaSettings.USUAL.mode(), Choices::mode, "peer-to-peer, relay or as-needed");
        List<URI> kurento = values.all(Key.MEDIA_KURENTO).stream()
                .map(text -> values.read(
                        Key.MEDIA_KURENTO, text, Choices::webSocket, "addresses like ws://host:8888/kurento"))
                .toList();
        if (mode != MediaSettings.Mode.PEER_TO_PEER && kurento.isEmpty()) {
            throw new Refusal("media.mode needs a media server: name one in media.kurento.uris.");
        }
        return new MediaSettings(mode, kurento);
    }

    private DeskTimes desk() {
        DeskTimes usual = DeskTimes.USUAL;
        return new DeskTimes(
                values.time(Key.DESK_RING, usual.ring()),
                values.time(Key.DESK_GRACE, usual.grace()),
                values.number(Key.DESK_LONGEST_LINE, usual.longestLine(), 1, 100_000),
                values.time(Key.DESK_TYPICAL_CALL, usual.typicalCall()),
                values.time(Key.DESK_LONG_WAIT, usual.longWait()));
    }

    private ConnectionLimits connections() {
        ConnectionLimits usual = ConnectionLimits.USUAL;
        return new ConnectionLimits(
                values.number(Key.CONNECTION_MESSAGES, usual.messagesPerSecond(), 1, 10_000),
                values.number(Key.CONNECTION_BURST, usual.burst(), 1, 100_000),
                values.time(Key.CONNECTION_SILENCE, usual.silence()),
                values.time(Key.CONNECTION_SILENCE_IN_CALL, usual.silenceInCall()));
    }

    private LicenceSettings licence() {
        values.refuseSecretIn(Key.LICENCE_URL, "//[^/]*@|[?&]", Key.LICENCE_TOKEN);
        Optional<URI> url = values.one(Key.LICENCE_URL)
                .map(text -> values.read(
                        Key.LICENCE_URL, text, Choices::web, "an address like https://data.example.org/lookups"));
        Optional<String> token = values.secret(Key.LICENCE_TOKEN);
        if (url.isEmpty() && token.isPresent()) {
            throw new Refusal("licence.token-file belongs to a licence.url.");
        }
        return new LicenceSettings(url, token, values.time(Key.LICENCE_TIMEOUT, LicenceSettings.USUAL.timeout()));
    }

    private static Optional<MediaSettings.Mode> mode(String text) {
        return Arrays.stream(MediaSettings.Mode.values())
                .filter(mode ->
                        mode.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text))
                .findFirst();
    }

    private static Optional<URI> webSocket(String text) {
        return address(text, "ws", "wss");
    }

    private static Optional<URI> web(String text) {
        return address(text, "http", "https");
    }

    private static Optional<URI> address(String text, String plain, String secure) {
        try {
            URI uri = new URI(text);
            boolean sound = uri.getHost() != null && (plain.equals(uri.getScheme()) || secure.equals(uri.getScheme()));
            return sound ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
