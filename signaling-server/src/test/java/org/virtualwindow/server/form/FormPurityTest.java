package org.virtualwindow.server.form;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

@AnalyzeClasses(packages = "org.virtualwindow.server.form", importOptions = DoNotIncludeTests.class)
class FormPurityTest {
    @ArchTest
    static final ArchRule noTextOfAPersonMeetsARegularExpression = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.regex")
            .because("a validator's cost must be bounded by the length of what it reads");

    @ArchTest
    static final ArchRule aFormHasNoClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(InstantSource.class);

    @ArchTest
    static final ArchRule onlyThePlacesOfFilesReadThem = noClasses()
            .that()
            .doNotHaveSimpleName("Catalog")
            .and()
            .doNotHaveSimpleName("ItemFiles")
            .and()
            .doNotHaveSimpleName("WordLists")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io", "java.nio.file", "java.sql", "java.util.concurrent..");
}
