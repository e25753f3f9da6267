import { beforeEach, expect, test, vi } from "vitest";
import { codePoints, type Layered, layersOf, Passages, segments, trimmed, wordsOf } from "../src/passage";
import { type Article, embed, makeData, makePassages, makeRun, type Quote } from "./made";

const SHIP = "🚢 “It 𝔦𝔰 closed”, Ada Brunn 🏦 said of Norvik Bank.\n\nNobody asked.";

beforeEach(() => document.body.replaceChildren());

test("offsets of records become those of JavaScript beyond the basic plane", async () => {
  const quote: Quote = {
    content: "It 𝔦𝔰 closed",
    mention: "Ada Brunn 🏦",
    cue: "said",
    about: ["Norvik Bank"],
  };
  const { passages } = await makeRun([{ id: "a.txt", text: SHIP }], [quote]);
  const passage = await passages.of(0);
  const detail = passage.quotes.get("q0")!;
  const here = ({ start, end }: { start: number; end: number }) => passage.text!.slice(start, end);
  expect(detail.content.map(here)).toEqual(["It 𝔦𝔰 closed"]);
  expect(here(detail.mention!)).toBe("Ada Brunn 🏦");
  expect(here(detail.cue!)).toBe("said");
  expect(detail.organizations[0].mentions.map(here)).toEqual(["Norvik Bank"]);
  expect(passage.paragraphs.map(([start, end]) => SHIP.slice(start, end))).toEqual(SHIP.split("\n\n"));
  // As in the record: in code points.
  expect([detail.start, detail.end]).toEqual([3, 15]);
});

test("a quote without its article has its words", async () => {
  const { passages } = await makeRun([{ id: "a.txt" }], [{ content: "Nobody asked", mention: "she" }]);
  const passage = await passages.of(0);
  expect(passage.text).toBeNull();
  expect(passage.quotes.get("q0")!.content.map((part) => part.words)).toEqual(["Nobody asked"]);
  expect(passage.quotes.get("q0")!.mention!.words).toBe("she");
});

test("an article is unpacked once while it is open, and a block once for its articles", async () => {
  const articles: Article[] = ["One", "Two"].map((text) => ({ id: `${text}.txt`, text }));
  const quotes: Quote[] = [
    { content: "One", article: 0 },
    { content: "Two", article: 1 },
  ];
  const { passages } = await makeRun(articles, quotes);
  const read = vi.spyOn(document, "getElementById");
  const first = await passages.of(0);
  expect(await passages.of(0)).toBe(first);
  expect((await passages.of(1)).text).toBe("Two");
  expect((await passages.of(0)).text).toBe("One");
  expect(read).toHaveBeenCalledTimes(1);
});

test("of many blocks, those that were used last are kept", async () => {
  const articles = Array.from({ length: 10 }, (_, at) => ({ id: `${at}.txt`, text: `Words ${at}` }));
  const quotes = articles.map(({ text }, article) => ({ content: text, article }));
  const data = makeData(articles, quotes);
  await Promise.all(makePassages(articles, quotes).map((passage, number) => embed([passage], number)));
  data.articles.block = articles.map((_, at) => at);
  data.articles.slot = articles.map(() => 0);
  const passages = new Passages(data);
  const read = vi.spyOn(document, "getElementById");
  for (const at of [0, 1, 2, 3, 4, 5, 6, 7, 0, 8]) expect((await passages.of(at)).text).toBe(`Words ${at}`);
  expect(read).toHaveBeenCalledTimes(9);
  // The first was used again, so the second had to go.
  await passages.of(0);
  expect(read).toHaveBeenCalledTimes(9);
  await passages.of(1);
  expect(read).toHaveBeenCalledTimes(10);
});

test("a block that is broken is an error", async () => {
  const { passages } = await makeRun([{ id: "a.txt", text: "One" }], [{ content: "One" }]);
  document.getElementById("block-0")!.textContent = btoa("no gzip");
  await expect(passages.of(0)).rejects.toThrow();
});

test.each(["plain", "", "🚢", "a🚢b𝔘", "e\u0301👩\u200d👧", "\ud83d alone"])(
  "code points of %j are counted as Python counts them",
  (text) => {
    const points = codePoints(text);
    let unit = 0;
    Array.from(text).forEach((point, at) => {
      expect(points(unit)).toBe(at);
      unit += point.length;
    });
    expect(points(text.length)).toBe(Array.from(text).length);
  },
);

test("a place within a pair of surrogates counts as behind it", () => {
  expect(codePoints("a🚢b")(2)).toBe(2);
});

test.each([
  ["  two words \n", "two words"],
  ["two words", "two words"],
  ["\u00a0“yes”\u3000", "“yes”"],
])("%j without the spaces at its ends", (text, words) => {
  const place = trimmed(`before ${text}behind`, 7, 7 + text.length);
  expect(place && `before ${text}behind`.slice(...place)).toBe(words);
});

test.each(["", " ", "\n\n", "\u00a0\t "])("of %j nothing is left", (text) => {
  expect(trimmed(`before${text}behind`, 6, 6 + text.length)).toBeNull();
});

test("parts of a content are joined with one space", () => {
  const text = "“Yes,” he said, “it is.”";
  const parts = ["Yes,", "it is."].map((words): [number, number] => {
    const start = text.indexOf(words);
    return [start, start + words.length];
  });
  expect(wordsOf(text, parts)).toBe("Yes, it is.");
});

test("a text is cut wherever a layer begins or ends", () => {
  const layers: Layered[] = [
    { start: 2, end: 6, layer: "content" },
    { start: 4, end: 8, layer: "date" },
    { start: 20, end: 22, layer: "cue" },
  ];
  const found = segments("0123456789", 0, 10, layers);
  expect(found.map((segment) => segment.text)).toEqual(["01", "23", "45", "67", "89"]);
  expect(found.map((segment) => [...segment.layers])).toEqual([
    [],
    ["content"],
    ["content", "date"],
    ["date"],
    [],
  ]);
  expect(found.map((segment) => [...segment.opens])).toEqual([[], ["content"], ["date"], [], []]);
  expect(found.map((segment) => [...segment.closes])).toEqual([[], [], ["content"], ["date"], []]);
});

test("layers of one letter are at both ends, and those beside a paragraph are not in it", () => {
  const at = (start: number): Layered => ({ start, end: start + 1, layer: "cue" });
  const found = segments("0123456789", 2, 5, [at(1), at(2), at(4), at(5)]);
  expect(found.map(({ text, layers }) => [text, layers.size])).toEqual([
    ["2", 1],
    ["3", 0],
    ["4", 1],
  ]);
});

test("a layer that goes on in the next paragraph neither opens nor closes within it", () => {
  const whole: Layered = { start: 0, end: 30, layer: "content" };
  const [middle, ...rest] = segments("x".repeat(30), 10, 20, [whole]);
  expect(rest).toEqual([]);
  expect(middle.layers).toEqual(new Set(["content"]));
  expect(middle.opens.size + middle.closes.size).toBe(0);
});

test("segments make up the text that they cut", () => {
  const text = "🚢 “Yes,” & <b>no</b>";
  const layers: Layered[] = [
    { start: 4, end: 8, layer: "content" },
    { start: 4, end: 4, layer: "cue" },
    { start: 0, end: 99, layer: "other" },
  ];
  const found = segments(text, 0, text.length, layers);
  expect(found.map((segment) => segment.text).join("")).toBe(text);
});

test("layers of a quote are those of its record, or of its correction", async () => {
  const quote: Quote = { content: "It 𝔦𝔰 closed", mention: "Ada Brunn 🏦", about: ["Norvik Bank"] };
  const { passages } = await makeRun([{ id: "a.txt", text: SHIP }], [quote]);
  const detail = (await passages.of(0)).quotes.get("q0")!;
  const words = (layers: Layered[]) => layers.map(({ start, end, layer }) => [layer, SHIP.slice(start, end)]);
  expect(words(layersOf(detail))).toEqual([
    ["content", "It 𝔦𝔰 closed"],
    ["mention", "Ada Brunn 🏦"],
    ["organization", "Norvik Bank"],
  ]);
  const start = SHIP.indexOf("Nobody");
  expect(words(layersOf(detail, [{ start, end: start + 6 }]))[0]).toEqual(["content", "Nobody"]);
});
