import { expect, test } from "vitest";
import { dayOf, isoOf, list, NO_DAY, saidOf, some, wordOf } from "../src/data";
import { makeData, type Quote } from "./made";

const SAID: Quote["said"] = ["2031-03", "2031-03-01", "2031-03-31", "cue"];

test("the day of a quote is when it was said, else when it was published", () => {
  const articles = [{ id: "a.txt", published: "2031-03-10" }, { id: "b.txt" }];
  const data = makeData(articles, [
    { content: "One", said: SAID },
    { content: "Two" },
    { content: "Three", article: 1 },
    { content: "Four", said: ["XXXX-08-01", null, null, "cue"] },
    { content: "Five", said: ["2031-03-01/..", "2031-03-01", null, "cue"] },
  ]);
  const days = [...data.firstDay].map((first, row) =>
    first === NO_DAY ? null : [isoOf(first), isoOf(data.lastDay[row])],
  );
  expect(days).toEqual([
    ["2031-03-01", "2031-03-31"],
    ["2031-03-10", "2031-03-10"],
    null,
    // Said some August: nothing is known of the year, so it counts as the day it was published.
    ["2031-03-10", "2031-03-10"],
    ["2031-03-01", "2031-03-01"],
  ]);
  expect(saidOf(data, 0)).toEqual(SAID);
  expect(saidOf(data, 1)).toBeNull();
});

test("an organization that a quote has twice under one name counts once", () => {
  const data = makeData(
    [{ id: "a.txt" }],
    [
      {
        content: "One",
        about: [["Norvik", "n1", "organization"], ["Norvik", "n2", "organization"], "Riksnett"],
      },
      { content: "Two" },
    ],
  );
  const names = (row: number) => [...list(data.organizations, row)].map((code) => data.words[code]);
  expect([names(0), names(1)]).toEqual([["Norvik", "Riksnett"], []]);
  expect(list(data.subject, 0).length).toBe(3);
  expect(some(data.organizations, 0, (code) => data.words[code] === "Riksnett")).toBe(true);
  expect(some(data.organizations, 1, () => true)).toBe(false);
});

test("a speaker and an organization of one name are one word", () => {
  const data = makeData([{ id: "a.txt" }], [{ content: "One", speaker: "Norvik", about: ["Norvik"] }]);
  expect(data.words.filter((word) => word === "Norvik")).toEqual(["Norvik"]);
  expect(list(data.organizations, 0)[0]).toBe(data.speaker[0]);
});

test("what is not there has no word", () => {
  const data = makeData([{ id: "a.txt" }], [{ content: "One", speaker: null }]);
  expect(wordOf(data, data.speaker[0])).toBeNull();
  expect(wordOf(data, data.outlet[0])).toBeNull();
  expect(wordOf(data, data.type[0])).toBe("direct");
});

test("records are found by their ids, whatever these are called", () => {
  const data = makeData([{ id: "__proto__" }], [{ content: "One" }]);
  expect(data.rowOf.get("q0")).toBe(0);
  expect(data.rowOf.get("toString")).toBeUndefined();
});

test.each(["1970-01-01", "1969-12-31", "2032-02-29", "0044-03-15", "9999-12-31"])("%s is a day", (day) => {
  expect(isoOf(dayOf(day))).toBe(day);
});

test.each([null, "", "yesterday", "2031-13-01"])("%j is no day", (day) => {
  expect(dayOf(day)).toBe(NO_DAY);
});
