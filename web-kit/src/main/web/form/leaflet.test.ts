import { expect, test } from "vitest";
import { item, text } from "../samples/item.ts";
import { answersOf, fitting, leafletAddress, leafletAsked } from "./leaflet.ts";

const guided = { ...item, guide: ["/type", "/preApproval"] };

test("a leaflet's address says the item, the centre, the version and the situation, and reads back as that", () => {
  const told = [
    { path: "/type", value: "LLC" },
    { path: "/preApproval", value: "false" },
  ];
  const address = leafletAddress(guided, "330503", told);
  expect(address).toBe("/leaflet/?item=ENT_NAME&owner=330503&version=1&%2Ftype=LLC&%2FpreApproval=false");
  expect(leafletAsked(address.slice(address.indexOf("?")))).toEqual({
    item: "ENT_NAME",
    owner: "330503",
    version: 1,
    answers: answersOf(told),
  });
  expect(leafletAsked("?item=ENT_NAME")).toBeNull();
  expect(leafletAsked("?item=X&owner=Y&version=abc")?.version).toBeNull();
});

test("only choices of what the item asks beforehand get into a leaflet", () => {
  expect(fitting(guided, { "/type": "LLC", "/preApproval": "perhaps", "/contactName": "张三" })).toEqual([
    { path: "/type", value: "LLC" },
  ]);
  expect(fitting({ ...guided, title: text("甲", "A"), guide: [] }, { "/type": "LLC" })).toEqual([]);
});
