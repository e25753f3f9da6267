import { expect, test } from "vitest";
import { NOTHING } from "../src/state";
import {
  articleName,
  basisName,
  cannotOpen,
  choiceName,
  counted,
  dayShown,
  number,
  percent,
  speakerName,
  standingName,
} from "../src/words";
import type { Correction } from "../src/review";
import { makeData } from "./made";

const CORRECTION: Correction = {
  content: [[0, 3]],
  cue: null,
  mention: null,
  speaker: null,
  kind: "person",
  organizations: [],
  said: null,
  type: "direct",
  act: "statement",
};

test("choices are shown in words, names as they are", () => {
  expect(choiceName("flag", "no_source")).toBe("no source");
  expect(choiceName("speaker", "A_B")).toBe("A_B");
  expect(choiceName("speaker", NOTHING)).toBe("(no name)");
  expect(choiceName("organization", NOTHING)).toBe("(no organization)");
  expect(choiceName("type", NOTHING)).toBe("(none)");
  expect(choiceName("review", "open")).toBe("Not reviewed");
  expect(standingName("rejected")).toBe("Rejected");
});

test("numbers have separators, and one is no plural", () => {
  expect(number(1234567)).toBe("1,234,567");
  expect([0, 1, 2].map((value) => counted(value, "quote"))).toEqual(["0 quotes", "1 quote", "2 quotes"]);
});

test("confidence is shown in percent", () => {
  expect([0, 4, 5, 699, 1000].map(percent)).toEqual(["0%", "0%", "1%", "70%", "100%"]);
});

test("a speaker has a title as long as it is the one that was found", () => {
  const data = makeData(
    [{ id: "a.txt" }],
    [
      { content: "One", speaker: "Ada Brunn", title: "Chair" },
      { content: "Two", speaker: null },
    ],
  );
  expect(speakerName(data, 0)).toEqual({ name: "Ada Brunn", known: true, title: "Chair" });
  expect(speakerName(data, 1)).toEqual({ name: "(no name)", known: false, title: null });
  const to = (speaker: string | null) => speakerName(data, 0, { ...CORRECTION, speaker });
  expect(to("Ada Brunn").title).toBe("Chair");
  expect(to("Per Holm")).toEqual({ name: "Per Holm", known: true, title: null });
  expect(to(null)).toEqual({ name: "(no name)", known: false, title: null });
});

test("a day is that of the words, else in brackets that of publication", () => {
  const data = makeData(
    [{ id: "a.txt", published: "2031-03-10" }, { id: "b.txt" }],
    [
      { content: "One", said: ["2031-03-01/2031-03-04", "2031-03-01", "2031-03-04", "cue"] },
      { content: "Two" },
      { content: "Three", article: 1 },
    ],
  );
  expect([0, 1, 2].map((row) => dayShown(data, row))).toEqual([
    "2031-03-01 – 2031-03-04",
    "(2031-03-10)",
    "",
  ]);
  expect(dayShown(data, 0, { ...CORRECTION, said: "2030" })).toBe("2030");
  expect(dayShown(data, 1, { ...CORRECTION, said: null })).toBe("(2031-03-10)");
});

test("an article is called by its title, else by its id", () => {
  const data = makeData([{ id: "a.txt", title: "Closed" }, { id: "b.txt" }], [
    { content: "One" },
    { content: "Two", article: 1 },
  ]); // prettier-ignore
  expect([articleName(data, 0), articleName(data, 1)]).toEqual(["Closed", "b.txt"]);
});

test("the basis of a date is told, one that is not known as it is", () => {
  expect([basisName("cue"), basisName("later_version"), basisName(null)]).toEqual([
    "the article says so",
    "later version",
    "",
  ]);
});

test("an article that cannot be opened says why", () => {
  expect(cannotOpen("article", new TypeError("no gzip"))).toBe(
    "The article cannot be opened in this browser (TypeError: no gzip).",
  );
});
