import { beforeEach, expect, test, vi } from "vitest";
import { type Correction, Reviews } from "../src/review";
import { makeData } from "./made";

const DATA = makeData([{ id: "a.txt" }], [{ content: "One" }, { content: "Two" }]);
const NAME = "extract-review:run-1";
const QUOTE: Correction = {
  content: [[3, 9]],
  cue: "said",
  mention: null,
  speaker: "Ada Brunn",
  kind: "person",
  organizations: ["Norvik Bank"],
  said: "2031-03",
  type: "direct",
  act: "statement",
};

beforeEach(() => localStorage.clear());

function start(): { reviews: Reviews; changed: ReturnType<typeof vi.fn<() => void>> } {
  const changed = vi.fn<() => void>();
  return { reviews: new Reviews(DATA, changed), changed };
}

function at(from: number, to: number): Correction {
  return { ...QUOTE, content: [[from, to]] };
}

/** A store that takes nothing. */
function refuse(name: string): void {
  const setItem = () => {
    throw new DOMException("no", name);
  };
  vi.stubGlobal("localStorage", { getItem: () => null, setItem });
}

test("decisions are kept for the next visit", () => {
  const { reviews, changed } = start();
  reviews.decide("q0", { verdict: "accepted" });
  reviews.decide("q1", { verdict: "corrected", correction: QUOTE });
  reviews.add("a.txt", QUOTE);
  expect(changed).toHaveBeenCalledTimes(3);
  const next = start().reviews;
  expect(next.get("q0")).toEqual({ verdict: "accepted" });
  expect(next.get("q1")).toEqual({ verdict: "corrected", correction: QUOTE });
  expect(next.addedTo("a.txt").map(([, quote]) => quote)).toEqual([QUOTE]);
  expect(next.counts()).toEqual({ accepted: 1, rejected: 0, corrected: 1, added: 1 });
  expect(next.size).toBe(3);
});

test("what is not decided is open", () => {
  const { reviews } = start();
  expect([reviews.verdict("q0"), reviews.verdict("nowhere"), reviews.size]).toEqual(["open", "open", 0]);
});

test("each step is undone, the last first", () => {
  const { reviews } = start();
  reviews.decide("q0", { verdict: "accepted" });
  reviews.decide("q0", { verdict: "rejected" });
  reviews.add("a.txt", QUOTE);
  reviews.decide("q0", undefined);
  expect(reviews.undo()).toBe("q0");
  expect(reviews.verdict("q0")).toBe("rejected");
  expect(reviews.undo()).toBeNull();
  expect(reviews.addedTo("a.txt")).toEqual([]);
  expect(reviews.undo()).toBe("q0");
  expect(reviews.verdict("q0")).toBe("accepted");
  expect(reviews.undo()).toBe("q0");
  expect(reviews.undo()).toBe(false);
  expect(reviews.size).toBe(0);
});

test("a quote that is added at one place twice is one", () => {
  const { reviews } = start();
  reviews.add("a.txt", at(3, 9));
  reviews.add("a.txt", { ...at(3, 9), speaker: "Per Holm" });
  expect(reviews.addedTo("a.txt").map(([, quote]) => quote.speaker)).toEqual(["Per Holm"]);
  reviews.add("b.txt", at(3, 9));
  expect(reviews.counts().added).toBe(2);
});

test("a quote that was moved is not lost when another is added where it was", () => {
  const { reviews } = start();
  reviews.add("a.txt", at(3, 9));
  const [[id]] = reviews.addedTo("a.txt");
  reviews.add("a.txt", at(20, 30), id);
  reviews.add("a.txt", at(3, 9));
  const places = () => reviews.addedTo("a.txt").map(([, quote]) => quote.content[0]);
  expect(places()).toEqual([
    [20, 30],
    [3, 9],
  ]);
  reviews.undo();
  expect(places()).toEqual([[20, 30]]);
});

test("an added quote is removed by its id", () => {
  const { reviews } = start();
  reviews.add("a.txt", QUOTE);
  const [[id]] = reviews.addedTo("a.txt");
  reviews.add("a.txt", undefined, id);
  expect(reviews.addedTo("a.txt")).toEqual([]);
  reviews.undo();
  expect(reviews.addedTo("a.txt")).toEqual([[id, QUOTE]]);
});

test("decisions go to another browser as a file", () => {
  const { reviews } = start();
  reviews.decide("q0", { verdict: "rejected" });
  reviews.decide("elsewhere", { verdict: "accepted" });
  reviews.add("a.txt", QUOTE);
  const file = reviews.asFile();
  localStorage.clear();
  const other = start().reviews;
  other.decide("q1", { verdict: "accepted" });
  expect(other.take(file)).toEqual({ taken: 3, elsewhere: 1 });
  expect([other.verdict("q0"), other.verdict("q1")]).toEqual(["rejected", "accepted"]);
  // Those on records that are not here are kept and not counted.
  expect(other.counts()).toEqual({ accepted: 1, rejected: 1, corrected: 0, added: 1 });
  expect(JSON.parse(other.asFile())).toMatchObject({ decisions: { elsewhere: { verdict: "accepted" } } });
  // A file is one step for which there is no way back.
  expect(other.undo()).toBe(false);
});

const KEPT = { form: "extract review", run: "run-1", decisions: {}, added: {} };

test.each<[string, unknown]>([
  ["nothing", null],
  ["a list", []],
  ["another form", { ...KEPT, form: "extract gold" }],
  ["no decisions", { ...KEPT, decisions: undefined }],
  ["a list of decisions", { ...KEPT, decisions: [] }],
  ["a verdict that is none", { ...KEPT, decisions: { q0: { verdict: "perhaps" } } }],
  ["a correction without its words", { ...KEPT, decisions: { q0: { verdict: "corrected" } } }],
  ["a content of nothing", { ...KEPT, added: { n: { article: "a.txt", quote: { ...QUOTE, content: [] } } } }],
  ["an end before its begin", { ...KEPT, added: { n: { article: "a.txt", quote: at(9, 3) } } }],
  ["a place before the text", { ...KEPT, added: { n: { article: "a.txt", quote: at(-1, 3) } } }],
  ["half a letter", { ...KEPT, added: { n: { article: "a.txt", quote: at(0.5, 3) } } }],
  [
    "a name that is a number",
    { ...KEPT, added: { n: { article: "a.txt", quote: { ...QUOTE, speaker: 7 } } } },
  ],
  ["no article", { ...KEPT, added: { n: { quote: QUOTE } } }],
])("%s is not a file of decisions, and changes nothing", (_, value) => {
  const { reviews } = start();
  reviews.decide("q0", { verdict: "accepted" });
  expect(() => reviews.take(JSON.stringify(value))).toThrow("this is not a file of decisions");
  expect(() => reviews.take("{")).toThrow("this is not a file of decisions");
  expect(reviews.counts()).toEqual({ accepted: 1, rejected: 0, corrected: 0, added: 0 });
  // Nor is it one where the browser has kept it.
  localStorage.setItem(NAME, JSON.stringify(value));
  expect(start().reviews.size).toBe(0);
});

test("a record may have any id", () => {
  const { reviews } = start();
  reviews.decide("__proto__", { verdict: "accepted" });
  reviews.decide("toString", { verdict: "rejected" });
  const next = start().reviews;
  expect([next.verdict("__proto__"), next.verdict("toString"), next.verdict("valueOf")]).toEqual([
    "accepted",
    "rejected",
    "open",
  ]);
});

test("a full store and one that is denied are told apart, and the decisions stay", () => {
  const { reviews } = start();
  refuse("QuotaExceededError");
  reviews.decide("q0", { verdict: "accepted" });
  expect(reviews.unkept).toContain("store is full");
  expect(reviews.verdict("q0")).toBe("accepted");
  refuse("SecurityError");
  reviews.decide("q1", { verdict: "accepted" });
  expect(reviews.unkept).toContain("keeps nothing");
  vi.unstubAllGlobals();
  reviews.undo();
  expect(reviews.unkept).toBeNull();
});

test("what is not kept is asked about before the page closes, until it is in a file", () => {
  const { reviews } = start();
  const close = () => !dispatchEvent(new Event("beforeunload", { cancelable: true }));
  refuse("SecurityError");
  expect(close()).toBe(false);
  reviews.decide("q0", { verdict: "accepted" });
  expect(close()).toBe(true);
  reviews.asFile();
  expect(close()).toBe(false);
});

test("a decision in another window is one here", () => {
  const { reviews, changed } = start();
  const text = JSON.stringify({ ...KEPT, decisions: { q0: { verdict: "rejected" } } });
  localStorage.setItem(NAME, text);
  dispatchEvent(new StorageEvent("storage", { key: "another page", newValue: text }));
  expect(changed).not.toHaveBeenCalled();
  dispatchEvent(new StorageEvent("storage", { key: NAME, newValue: text }));
  expect(changed).toHaveBeenCalledTimes(1);
  expect(reviews.verdict("q0")).toBe("rejected");
});

test("all can be forgotten", () => {
  const { reviews } = start();
  reviews.decide("q0", { verdict: "accepted" });
  reviews.add("a.txt", QUOTE);
  reviews.clear();
  expect([reviews.size, start().reviews.size, reviews.undo()]).toEqual([0, 0, false]);
});
