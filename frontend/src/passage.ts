/** Articles with where everything stands in them, unpacked a block at a time. */
import type { Data } from "./data";

/** Offsets in UTF-16 units of the text, or into nothing where the text is missing; then `words` are there. */
export interface Place {
  start: number;
  end: number;
  words: string;
}

export interface Detail {
  content: Place[];
  cue: Place | null;
  mention: Place | null;
  speakerId: string | null;
  affiliation: string | null;
  members: [name: string, id: string | null][];
  organizations: { how: string; mentions: Place[] }[];
  dates: { place: Place; value: string; type: string }[];
  saidText: string | null;
  /** First and last code point of the content, as the record has them. */
  start: number;
  end: number;
}

export interface Passage {
  text: string | null;
  paragraphs: [start: number, end: number][];
  quotes: Map<string, Detail>;
}

type RawPlace = [start: number, end: number, words?: string];

export interface RawPassage {
  text: string | null;
  paragraphs: [number, number][];
  quotes: Record<
    string,
    {
      content: RawPlace[];
      cue: RawPlace | null;
      mention: RawPlace | null;
      speaker_id: string | null;
      affiliation: string | null;
      members: [string, string | null][];
      organizations: { how: string; mentions: RawPlace[] }[];
      dates: { place: RawPlace; value: string; type: string }[];
      said_text: string | null;
    }
  >;
}

const KEPT_BLOCKS = 8;

export class Passages {
  private readonly blocks = new Map<number, Promise<RawPassage[]>>();
  private last: { article: number; passage: Promise<Passage> } | null = null;

  constructor(private readonly data: Data) {}

  /** The passage of an article, by its place among the articles. */
  of(article: number): Promise<Passage> {
    if (this.last?.article !== article) this.last = { article, passage: this.unpack(article) };
    return this.last.passage;
  }

  private async unpack(article: number): Promise<Passage> {
    const { block, slot } = this.data.articles;
    return unpacked((await this.block(block[article]))[slot[article]]);
  }

  private block(number: number): Promise<RawPassage[]> {
    const known = this.blocks.get(number) ?? readBlock(number);
    this.blocks.delete(number);
    this.blocks.set(number, known);
    if (this.blocks.size > KEPT_BLOCKS) this.blocks.delete(this.blocks.keys().next().value!);
    return known;
  }
}

async function readBlock(number: number): Promise<RawPassage[]> {
  const packed = atob(document.getElementById(`block-${number}`)!.textContent);
  const bytes = Uint8Array.from(packed, (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text()) as RawPassage[];
}

function unpacked(raw: RawPassage): Passage {
  const unit = raw.text === null ? (point: number) => point : units(raw.text);
  const place = ([start, end, words]: RawPlace): Place => {
    const [from, to] = [unit(start), unit(end)];
    return { start: from, end: to, words: words ?? raw.text!.slice(from, to) };
  };
  const quotes = Object.entries(raw.quotes).map(([id, quote]): [string, Detail] => [
    id,
    {
      content: quote.content.map(place),
      cue: quote.cue && place(quote.cue),
      mention: quote.mention && place(quote.mention),
      speakerId: quote.speaker_id,
      affiliation: quote.affiliation,
      members: quote.members,
      organizations: quote.organizations.map(({ how, mentions }) => ({ how, mentions: mentions.map(place) })),
      dates: quote.dates.map((date) => ({ ...date, place: place(date.place) })),
      saidText: quote.said_text,
      start: quote.content[0][0],
      end: quote.content.at(-1)![1],
    },
  ]);
  return {
    text: raw.text,
    paragraphs: raw.paragraphs.map(([start, end]) => [unit(start), unit(end)]),
    quotes: new Map(quotes),
  };
}

/** Turns offsets in code points, as the records have them, into those of JavaScript. */
function units(text: string): (point: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (point) => point;
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) starts.push(at);
  starts.push(text.length);
  return (point) => starts[point];
}

/** The offset in code points of a place in a text. */
export type CodePoints = (unit: number) => number;

export function codePoints(text: string): CodePoints {
  if (!/[\ud800-\udbff]/.test(text)) return (unit) => unit;
  const before = new Int32Array(text.length + 1);
  for (let at = 0, point = 0; at < text.length; point++) {
    const next = at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
    before.fill(point + 1, at + 1, next + 1);
    at = next;
  }
  return (unit) => before[unit];
}

/** A place without the spaces at its ends; null where there is nothing else. */
export function trimmed(text: string, start: number, end: number): [start: number, end: number] | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = end - words.length + words.trimEnd().length;
  return from < to ? [from, to] : null;
}

/** The words of a content, its parts joined as in the records. */
export function wordsOf(text: string, content: readonly [number, number][]): string {
  return content.map(([start, end]) => text.slice(start, end)).join(" ");
}

export type Layer = "content" | "mention" | "cue" | "organization" | "date" | "other";

export interface Layered {
  start: number;
  end: number;
  layer: Layer;
}

export interface Segment {
  text: string;
  layers: ReadonlySet<Layer>;
  /** Layers of which a part begins or ends here. */
  opens: ReadonlySet<Layer>;
  closes: ReadonlySet<Layer>;
}

/** Cuts `text` from `start` to `end` wherever a layer begins or ends. */
export function segments(text: string, start: number, end: number, layered: readonly Layered[]): Segment[] {
  const near = layered.filter((part) => part.start < end && part.end > start);
  const cuts = new Set([start, end]);
  for (const part of near)
    for (const cut of [part.start, part.end]) if (cut > start && cut < end) cuts.add(cut);
  const points = [...cuts].toSorted((one, other) => one - other);
  return points.slice(0, -1).map((from, at) => {
    const to = points[at + 1];
    const here = near.filter((part) => part.start <= from && part.end >= to);
    const names = (parts: readonly Layered[]) => new Set(parts.map((part) => part.layer));
    return {
      text: text.slice(from, to),
      layers: names(here),
      opens: names(here.filter((part) => part.start === from)),
      closes: names(here.filter((part) => part.end === to)),
    };
  });
}

/** The layers of one quote. */
export function layersOf(
  detail: Detail,
  content: readonly { start: number; end: number }[] = detail.content,
): Layered[] {
  const on = (layer: Layer, places: readonly ({ start: number; end: number } | null)[]) =>
    places.filter((place) => place !== null).map(({ start, end }) => ({ start, end, layer }));
  return [
    ...on("content", content),
    ...on("mention", [detail.mention]),
    ...on("cue", [detail.cue]),
    ...on(
      "organization",
      detail.organizations.flatMap(({ mentions }) => mentions),
    ),
    ...on(
      "date",
      detail.dates.map((date) => date.place),
    ),
  ];
}
