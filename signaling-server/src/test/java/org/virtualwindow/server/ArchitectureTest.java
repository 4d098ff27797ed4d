package org.virtualwindow.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
}
