package org.virtualwindow.server.http;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.virtualwindow.server.config.Https;
import org.virtualwindow.server.config.Refusal;

/** Certificates for https: read from files, or made once and kept in the data folder. */
final class Certificates {
    private static final Duration LIFE = Duration.ofDays(825);
    private static final char[] NO_PASSWORD = {};

    private Certificates() {}

    /** The certificate of the data folder, made now if there is none or it has run out. */
    static Https.Files selfSignedIn(Path data) {
        var files = new Https.Files(data.resolve("https.crt"), data.resolve("https.key"));
        try {
            if (!Files.exists(files.certificate()) || hasRunOut(files.certificate())) {
                make(files);
            }
            return files;
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new Refusal("A certificate could not be made in " + data + ": " + e.getMessage(), e);
        }
    }

    static SslContextFactory.Server sslContext(Https.Files files) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate[] chain = chain(files.certificate()).toArray(Certificate[]::new);
            store.setKeyEntry("server", privateKey(files.key()), NO_PASSWORD, chain);
            var context = new SslContextFactory.Server();
            context.setKeyStore(store);
            context.setKeyStorePassword("");
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new Refusal(
                    "--https wants a certificate and its private key as PEM files; " + files.certificate() + " and "
                            + files.key() + " could not be used (" + e + ").",
                    e);
        }
    }

    private static List<? extends Certificate> chain(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
        }
    }

    private static PrivateKey privateKey(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file);
                var pem = new PEMParser(in)) {
            var converter = new JcaPEMKeyConverter();
            for (Object found = pem.readObject(); found != null; found = pem.readObject()) {
                if (found instanceof PEMKeyPair pair) {
                    return converter.getPrivateKey(pair.getPrivateKeyInfo());
                }
                if (found instanceof PrivateKeyInfo key) {
                    return converter.getPrivateKey(key);
                }
            }
            throw new IOException("no private key in " + file);
        }
    }

    private static boolean hasRunOut(Path certificate) throws IOException, GeneralSecurityException {
        Date now = Date.from(Instant.now());
        return chain(certificate).stream()
                .anyMatch(c -> c instanceof X509Certificate x && x.getNotAfter().before(now));
    }

    private static void make(Https.Files files)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        Instant now = Instant.now();
        var name = new X500Name("CN=Virtual Window");
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(120, new SecureRandom()),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(LIFE)),
                name,
                keys.getPublic());
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names()));
        var certificate = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
        Files.deleteIfExists(files.key());
        Files.createFile(
                files.key(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        // As PKCS 8: the older form of an EC key would lack the name of its curve.
        write(files.key(), new JcaPKCS8Generator(keys.getPrivate(), null));
        write(files.certificate(), certificate);
    }

    private static void write(Path file, Object pem) throws IOException {
        try (Writer out = Files.newBufferedWriter(file);
                var writer = new JcaPEMWriter(out)) {
            writer.writeObject(pem);
        }
    }

    /** Every address under which this machine can be reached now. */
    private static GeneralName[] names() {
        List<GeneralName> names = new ArrayList<>();
        names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        try {
            names.add(new GeneralName(
                    GeneralName.dNSName, InetAddress.getLocalHost().getHostName()));
            for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                for (InetAddress address : each.inetAddresses().toList()) {
                    names.add(new GeneralName(
                            GeneralName.iPAddress, address.getHostAddress().replaceFirst("%.*", "")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names.toArray(GeneralName[]::new);
    }
}
