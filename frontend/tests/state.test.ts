import { expect, test } from "vitest";
import {
  isFiltered,
  listFragment,
  NOTHING,
  only,
  readFragment,
  START,
  type State,
  toggled,
  withoutFilters,
  writeFragment,
} from "../src/state";

const FULL: State = {
  view: "quotes",
  text: 'zoë "norvik bank" & #1 + 🚢 %41',
  chosen: {
    ...START.chosen,
    speaker: ["Ada Brunn", NOTHING, "a&b=c#d"],
    organization: ["Norvik Bank", "„Müller“ + Söhne"],
    flag: ["no_source"],
    review: ["open", "corrected"],
    article: ["in/<b>.txt"],
  },
  from: "2031-03-04",
  to: "2031-06-10",
  confidence: 70,
  speakerConfidence: 5,
  sort: "said",
  descending: true,
  series: "outlet",
  open: "q1",
};

test("a state goes through the address and comes back", () => {
  expect(readFragment(writeFragment(FULL))).toEqual(FULL);
  expect(readFragment(writeFragment(FULL).slice(1))).toEqual(FULL);
});

test("what is as at the start is not in the address", () => {
  expect(writeFragment(START)).toBe("#");
  expect(readFragment("")).toEqual(START);
  expect(readFragment("#")).toEqual(START);
});

test.each([
  ["view=table", "view"],
  ["from=yesterday", "from"],
  ["from=2031-3-4", "from"],
  ["to=2031-03-04T00:00:00", "to"],
  ["confidence=-1", "confidence"],
  ["confidence=high", "confidence"],
  ["speaker_confidence=NaN", "speakerConfidence"],
  ["sort=constructor", "sort"],
  ["descending=1", "descending"],
  ["by=act", "series"],
  ["__proto__=x&unknown=y", "chosen"],
] as const)("%s is as at the start", (fragment, part) => {
  expect(readFragment(`#${fragment}`)[part]).toEqual(START[part]);
});

test("percents are whole and at most a hundred", () => {
  expect(readFragment("#confidence=1e9").confidence).toBe(100);
  expect(readFragment("#confidence=Infinity").confidence).toBe(100);
  expect(readFragment("#confidence=69.6").confidence).toBe(70);
});

test("a choice of no name is not the absence of a choice", () => {
  const state = toggled(START, "speaker", NOTHING);
  expect(isFiltered(state)).toBe(true);
  expect(readFragment(writeFragment(state)).chosen.speaker).toEqual([NOTHING]);
});

test("a choice is added to the others, and taken away when it is made again", () => {
  const one = toggled(START, "type", "direct");
  const two = toggled(one, "type", "mixed");
  expect(two.chosen.type).toEqual(["direct", "mixed"]);
  expect(toggled(two, "type", "direct").chosen.type).toEqual(["mixed"]);
  expect(START.chosen.type).toEqual([]);
});

test("a choice alone replaces the others, and is taken away when it was alone", () => {
  const two = toggled(toggled(START, "type", "direct"), "type", "mixed");
  const alone = only(two, "type", "mixed");
  expect(alone.chosen.type).toEqual(["mixed"]);
  expect(only(alone, "type", "mixed").chosen.type).toEqual([]);
});

test("without filters, the order and the open quote stay", () => {
  const cleared = withoutFilters(FULL);
  expect(isFiltered(cleared)).toBe(false);
  expect([cleared.sort, cleared.descending, cleared.open, cleared.view]).toEqual([
    "said",
    true,
    "q1",
    "quotes",
  ]);
});

test.each([
  { text: " " },
  { from: "2031-03-04" },
  { to: "2031-03-04" },
  { confidence: 5 },
  { speakerConfidence: 5 },
])("%j is a filter", (part) => expect(isFiltered({ ...START, ...part })).toBe(true));

test("a list of quotes is the same whichever is open, and another in another order", () => {
  expect(listFragment({ ...FULL, open: null, view: "overview", series: "type" })).toBe(listFragment(FULL));
  expect(listFragment({ ...FULL, descending: false })).not.toBe(listFragment(FULL));
});
