/** Decisions as gold: articles with all their quotes, in the form that `extract score` and `extract train` read. */
import type { Data } from "./data";
import type { Passage, Passages } from "./passage";
import { asDecided, type Correction, type Reviews } from "./review";

export interface Gold {
  lines: string;
  articles: number;
  /** Quotes accepted, corrected or added. */
  sure: number;
  /** Quotes that nobody has decided on: optional, neither rewarded nor punished. */
  open: number;
  rejected: number;
  /** Decisions on articles whose texts are not in the page: gold needs the text. */
  withoutText: number;
  /** Quotes that readers of gold will find at an earlier place in the text, where the same words stand. */
  misplaced: number;
}

interface Quote {
  content: string[];
  places: [number, number][];
  line: Record<string, unknown>;
}

export async function makeGold(data: Data, passages: Passages, reviews: Reviews): Promise<Gold> {
  const gold: Gold = { lines: "", articles: 0, sure: 0, open: 0, rejected: 0, withoutText: 0, misplaced: 0 };
  const lines: string[] = [];
  for (const [article, rows] of rowsByArticle(data)) {
    const added = reviews.addedTo(data.articles.id[article]).map(([, quote]) => quote);
    const decided = rows.filter((row) => reviews.verdict(data.id[row]) !== "open").length + added.length;
    if (decided === 0) continue;
    const passage = await passages.of(article);
    if (passage.text === null) {
      gold.withoutText += decided;
      continue;
    }
    const text = passage.text;
    const quotes = quotesOf(data, passage, rows, reviews, gold);
    quotes.push(...added.map((quote) => goldQuote(text, quote, null, false)));
    quotes.sort(
      (one, other) => one.places[0][0] - other.places[0][0] || one.places[0][1] - other.places[0][1],
    );
    gold.sure += added.length;
    gold.misplaced += misplaced(text, quotes);
    gold.articles++;
    const { id, title, published, path } = data.articles;
    const head = {
      id: id[article],
      title: title[article],
      published: published[article],
      source: path[article],
    };
    lines.push(JSON.stringify({ ...head, text, quotes: quotes.map((quote) => quote.line) }));
  }
  gold.lines = lines.map((line) => `${line}\n`).join("");
  return gold;
}

function rowsByArticle(data: Data): Map<number, number[]> {
  const out = new Map<number, number[]>();
  data.article.forEach((article, row) => {
    const rows = out.get(article);
    if (rows) rows.push(row);
    else out.set(article, [row]);
  });
  return out;
}

function quotesOf(data: Data, passage: Passage, rows: number[], reviews: Reviews, gold: Gold): Quote[] {
  const quotes: Quote[] = [];
  for (const row of rows) {
    const decision = reviews.get(data.id[row]);
    if (decision?.verdict === "rejected") {
      gold.rejected++;
      continue;
    }
    if (decision) gold.sure++;
    else gold.open++;
    const found = asDecided(data, row, passage.quotes.get(data.id[row])!, decision);
    const said = data.said[data.saidCode[row]];
    const basis = said && said[0] === found.said ? said[3] : null;
    quotes.push(goldQuote(passage.text!, found, basis, decision === undefined));
  }
  return quotes;
}

function goldQuote(text: string, found: Correction, basis: string | null, optional: boolean): Quote {
  const content = found.content.map(([start, end]) => text.slice(start, end));
  const line = {
    content,
    type: found.type,
    act: found.act,
    cue: found.cue,
    speaker: { mention: found.mention, name: found.speaker, kind: found.kind },
    organizations: [...new Set(found.organizations)],
    said: found.said,
    ...(basis === null ? {} : { said_basis: basis }),
    ...(optional ? { optional } : {}),
  };
  return { content, places: found.content, line };
}

/** How many quotes do not come back where they were when their words are looked for in reading order. */
function misplaced(text: string, quotes: readonly Quote[]): number {
  let last = 0;
  let count = 0;
  for (const { content, places } of quotes) {
    const starts = inOrder(text, content, last) ?? inOrder(text, content, 0);
    if (starts?.some((start, at) => start !== places[at][0])) count++;
    last = starts?.[0] ?? last;
  }
  return count;
}

function inOrder(text: string, content: readonly string[], from: number): number[] | null {
  const starts: number[] = [];
  for (const words of content) {
    const start = text.indexOf(words, from);
    if (start < 0) return null;
    starts.push(start);
    from = start + words.length;
  }
  return starts;
}
