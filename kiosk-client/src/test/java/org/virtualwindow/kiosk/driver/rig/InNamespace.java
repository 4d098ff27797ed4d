package org.virtualwindow.kiosk.driver.rig;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class run in a Java of their own whose network is a loopback that nobody else sees, whose {@code /run} and
 * {@code /dev/shm} are empty, and whose processes all end with it. Takes root and Linux; where one of the programs is missing the tests are skipped, with the package
 * that brings it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NamespaceExtension.class)
public @interface InNamespace {
    /** Like {@code cupsd:cups}: the program, or a file's whole path, and the Debian package it is from. */
    String[] needs();
}
