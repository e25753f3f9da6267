/** Runs made by hand: what `extract report` would embed into a page of a few quotes. */
import { type Data, NONE, type RawIndex, readIndex, type TextState } from "../src/data";
import { Passages, type RawPassage } from "../src/passage";

export interface Article {
  id: string;
  /** Without it, the quotes stand alone. */
  text?: string;
  title?: string;
  outlet?: string;
  author?: string;
  /** An ISO day. */
  published?: string;
}

export interface Quote {
  /** Words of its article, or several that a cue interrupts. */
  content: string | string[];
  /** Its place among the articles. */
  article?: number;
  speaker?: string | null;
  title?: string | null;
  kind?: string;
  reason?: string | null;
  type?: string;
  act?: string;
  about?: (string | [name: string, id: string | null, kind: string])[];
  said?: RawIndex["said"][number] | null;
  flags?: string[];
  confidence?: number;
  speakerConfidence?: number;
  cue?: string | null;
  mention?: string | null;
}

interface Dictionary<Value> {
  values: Value[];
  code: (value: Value | null | undefined) => number;
}

function dictionary<Value>(): Dictionary<Value> {
  const codes = new Map<string, number>();
  const values: Value[] = [];
  const code = (value: Value | null | undefined) => {
    if (value === null || value === undefined) return NONE;
    const key = JSON.stringify(value);
    const known = codes.get(key) ?? values.push(value) - 1;
    codes.set(key, known);
    return known;
  };
  return { values, code };
}

/** "q0", "q1", ...: the records of the quotes, in their order. */
export function idOf(row: number): string {
  return `q${row}`;
}

export function makeIndex(articles: readonly Article[], quotes: readonly Quote[]): RawIndex {
  const words = dictionary<string>();
  const subjects = dictionary<RawIndex["organizations"][number]>();
  const said = dictionary<RawIndex["said"][number]>();
  const state = (article: Article): TextState => (article.text === undefined ? "missing" : "found");
  return {
    run: {
      title: "Spring",
      key: "run-1",
      extract: "0.1.0",
      model: null,
      started: null,
      file: "records.jsonl",
    },
    quotes: {
      id: quotes.map((_, row) => idOf(row)),
      article: quotes.map((quote) => quote.article ?? 0),
      quote: quotes.map((quote) => [quote.content].flat().join(" ")),
      type: quotes.map((quote) => words.code(quote.type ?? "direct")),
      act: quotes.map((quote) => words.code(quote.act ?? "statement")),
      speaker: quotes.map((quote) => words.code(quote.speaker)),
      speaker_kind: quotes.map((quote) => words.code(quote.kind ?? "person")),
      speaker_reason: quotes.map((quote) => words.code(quote.reason)),
      speaker_title: quotes.map((quote) => words.code(quote.title)),
      organizations: quotes.map((quote) => (quote.about ?? []).map((part) => subjects.code(subject(part)))),
      said: quotes.map((quote) => said.code(quote.said)),
      flags: quotes.map((quote) => (quote.flags ?? []).map((flag) => words.code(flag))),
      confidence: quotes.map((quote) => quote.confidence ?? 900),
      speaker_confidence: quotes.map((quote) => quote.speakerConfidence ?? 800),
    },
    articles: {
      id: articles.map((article) => article.id),
      path: articles.map((article) => `in/${article.id}`),
      title: articles.map((article) => article.title ?? null),
      outlet: articles.map((article) => words.code(article.outlet)),
      author: articles.map((article) => words.code(article.author)),
      published: articles.map((article) => article.published ?? null),
      published_days: articles.map(({ published }) => [published ?? null, published ?? null]),
      text: articles.map(state),
      block: articles.map(() => 0),
      slot: articles.map((_, at) => at),
    },
    organizations: subjects.values,
    said: said.values,
    words: words.values,
  };
}

function subject(part: string | [string, string | null, string]): [string, string | null, string] {
  return typeof part === "string" ? [part, null, "organization"] : part;
}

export function makeData(articles: readonly Article[], quotes: readonly Quote[]): Data {
  return readIndex(JSON.stringify(makeIndex(articles, quotes)));
}

/** The passages of the articles, as in a block; offsets in code points. */
export function makePassages(articles: readonly Article[], quotes: readonly Quote[]): RawPassage[] {
  return articles.map(({ text }, at) => {
    const place = (words: string): [number, number, string?] => {
      if (text === undefined) return [0, length(words), words];
      const start = text.indexOf(words);
      if (start < 0) throw new Error(`“${words}” does not stand in the text`);
      const before = length(text.slice(0, start));
      return [before, before + length(words)];
    };
    const own = quotes
      .map((quote, row) => ({ quote, row }))
      .filter(({ quote }) => (quote.article ?? 0) === at);
    return {
      text: text ?? null,
      paragraphs: text === undefined ? [] : paragraphs(text),
      quotes: Object.fromEntries(
        own.map(({ quote, row }) => [
          idOf(row),
          {
            content: [quote.content].flat().map(place),
            cue: typeof quote.cue === "string" ? place(quote.cue) : null,
            mention: typeof quote.mention === "string" ? place(quote.mention) : null,
            speaker_id: null,
            affiliation: null,
            members: [],
            organizations: (quote.about ?? []).map((part) => ({
              how: "named",
              mentions: [place(subject(part)[0])],
            })),
            dates: [],
            said_text: null,
          },
        ]),
      ),
    };
  });
}

function length(text: string): number {
  return Array.from(text).length;
}

function paragraphs(text: string): [number, number][] {
  let start = 0;
  return text.split("\n\n").map((part) => {
    const place: [number, number] = [start, start + length(part)];
    start = place[1] + 2;
    return place;
  });
}

/** Put a block into the page, as `extract report` does: JSON, gzip, base64. */
export async function embed(block: readonly RawPassage[], number = 0): Promise<void> {
  const packed = new Blob([JSON.stringify(block)]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const element = document.createElement("script");
  element.type = "application/octet-stream";
  element.id = `block-${number}`;
  element.textContent = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  document.getElementById(element.id)?.remove();
  document.body.append(element);
}

/** A page of the quotes: its index, and its articles. */
export async function makeRun(
  articles: readonly Article[],
  quotes: readonly Quote[],
): Promise<{ data: Data; passages: Passages }> {
  await embed(makePassages(articles, quotes));
  const data = makeData(articles, quotes);
  return { data, passages: new Passages(data) };
}
