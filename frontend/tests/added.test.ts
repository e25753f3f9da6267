import { expect, test } from "vitest";
import { missed, wordBehind } from "../src/added";

function placeOf(text: string, words: string): { start: number; end: number } {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

test("a quote behind a mark is direct, another indirect", () => {
  const text = "“Closed,” she said. Nobody asked.";
  expect(missed(text, placeOf(text, "Closed,"))).toMatchObject({ content: [[1, 8]], type: "direct" });
  expect(missed(text, placeOf(text, "Nobody asked"))).toMatchObject({ type: "indirect", speaker: null });
  expect(missed(text, placeOf(text, "“Closed,”"))).toMatchObject({ content: [[0, 9]], type: "indirect" });
});

test("the spaces of a selection are not the quote's", () => {
  const text = "she said. Nobody asked. Yes.";
  expect(missed(text, placeOf(text, " Nobody asked. "))!.content).toEqual([[10, 23]]);
});

test.each([" ", "\n\n", ""])("a selection of %j alone is no quote", (words) => {
  const text = `she said.${words}Nobody asked.`;
  expect(missed(text, { start: 9, end: 9 + words.length })).toBeNull();
});

test("the word behind a place is the first that is whole", () => {
  const text = "“Closed,” she 🚢said again";
  const found = wordBehind(text, text.indexOf("osed"))!;
  expect(text.slice(found.start, found.end)).toBe("she");
  const next = wordBehind(text, found.end)!;
  expect(text.slice(next.start, next.end)).toBe("🚢said");
  expect(wordBehind(text, text.indexOf("again"))).toBeNull();
  expect(wordBehind(text, text.length)).toBeNull();
});
