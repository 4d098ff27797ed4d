import { cards } from "../../../../../protocol/src/main/resources/org/virtualwindow/protocol/demo-cards.json";

/** The cards that can be laid on a simulated reader, with the names on them. */
export const demoCards: readonly { readonly card: string; readonly name: string }[] = Object.entries(cards).map(
  ([card, { name }]) => ({ card, name }),
);
