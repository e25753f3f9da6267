/** The index of the page, as `extract report` embedded it, in columns. */

/** The number of a word that is not there. */
export const NONE = -1;
/** The day of a quote of which neither the day it was said nor that of publication is known. */
export const NO_DAY = -(2 ** 31);

export type TextState = "found" | "missing" | "differs" | "left_out";

export interface RawIndex {
  run: Run;
  words: string[];
  organizations: [name: string, id: string | null, kind: string][];
  said: [date: string, start: string | null, end: string | null, basis: string | null][];
  articles: {
    id: string[];
    path: string[];
    title: (string | null)[];
    outlet: number[];
    author: number[];
    published: (string | null)[];
    published_days: [string | null, string | null][];
    text: TextState[];
    block: number[];
    slot: number[];
  };
  quotes: {
    id: string[];
    article: number[];
    quote: string[];
    type: number[];
    act: number[];
    speaker: number[];
    speaker_kind: number[];
    speaker_reason: number[];
    speaker_title: number[];
    organizations: number[][];
    said: number[];
    flags: number[][];
    confidence: number[];
    speaker_confidence: number[];
  };
}

export interface Run {
  title: string;
  key: string;
  extract: string;
  model: string | null;
  started: string | null;
  file: string;
}

/** Lists of numbers, one a row, in two arrays: `values` from `starts[row]` up to `starts[row + 1]`. */
export interface Lists {
  starts: Int32Array;
  values: Int32Array;
}

export interface Data {
  run: Run;
  count: number;
  words: string[];
  subjects: RawIndex["organizations"];
  said: RawIndex["said"];
  articles: RawIndex["articles"];
  id: string[];
  quote: string[];
  article: Int32Array;
  outlet: Int32Array;
  type: Int32Array;
  act: Int32Array;
  speaker: Int32Array;
  kind: Int32Array;
  reason: Int32Array;
  title: Int32Array;
  saidCode: Int32Array;
  /** By place in `subjects`. */
  subject: Lists;
  /** By place in `words`: each name once a quote, whatever its id and kind. */
  organizations: Lists;
  flags: Lists;
  confidence: Int32Array;
  speakerConfidence: Int32Array;
  /** Days since 1970 of when it was said, or else published. */
  firstDay: Int32Array;
  lastDay: Int32Array;
  rowOf: Map<string, number>;
}

export function readIndex(text: string): Data {
  const raw = JSON.parse(text) as RawIndex;
  const { quotes, articles, said } = raw;
  const words = raw.words;
  const wordCodes = new Map(words.map((word, code) => [word, code]));
  const nameCodes = raw.organizations.map(([name]) => {
    let code = wordCodes.get(name);
    if (code === undefined) {
      code = words.push(name) - 1;
      wordCodes.set(name, code);
    }
    return code;
  });
  const count = quotes.id.length;
  const firstDay = new Int32Array(count);
  const lastDay = new Int32Array(count);
  for (let row = 0; row < count; row++) {
    const code = quotes.said[row];
    const [, start, end] = code === NONE ? [null, null, null] : said[code];
    const known = start !== null || end !== null;
    const [from, to] = known ? [start, end] : articles.published_days[quotes.article[row]];
    firstDay[row] = dayOf(from ?? to);
    lastDay[row] = dayOf(to ?? from);
  }
  return {
    run: raw.run,
    count,
    words,
    subjects: raw.organizations,
    said,
    articles,
    id: quotes.id,
    quote: quotes.quote,
    article: Int32Array.from(quotes.article),
    outlet: Int32Array.from(quotes.article, (article) => articles.outlet[article]),
    type: Int32Array.from(quotes.type),
    act: Int32Array.from(quotes.act),
    speaker: Int32Array.from(quotes.speaker),
    kind: Int32Array.from(quotes.speaker_kind),
    reason: Int32Array.from(quotes.speaker_reason),
    title: Int32Array.from(quotes.speaker_title),
    saidCode: Int32Array.from(quotes.said),
    subject: packed(quotes.organizations),
    organizations: packed(
      quotes.organizations.map((codes) => [...new Set(codes.map((code) => nameCodes[code]))]),
    ),
    flags: packed(quotes.flags),
    confidence: Int32Array.from(quotes.confidence),
    speakerConfidence: Int32Array.from(quotes.speaker_confidence),
    firstDay,
    lastDay,
    rowOf: new Map(quotes.id.map((id, row) => [id, row])),
  };
}

/** The word of a number, null where there is none. */
export function wordOf(data: Data, code: number): string | null {
  return code === NONE ? null : data.words[code];
}

/** When the quote of a row was said, as the record has it. */
export function saidOf(data: Data, row: number): Data["said"][number] | null {
  return data.saidCode[row] === NONE ? null : data.said[data.saidCode[row]];
}

export function list(lists: Lists, row: number): Int32Array {
  return lists.values.subarray(lists.starts[row], lists.starts[row + 1]);
}

/** Whether one of the numbers of a row passes; without making a list of them, for loops over all rows. */
export function some({ starts, values }: Lists, row: number, test: (code: number) => boolean): boolean {
  for (let at = starts[row]; at < starts[row + 1]; at++) if (test(values[at])) return true;
  return false;
}

function packed(rows: number[][]): Lists {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((values, row) => (starts[row + 1] = starts[row] + values.length));
  return { starts, values: Int32Array.from(rows.flat()) };
}

/** Days since 1970 of an ISO day. */
export function dayOf(iso: string | null): number {
  const time = iso === null ? Number.NaN : Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? NO_DAY : Math.floor(time / 86_400_000);
}

export function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
