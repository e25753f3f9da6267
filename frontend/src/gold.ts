/** Decisions as gold: articles with all their quotes, in the form that `extract score` and `extract train` read. */
import { type Data, saidOf } from "./data";
import { type CodePoints, codePoints, type Passage, type Passages } from "./passage";
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
  /** Decisions that reach beyond the text of their article: they were made on another version of it. */
  beyond: number;
}

interface Quote {
  /** Where its first word stands, and where that part ends. */
  place: [number, number];
  line: Record<string, unknown>;
}

export async function makeGold(data: Data, passages: Passages, reviews: Reviews): Promise<Gold> {
  const gold: Gold = { lines: "", articles: 0, sure: 0, open: 0, rejected: 0, withoutText: 0, beyond: 0 };
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
    const points = codePoints(text);
    const quotes = quotesOf(data, passage, points, rows, reviews, gold);
    const inside = added.filter((quote) => fits(text, quote));
    quotes.push(...inside.map((quote) => goldQuote(text, points, quote, null, false)));
    quotes.sort((one, other) => one.place[0] - other.place[0] || one.place[1] - other.place[1]);
    gold.sure += inside.length;
    gold.beyond += added.length - inside.length;
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

function quotesOf(
  data: Data,
  passage: Passage,
  points: CodePoints,
  rows: number[],
  reviews: Reviews,
  gold: Gold,
): Quote[] {
  const quotes: Quote[] = [];
  for (const row of rows) {
    const decision = reviews.get(data.id[row]);
    if (decision?.verdict === "rejected") {
      gold.rejected++;
      continue;
    }
    const found = asDecided(data, row, passage.quotes.get(data.id[row])!, decision);
    if (!fits(passage.text!, found)) {
      gold.beyond++;
      continue;
    }
    if (decision) gold.sure++;
    else gold.open++;
    const said = saidOf(data, row);
    const basis = said?.[0] === found.said ? said[3] : null;
    quotes.push(goldQuote(passage.text!, points, found, basis, decision === undefined));
  }
  return quotes;
}

function fits(text: string, { content }: Correction): boolean {
  return content.every(([, end]) => end <= text.length);
}

function goldQuote(
  text: string,
  points: CodePoints,
  found: Correction,
  basis: string | null,
  optional: boolean,
): Quote {
  const line = {
    content: found.content.map(([start, end]) => text.slice(start, end)),
    spans: found.content.map((place) => place.map(points)),
    type: found.type,
    act: found.act,
    cue: found.cue,
    speaker: { mention: found.mention, name: found.speaker, kind: found.kind },
    organizations: [...new Set(found.organizations)],
    said: found.said,
    ...(basis === null ? {} : { said_basis: basis }),
    ...(optional ? { optional } : {}),
  };
  return { place: found.content[0], line };
}
