package org.virtualwindow.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

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
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule callsMoveOnWithoutAClockOrTheWorld = noClasses()
            .that()
            .resideInAPackage("org.virtualwindow.server.call..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.virtualwindow.server.journal..",
                    "org.virtualwindow.server.connection..",
                    "java.sql..",
                    "java.io..",
                    "java.util.concurrent..",
                    "jakarta..",
                    "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule theDomainIsHandedItsTime = noClasses()
            .that()
            .resideInAnyPackage("org.virtualwindow.server..", "org.virtualwindow.protocol..")
            .and()
            .resideOutsideOfPackage("org.virtualwindow.server.http..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a test says when time passes; certificates are the http package's own affair");

    @ArchTest
    static final ArchRule onlyTheJournalEncrypts = noClasses()
            .that()
            .resideOutsideOfPackage("org.virtualwindow.server.journal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.crypto.tink..");
}
