import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Engine } from "../src/filter";
import { Reviews } from "../src/review";
import { type Facet, NOTHING, START, type State } from "../src/state";
import { makeData, type Quote } from "./made";

const ARTICLES = [
  { id: "harbour.txt", outlet: "The Review", published: "2031-03-04" },
  { id: "bank.txt", published: "2031-06-10" },
];
const QUOTES: Quote[] = [
  {
    content: "It is closed",
    speaker: "Ada Brunn",
    about: ["Norvik Bank", "Riksnett"],
    said: ["2031-03-03", "2031-03-03", "2031-03-03", "cue"],
    flags: ["year_inferred"],
  },
  { content: "ships would leave", speaker: null, type: "indirect", confidence: 400, reason: "no_source" },
  { content: "Nothing to see", article: 1, speaker: "zoë Lindqvist", confidence: 700 },
  {
    content: "Norvik is safe",
    article: 1,
    speaker: "Zoe Lindqvist",
    about: ["Norvik Bank"],
    type: "indirect",
    said: ["2031-06", "2031-06-01", "2031-06-30", "cue"],
  },
  { content: "Yes", article: 1, speaker: "Ada Brunn", confidence: 699, speakerConfidence: 100 },
];

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => vi.useRealTimers());

function start(): { engine: Engine; reviews: Reviews } {
  const data = makeData(ARTICLES, QUOTES);
  const reviews = new Reviews(data, () => undefined);
  return { engine: new Engine(data, reviews), reviews };
}

function rows(state: Partial<State>): number[] {
  return [...start().engine.apply({ ...START, ...state })];
}

function chosen(parts: Partial<Record<Facet, string[]>>): State["chosen"] {
  return { ...START.chosen, ...parts };
}

test.each<[Partial<Record<Facet, string[]>>, number[]]>([
  [{}, [0, 1, 2, 3, 4]],
  [{ speaker: ["Ada Brunn"] }, [0, 4]],
  [{ speaker: ["Ada Brunn", NOTHING] }, [0, 1, 4]],
  [{ speaker: [NOTHING] }, [1]],
  [{ speaker: ["Nobody"] }, []],
  [{ speaker: ["Norvik Bank"] }, []],
  [{ organization: ["Riksnett"] }, [0]],
  [{ organization: ["Norvik Bank", "Riksnett"] }, [0, 3]],
  [{ organization: [NOTHING] }, [1, 2, 4]],
  [{ outlet: [NOTHING] }, [2, 3, 4]],
  [{ flag: ["year_inferred"] }, [0]],
  [{ flag: [NOTHING] }, [1, 2, 3, 4]],
  [{ article: ["bank.txt"] }, [2, 3, 4]],
  [{ article: ["gone.txt"] }, []],
  [{ type: ["indirect"], organization: ["Norvik Bank"] }, [3]],
  [{ review: ["open"] }, [0, 1, 2, 3, 4]],
  [{ review: ["accepted"] }, []],
])("the choices %j leave %j", (choices, left) => {
  expect(rows({ chosen: chosen(choices) })).toEqual(left);
});

test.each<[string, string, number[]]>([
  ["2031-03-04", "", [1, 2, 3, 4]],
  ["", "2031-03-03", [0]],
  ["2031-06-20", "2031-06-20", [3]],
  ["2031-07-01", "", []],
])("from %j to %j, what may have been said then: %j", (from, to, left) => {
  expect(rows({ from, to })).toEqual(left);
});

test("a quote without a day is in no time", () => {
  const data = makeData([{ id: "a.txt" }], [{ content: "Yes" }]);
  const engine = new Engine(data, new Reviews(data, () => undefined));
  expect([...engine.apply({ ...START, from: "0001-01-01" })]).toEqual([]);
  expect([...engine.apply({ ...START, to: "9999-12-31" })]).toEqual([]);
  expect([...engine.apply(START)]).toEqual([0]);
});

test("confidence is at least", () => {
  expect(rows({ confidence: 70 })).toEqual([0, 2, 3]);
  expect(rows({ speakerConfidence: 50 })).toEqual([0, 1, 2, 3]);
});

test.each<[Partial<State>, number[]]>([
  [{ sort: "article" }, [0, 1, 2, 3, 4]],
  [{ sort: "article", descending: true }, [4, 3, 2, 1, 0]],
  // Whatever the case and accents of a name; those without one are last, up and down.
  [{ sort: "speaker" }, [0, 4, 2, 3, 1]],
  [{ sort: "speaker", descending: true }, [3, 2, 4, 0, 1]],
  [{ sort: "organization" }, [0, 3, 1, 2, 4]],
  [{ sort: "outlet" }, [0, 1, 2, 3, 4]],
  [{ sort: "said" }, [0, 1, 3, 2, 4]],
  [{ sort: "confidence" }, [1, 4, 2, 0, 3]],
  [{ sort: "confidence", descending: true }, [3, 0, 2, 4, 1]],
])("in the order %j: %j", (order, sorted) => {
  expect(rows(order)).toEqual(sorted);
});

test("the counts beside choices are of what passes all other filters", () => {
  const { engine } = start();
  engine.apply({ ...START, chosen: chosen({ type: ["direct"], organization: ["Norvik Bank"] }) });
  expect(engine.choices("type")).toEqual([
    { value: "direct", count: 1 },
    { value: "indirect", count: 1 },
  ]);
  expect(engine.choices("organization")).toEqual([
    { value: NOTHING, count: 2 },
    { value: "Norvik Bank", count: 1 },
    { value: "Riksnett", count: 1 },
  ]);
  expect(engine.choices("speaker")).toEqual([{ value: "Ada Brunn", count: 1 }]);
  expect(engine.choices("article")).toEqual([{ value: "harbour.txt", count: 1 }]);
  expect(engine.choices("review")).toEqual([{ value: "open", count: 1 }]);
});

test("a filter that is taken away lets its rows in again", () => {
  const { engine } = start();
  engine.apply({ ...START, chosen: chosen({ type: ["indirect"] }), text: "norvik", confidence: 50 });
  expect([...engine.apply({ ...START, chosen: chosen({ type: ["indirect"] }) })]).toEqual([1, 3]);
  expect([...engine.apply(START)]).toEqual([0, 1, 2, 3, 4]);
});

test("a decision moves its row from one choice of the review to another", () => {
  const { engine, reviews } = start();
  const open = { ...START, chosen: chosen({ review: ["open"] }) };
  expect([...engine.apply(open)]).toEqual([0, 1, 2, 3, 4]);
  reviews.decide("q1", { verdict: "rejected" });
  expect([...engine.apply(open)]).toEqual([0, 2, 3, 4]);
  expect(engine.choices("review")).toEqual([
    { value: "open", count: 4 },
    { value: "rejected", count: 1 },
  ]);
});

test("search and filters cut each other down", () => {
  expect(rows({ text: "norvik", chosen: chosen({ type: ["indirect"] }) })).toEqual([3]);
  expect(rows({ text: "  " })).toEqual([0, 1, 2, 3, 4]);
});
