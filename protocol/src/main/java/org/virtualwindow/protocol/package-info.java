/**
 * The words the programs say to each other.
 *
 * <p>Each role has one root for what it may say ({@link FromKiosk}, {@link FromDevice}, {@link FromClerk}, {@link
 * FromHall}) and one for what it may be told ({@link ToKiosk}, {@link ToDevice}, {@link ToClerk}, {@link ToHall}). The
 * type on the wire is the record's name, so one search finds a message in Java, JSON, TypeScript and the documents.
 */
@NullMarked
package org.virtualwindow.protocol;

import org.jspecify.annotations.NullMarked;
