/**
 * The port to authorities outside: e-licences (电子证照) in the place of papers, and data checks (数据核验) of what stands in a form. Knows no
 * room; whether somebody may be asked is decided there.
 */
@NullMarked
package org.virtualwindow.server.licence;

import org.jspecify.annotations.NullMarked;
