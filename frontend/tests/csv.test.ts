import { beforeEach, expect, test } from "vitest";
import { makeCsv } from "../src/csv";
import { Reviews } from "../src/review";
import { type Article, makeRun, type Quote } from "./made";

beforeEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

interface Options {
  excel?: boolean;
  rows?: number[];
  decide?: (reviews: Reviews) => void;
}

async function csv(articles: Article[], quotes: Quote[], options: Options = {}): Promise<string> {
  const { data, passages } = await makeRun(articles, quotes);
  const reviews = new Reviews(data, () => undefined);
  options.decide?.(reviews);
  const rows = Int32Array.from(options.rows ?? quotes.map((_, row) => row));
  return makeCsv(data, rows, passages, reviews, { excel: options.excel ?? false });
}

/** The cells of a CSV by RFC 4180, row by row, by the names of the first. */
function read(text: string): Record<string, string>[] {
  const [head, ...rows] = cells(text);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]])));
}

function cells(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push((quoted as string | undefined)?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

const SAID = '🚢 “It is, "𝔦𝔫𝔡𝔢𝔢𝔡", closed,\nfor good,” Ada Brunn said of Norvik Bank.';
const CLOSED: Quote = {
  content: 'It is, "𝔦𝔫𝔡𝔢𝔢𝔡", closed,\nfor good,',
  speaker: "Ada Brunn",
  title: "Chair",
  mention: "Ada Brunn",
  cue: "said",
  about: ["Norvik Bank"],
  said: ["2031-03-03", "2031-03-03", "2031-03-03", "cue"],
  flags: ["year_inferred", "no_source"],
};
const ARTICLE: Article = { id: "a.txt", text: SAID, title: "Harbour, “closed”", outlet: "The Review" };

test("a quote with commas, quotation marks and lines comes back whole", async () => {
  const text = await csv([ARTICLE], [CLOSED]);
  expect(text.startsWith("record_id,article_id,")).toBe(true);
  const [row, ...rest] = read(text);
  expect(rest).toEqual([]);
  expect(row).toMatchObject({
    record_id: "q0",
    title: "Harbour, “closed”",
    publisher: "The Review",
    author: "",
    speaker: "Ada Brunn",
    speaker_title: "Chair",
    quote: CLOSED.content,
    organization: "Norvik Bank",
    organization_id: "",
    organization_how: "named",
    said_date: "2031-03-03",
    said_basis: "cue",
    confidence: "0.9",
    flags: "year_inferred;no_source",
    review: "open",
  });
  // In code points, as in records.csv.
  expect(Array.from(SAID).slice(Number(row.start), Number(row.end)).join("")).toBe(CLOSED.content);
});

test("a quote about several has a row for each, and one about none has one", async () => {
  const quotes: Quote[] = [
    { content: "It is", about: ["Norvik Bank", ["Ada Brunn", "p1", "person"]] },
    { content: "closed" },
  ];
  const rows = read(await csv([ARTICLE], quotes));
  expect(
    rows.map((row) => [row.record_id, row.organization, row.organization_id, row.organization_kind]),
  ).toEqual([
    ["q0", "Norvik Bank", "", "organization"],
    ["q0", "Ada Brunn", "p1", "person"],
    ["q1", "", "", ""],
  ]);
});

test("rows are in the order that is shown, whichever article they are of", async () => {
  const articles = ["One Two", "Three"].map((text, at) => ({ id: `${at}.txt`, text }));
  const quotes: Quote[] = [{ content: "One" }, { content: "Two" }, { content: "Three", article: 1 }];
  const rows = read(await csv(articles, quotes, { rows: [1, 2, 0] }));
  expect(rows.map((row) => row.quote)).toEqual(["Two", "Three", "One"]);
});

test("what was corrected stands in place of what was found", async () => {
  const start = SAID.indexOf("closed");
  const rows = read(
    await csv([ARTICLE], [{ ...CLOSED, about: ["Norvik Bank", ["Ada Brunn", "p1", "person"]] }], {
      decide: (reviews) =>
        reviews.decide("q0", {
          verdict: "corrected",
          correction: {
            content: [
              [start, start + 6],
              [SAID.indexOf("for good"), SAID.indexOf("for good") + 8],
            ],
            cue: null,
            mention: "Ada Brunn",
            speaker: "Ada B. Brunn",
            kind: "person",
            organizations: ["Harbour Union"],
            said: "2031-03",
            type: "mixed",
            act: "attitude",
          },
        }),
    }),
  );
  expect(rows.map((row) => [row.organization, row.organization_kind])).toEqual([
    ["Ada Brunn", "person"],
    ["Harbour Union", "organization"],
  ]);
  expect(rows[0]).toMatchObject({
    quote: "closed for good",
    speaker: "Ada B. Brunn",
    // Of another speaker, title and reason are not known; of another date, its days and basis.
    speaker_title: "",
    cue: "",
    type: "mixed",
    act: "attitude",
    said_date: "2031-03",
    said_start: "",
    said_basis: "",
    review: "corrected",
  });
  const points = Array.from(SAID);
  expect(points.slice(Number(rows[0].start), Number(rows[0].end)).join("")).toBe("closed,\nfor good");
});

test("without the article, a correction has the words and the place that were found", async () => {
  const correction = {
    content: [[0, 3]] as [number, number][],
    cue: null,
    mention: null,
    speaker: null,
    kind: "unknown",
    organizations: [],
    said: null,
    type: "direct",
    act: "statement",
  };
  const rows = read(
    await csv([{ id: "a.txt" }], [{ content: "It is closed" }], {
      decide: (reviews) => reviews.decide("q0", { verdict: "corrected", correction }),
    }),
  );
  expect(rows[0]).toMatchObject({ quote: "It is closed", start: "0", end: "12", speaker: "" });
});

test.each([
  ["=1+1"],
  ["+1"],
  ["-1, yes"],
  ["@SUM(A1)"],
  ['=HYPERLINK("http://a.invalid","x")'],
  ["\t=1"],
  ["\rx"],
  [" =1"],
  ["\n=1"],
  ["\u00a0=1"],
  ["＝1"],
  ["－1"],
])("%j is no formula to Excel", async (words) => {
  const quotes: Quote[] = [{ content: words, speaker: words, about: [words], flags: [words] }];
  const text = await csv([{ id: words, title: words, outlet: words }], quotes, { excel: true });
  const [row] = read(text.slice(1));
  const harmless = `'${words.replace(/[\n\r]/g, " ")}`;
  for (const name of ["article_id", "title", "publisher", "speaker", "quote", "organization", "flags"])
    expect(row[name], name).toBe(harmless);
  // For others than Excel, a text is what it is.
  expect(read(await csv([{ id: words, title: words }], quotes))[0].title).toBe(words);
});

test.each(["1-1", "a=b", "“=1”", "'=1"])("%j is left as it is", async (words) => {
  const text = await csv([{ id: "a.txt", title: words }], [{ content: "Yes" }], { excel: true });
  expect(read(text.slice(1))[0].title).toBe(words);
});

test("Excel reads it as UTF-8, with each cell on one line", async () => {
  const words = "one\r\ntwo\nthree\u2028four\u0085five\vsix";
  const text = await csv([{ id: "a.txt", title: words }], [{ content: "Yes" }], { excel: true });
  expect(text.startsWith("\ufeffrecord_id,")).toBe(true);
  expect(text.split("\r\n").length).toBe(3);
  expect(read(text.slice(1))[0].title).toBe("one two three four five six");
});

test("a text that is too long for Excel is cut between letters, and flagged", async () => {
  const words = "🚢".repeat(20_000);
  const article: Article = { id: "a.txt", text: words };
  const text = await csv([article], [{ content: words, flags: ["no_source"] }], { excel: true });
  const [row] = read(text.slice(1));
  expect(row.quote.length).toBeLessThanOrEqual(32_767);
  expect(row.quote).toMatch(/^(?:🚢)+ \[…\]$/u);
  expect(row.flags).toBe("no_source;cut_for_excel");
  const [whole] = read(await csv([article], [{ content: words }]));
  expect([whole.quote, whole.flags]).toEqual([words, ""]);
});

test("of nothing there is the head alone", async () => {
  expect(cells(await csv([ARTICLE], [CLOSED], { rows: [] })).length).toBe(1);
});
