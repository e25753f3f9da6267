import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fold, Search, terms } from "../src/search";
import { makeData } from "./made";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const DATA = makeData(
  [
    { id: "harbour.txt", title: "Harbour “to close”" },
    { id: "bank.txt", title: "Bank stays calm" },
  ],
  [
    { content: "It’s closed 🚢 for good", speaker: "Zoë Lindqvist", about: ["Norvik Bank", "Łódź Steel"] },
    { content: "ships would leave", speaker: null },
    { content: "Nothing to see <script>", article: 1, speaker: "Åse Ødegård" },
  ],
);

function found(query: string): number[] {
  const fits = new Search(DATA).finder(query);
  return [0, 1, 2].filter(fits);
}

test.each([
  ["closed", [0]],
  ["CLOSED", [0]],
  ["zoe", [0]],
  ["ZOË", [0]],
  ["ase", [2]],
  ["norvik", [0]],
  ["harbour", [0, 1]],
  ["bank", [0, 2]],
  ["harbour.txt leave", [1]],
  ["closed nothing", []],
  ['"for good"', [0]],
  ['"good for"', []],
  ["“to close”", [0, 1]],
  ["„to close“", [0, 1]],
  ["«to close»", [0, 1]],
  ["it's", [0]],
  ["it`s", [0]],
  ["🚢", [0]],
  ["<script>", [2]],
  [".*", []],
  ["", [0, 1, 2]],
  ['"  "', [0, 1, 2]],
])("%j finds %j", (query, rows) => {
  expect(found(query)).toEqual(rows);
});

test("words and phrases are the terms of a query", () => {
  expect(terms('Zoë  "Norvik  Bank" said')).toEqual(["zoe", "norvik  bank", "said"]);
  expect(terms('"Norvik Bank')).toEqual(["norvik", "bank"]);
  expect(terms('""')).toEqual([]);
});

test("text is the same with composed and with combining accents", () => {
  expect(fold("Zo\u00eb")).toBe(fold("Zoe\u0308"));
});
