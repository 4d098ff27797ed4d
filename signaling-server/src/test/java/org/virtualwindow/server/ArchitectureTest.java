package org.virtualwindow.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

@AnalyzeClasses(packages = "org.virtualwindow", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyTheDoorsKnowJetty = noClasses()
            .that()
            .resideOutsideOfPackage("org.virtualwindow.server.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule onlyTheEntranceKnowsTheWiring = noClasses()
            .that()
            .resideOutsideOfPackage("org.virtualwindow.server")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.virtualwindow.server");

    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().matching("org.virtualwindow.server.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyPrintsButTheEntrance = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(SignalingServer.class.getName())
            .and()
            .doNotHaveSimpleName("DriverHost")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    /** What the rules of the domain are written without; the catalogue alone reads files, at start (FormPurityTest). */
    private static final String[] WORLD = {
        "java.sql..",
        "java.util.concurrent..",
        "java.net..",
        "jakarta..",
        "org.eclipse.jetty..",
        "org.kurento..",
        "org.virtualwindow.server.connection..",
        "org.virtualwindow.server.mailbox..",
        "org.virtualwindow.server.postgres..",
    };

    @ArchTest
    static final ArchRule callsAndFormsMoveOnWithoutTheWorld = noClasses()
            .that()
            .resideInAnyPackage("org.virtualwindow.server.call..", "org.virtualwindow.server.form..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WORLD)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.virtualwindow.server.journal..");

    @ArchTest
    static final ArchRule rulesStatesAndViewsArePure = noClasses()
            .that()
            .resideInAPackage("org.virtualwindow.server..")
            .and()
            .haveNameMatching(".*(Rules|Policy|Machine|State|View|Views|Estimate)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WORLD)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(InstantSource.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(RandomGenerator.class)
            .because("what follows from a state is the same at any time, in any thread and in a test");

    @ArchTest
    static final ArchRule nobodyReadsTheWallClock = noClasses()
            .that()
            .resideOutsideOfPackage("org.virtualwindow.server.http..")
            .and()
            .doNotHaveFullyQualifiedName(Wiring.class.getName())
            .and()
            .doNotHaveSimpleName("KioskDaemon")
            .and()
            .doNotHaveSimpleName("SimulatedDriver")
            .should()
            .callMethodWhere(readsTheClock())
            .because("a test says when time passes: the two entrances hand the clock in, and so does a driver that"
                    + " nobody hands anything; certificates are the http package's own affair");

    private static DescribedPredicate<JavaMethodCall> readsTheClock() {
        return DescribedPredicate.describe("reads the wall clock", call -> {
            String owner = call.getTargetOwner().getPackageName();
            String method = call.getTarget().getName();
            return owner.equals("java.time") && (method.equals("now") || method.startsWith("system"))
                    || method.equals("currentTimeMillis");
        });
    }

    @ArchTest
    static final ArchRule onlyWhatIsStoredIsEncrypted = noClasses()
            .that()
            .resideOutsideOfPackages("org.virtualwindow.server.journal..", "org.virtualwindow.server.blob..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.crypto.tink..");

    @ArchTest
    static final ArchRule onlyOneAdapterKnowsKurento = noClasses()
            .that()
            .resideOutsideOfPackage("org.virtualwindow.server.media.kurento..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.kurento..", "com.google.gson..", "io.netty..")
            .because("its client is treated as disposable, and two browsers can do without it");

    @ArchTest
    static final ArchRule onlyTheWiringChoosesAnAdapter = noClasses()
            .that()
            .resideOutsideOfPackages("org.virtualwindow.server", "org.virtualwindow.server.media.kurento..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.virtualwindow.server.media.kurento..")
            .because("a second media server or none is a line there");
}
