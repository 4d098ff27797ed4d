package org.virtualwindow.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** Somebody in front of a screen. They find things as people do: by what they are and how they are called. */
abstract class Person {
    private static final Path SCREENS = Path.of("target", "screens");

    final Page page;
    final Wire wire;

    Person(Page page) {
        this.page = page;
        this.wire = new Wire(page);
    }

    /** @param name the whole name */
    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator box(String name) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The field of this box with all that stands at it. */
    Locator field(String name) {
        return page.locator(".field", new Page.LocatorOptions().setHas(box(name)));
    }

    void presses(String name) {
        button(name).click();
    }

    /** @param words a part of what stands there */
    void sees(String words) {
        assertThat(page.getByText(words).first()).isVisible();
    }

    void seesNoMore(String words) {
        assertThat(page.getByText(words)).hasCount(0);
    }

    /** A picture for people who look at the build. */
    void photographs(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")));
    }
}
