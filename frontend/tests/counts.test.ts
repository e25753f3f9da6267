import { expect, test } from "vitest";
import { binName, matrix, OTHERS, pair, steadySeries, tally, timeline, type Timeline } from "../src/counts";
import { type Data, isoOf } from "../src/data";
import { NOTHING } from "../src/state";
import { makeData, type Quote } from "./made";

const A = [{ id: "a.txt" }];

function said(first: string, last = first): Quote["said"] {
  return [first, first, last, "cue"];
}

function all(data: Data): Int32Array {
  return Int32Array.from({ length: data.count }, (_, row) => row);
}

/** The bins as "first to last, series, count". */
function bins(found: Timeline): string[] {
  return found.bins.map(
    ({ from, to, series, count }) => `${isoOf(from)} to ${isoOf(to)}, ${series}, ${count}`,
  );
}

function line(quotes: Quote[], by: "type" | "speaker" | "organization" = "type"): Timeline {
  const data = makeData(A, quotes);
  return timeline(data, all(data), by, steadySeries(data, by));
}

test("words are counted, the most frequent first, and ties as they came", () => {
  const data = makeData(A, [
    { content: "1", speaker: "Ada", about: ["Norvik", "Riksnett"] },
    { content: "2", speaker: "Per", about: ["Riksnett"] },
    { content: "3", speaker: null },
    { content: "4", speaker: "Per" },
  ]);
  const named = (column: Parameters<typeof tally>[2], rows = all(data)) =>
    tally(data, rows, column).map(({ code, count }) => [data.words[code], count]);
  expect(named(data.speaker)).toEqual([
    ["Per", 2],
    ["Ada", 1],
  ]);
  expect(named(data.organizations)).toEqual([
    ["Riksnett", 2],
    ["Norvik", 1],
  ]);
  expect(named(data.speaker, Int32Array.of(2))).toEqual([]);
  expect(named(data.speaker, Int32Array.of(0, 3))).toEqual([
    ["Ada", 1],
    ["Per", 1],
  ]);
});

test.each([
  ["day", "2031-03-01", "2031-04-15", ["2031-03-01 to 2031-03-01", "2031-04-15 to 2031-04-15"]],
  ["week", "2031-03-02", "2031-06-30", ["2031-02-24 to 2031-03-02", "2031-06-30 to 2031-07-06"]],
  ["month", "2031-03-31", "2032-02-10", ["2031-03-01 to 2031-03-31", "2032-02-01 to 2032-02-29"]],
  ["year", "1999-12-31", "2031-03-01", ["1999-01-01 to 1999-12-31", "2031-01-01 to 2031-12-31"]],
  // Years below a hundred are not of the twentieth century.
  ["year", "0044-03-15", "2031-03-01", ["0044-01-01 to 0044-12-31", "2031-01-01 to 2031-12-31"]],
])("a %s from %s to %s", (unit, first, last, expected) => {
  const found = line([
    { content: "1", said: said(first) },
    { content: "2", said: said(last) },
  ]);
  expect(found.unit).toBe(unit);
  expect(bins(found)).toEqual(expected.map((bin) => `${bin}, direct, 1`));
});

test("dates that are less precise than the bins are left out and counted", () => {
  const found = line([
    { content: "1", said: said("2031-03-01") },
    { content: "2", said: said("2031-03-01", "2031-03-31") },
    { content: "3", said: said("2031-01-01", "2031-12-31") },
    { content: "4" },
    { content: "5", said: said("2032-03-01") },
  ]);
  expect(found.unit).toBe("month");
  expect(bins(found)).toEqual(["2031-03-01 to 2031-03-31, direct, 2", "2032-03-01 to 2032-03-31, direct, 1"]);
  expect(found.leftOut).toBe(2);
});

test("without a date there is no bin", () => {
  const found = line([{ content: "1" }]);
  expect([found.bins, found.series, found.leftOut]).toEqual([[], [], 1]);
});

test("the five most frequent have series, the rest is together, and none stays apart", () => {
  const names = ["a", "a", "b", "b", "c", "c", "d", "d", "e", "e", "f", "g"];
  const quotes: Quote[] = names.map((speaker) => ({ content: speaker, speaker, said: said("2031-03-01") }));
  quotes.push({ content: "x", speaker: null, said: said("2031-03-01") });
  const found = line(quotes, "speaker");
  expect(found.series).toEqual(["a", "b", "c", "d", "e", OTHERS, NOTHING]);
  expect(found.bins.map((bin) => bin.count)).toEqual([2, 2, 2, 2, 2, 2, 1]);
});

test("a quote about several organizations counts once, for the most frequent", () => {
  const found = line(
    [
      { content: "1", about: ["Riksnett", "Norvik"], said: said("2031-03-01") },
      { content: "2", about: ["Norvik"], said: said("2031-03-01") },
    ],
    "organization",
  );
  expect(bins(found)).toEqual(["2031-03-01 to 2031-03-01, Norvik, 2"]);
});

test("a series keeps its colour when others are filtered away", () => {
  const quotes: Quote[] = ["a", "a", "a", "b", "b", "c"].map((speaker) => ({
    content: speaker,
    speaker,
    said: said("2031-03-01"),
  }));
  const data = makeData(A, quotes);
  const steady = steadySeries(data, "speaker");
  expect(steady).toEqual(["a", "b", "c"]);
  const few = timeline(data, Int32Array.of(3, 5), "speaker", steady);
  expect(few.colors.get("b")).toBe(1);
  expect(few.colors.get("c")).toBe(2);
});

test("a series that was not among the steady ones takes a colour that is free", () => {
  const names = ["a", "a", "b", "b", "c", "c", "d", "d", "e", "e", "f"];
  const data = makeData(
    A,
    names.map((speaker) => ({ content: speaker, speaker, said: said("2031-03-01") })),
  );
  const steady = steadySeries(data, "speaker");
  const few = timeline(data, Int32Array.of(0, 10), "speaker", steady);
  expect(few.colors.get("a")).toBe(0);
  expect(few.colors.get("f")).toBe(1);
});

test("bins have names as precise as they are", () => {
  const day = Date.UTC(2031, 2, 1) / 86_400_000;
  expect((["day", "week", "month", "year"] as const).map((unit) => binName(unit, day))).toEqual([
    "2031-03-01",
    "week of 2031-03-01",
    "2031-03",
    "2031",
  ]);
});

test("who speaks about whom, of the most frequent", () => {
  const data = makeData(A, [
    { content: "1", speaker: "Ada", about: ["Norvik"] },
    { content: "2", speaker: "Ada", about: ["Norvik", "Riksnett"] },
    { content: "3", speaker: "Per", about: ["Riksnett"] },
    { content: "4", speaker: "Per" },
    { content: "5", speaker: null, about: ["Norvik"] },
    { content: "6", speaker: "Eva", about: ["Harbour"] },
  ]);
  const whole = matrix(data, all(data), { speakers: 9, organizations: 9 });
  expect(whole.speakers).toEqual(["Ada", "Per", "Eva"]);
  expect(whole.organizations).toEqual(["Norvik", "Riksnett", "Harbour"]);
  expect([...whole.counts]).toEqual([
    [pair("Ada", "Norvik"), 2],
    [pair("Ada", "Riksnett"), 1],
    [pair("Per", "Riksnett"), 1],
    [pair("Eva", "Harbour"), 1],
  ]);
  expect(whole.most).toBe(2);
  const part = matrix(data, all(data), { speakers: 1, organizations: 2 });
  expect([part.speakers, part.organizations, part.counts.size]).toEqual([["Ada"], ["Norvik", "Riksnett"], 2]);
});

test("of no quotes the matrix is empty", () => {
  const data = makeData(A, [{ content: "1", speaker: "Ada" }]);
  const found = matrix(data, all(data), { speakers: 9, organizations: 9 });
  expect([found.speakers, found.organizations, found.counts.size, found.most]).toEqual([[], [], 0, 1]);
});
