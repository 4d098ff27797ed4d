import { fitting } from "web-kit/form/leaflet.ts";
import { FindDesk } from "web-kit/find/find-desk.ts";
import { question } from "web-kit/room/question.ts";
import { addressOfItem } from "web-kit/room/item-address.ts";
import type { ClerkCore } from "./clerk-core.ts";
import type { ClerkPage, FinderActs, RoomActs } from "./clerk-page.ts";
import { choose, found, noFinder, type Finder } from "./finder.ts";
import { ItemSource } from "./item-source.ts";
import { mapToSend } from "./maps.ts";

/** Looking for an item of the centre, sending its leaflet, and proposing that the call turns to it. */
export function finderActs(core: ClerkCore, act: Pick<RoomActs, "present" | "showAside">): FinderActs {
  const items = new ItemSource((item) => finder((before) => ({ ...before, item })));
  const finding = new FindDesk((all) => {
    const owner = core.page.desk.room?.owner;
    if (owner !== undefined) finder((before) => found(before, all, owner));
    fetchChosen();
  });

  function finder(change: (finder: Finder) => Finder): void {
    core.change((page) => ({ ...page, finder: change(page.finder) }));
  }

  function fetchChosen(): void {
    const { chosen } = core.page.finder;
    const owner = core.page.desk.room?.owner;
    items.want(chosen === null || owner === undefined ? null : addressOfItem(chosen, owner, null));
  }

  return {
    openFinder() {
      act.showAside("finder");
      queueMicrotask(() => document.getElementById("finder-words")?.focus());
    },

    find(words) {
      finder((before) => ({ ...before, words }));
      finding.ask(words, core.page.desk.room?.owner ?? null);
    },

    chooseItem(item) {
      finder((before) => choose(before, item));
      fetchChosen();
    },

    tellSituation(path, value) {
      finder((before) => ({ ...before, answers: { ...before.answers, [path]: value } }));
    },

    sendLeaflet() {
      const item = aboutItem(core.page);
      if (item !== null)
        act.present({ type: "Leaflet", item: item.item, told: [...fitting(item, core.page.finder.answers)] });
    },

    sendMap() {
      const centre = mapToSend(core.page);
      if (centre !== null) act.present({ type: "CentreMap", centre });
    },

    proposeItem() {
      const { chosen } = core.page.finder;
      if (chosen !== null) act.present({ type: "NextItem", item: chosen });
    },

    forgetFinder() {
      finding.forget();
      items.want(null);
      finder(() => noFinder);
    },
  };
}

/** The item that a leaflet would be of: the one chosen, else the one the room is about. */
export function aboutItem(page: ClerkPage) {
  if (page.finder.chosen !== null) return page.finder.item;
  return page.item === null || page.item.item === question ? null : page.item;
}
