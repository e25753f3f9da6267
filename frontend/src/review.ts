/** What the reader decides about records: kept in the browser, under the key of the run. */
import type { Data } from "./data";
import { list, saidOf, wordOf } from "./data";
import type { Detail } from "./passage";

export type Verdict = "accepted" | "rejected" | "corrected";
export type Standing = Verdict | "open";

/** What a record should have said. content: offsets of the text, in UTF-16 units. */
export interface Correction {
  content: [start: number, end: number][];
  cue: string | null;
  mention: string | null;
  speaker: string | null;
  kind: string;
  organizations: string[];
  said: string | null;
  type: string;
  act: string;
}

export interface Decision {
  verdict: Verdict;
  correction?: Correction;
}

/** A quote that no record is of. article: its id. */
export interface Added {
  article: string;
  quote: Correction;
}

const FORM = "extract review";
const KEEPS_NOTHING = "This browser keeps nothing for this page: save the decisions before you close it";
const KEEPS_NO_MORE =
  "This browser’s store is full and keeps no more decisions: save them before you close the page";

interface Kept {
  decisions: Map<string, Decision>;
  added: Map<string, Added>;
}

export class Reviews {
  version = 0;
  /** Why the browser does not keep what is decided, so that it lasts as long as the page is open; null: it does. */
  unkept: string | null = null;
  private decisions = new Map<string, Decision>();
  private added = new Map<string, Added>();
  /** What undoes each step of this visit; it gives the id of the record that the step was about. */
  private readonly past: (() => string | null)[] = [];
  private readonly name: string;
  /** Whether something was decided since the last file. */
  private unsaved = false;

  constructor(
    private readonly data: Data,
    private readonly changed: () => void,
  ) {
    this.name = `extract-review:${data.run.key}`;
    this.load();
    addEventListener("beforeunload", (event) => {
      if (this.unkept !== null && this.unsaved) event.preventDefault();
    });
    // Another window with this page has stored something: it goes on from there, and so does this one.
    addEventListener("storage", (event) => {
      if (event.key !== this.name || event.newValue === null) return;
      this.load();
      this.version++;
      changed();
    });
  }

  /** Decisions on records of the page, and quotes added. */
  get size(): number {
    const { accepted, rejected, corrected, added } = this.counts();
    return accepted + rejected + corrected + added;
  }

  get(id: string): Decision | undefined {
    return this.decisions.get(id);
  }

  verdict(id: string): Standing {
    return this.decisions.get(id)?.verdict ?? "open";
  }

  counts(): Record<Verdict | "added", number> {
    const out = { accepted: 0, rejected: 0, corrected: 0, added: this.added.size };
    for (const [id, { verdict }] of this.decisions) if (this.data.rowOf.has(id)) out[verdict]++;
    return out;
  }

  /** The quotes that the reader added to an article, with their ids. */
  addedTo(article: string): [id: string, quote: Correction][] {
    return [...this.added].filter(([, one]) => one.article === article).map(([id, one]) => [id, one.quote]);
  }

  /** Decide, or take a decision back. */
  decide(id: string, decision: Decision | undefined): void {
    const before = this.decisions.get(id);
    this.past.push(() => {
      put(this.decisions, id, before);
      return id;
    });
    put(this.decisions, id, decision);
    this.store();
  }

  /** Add a quote that the run missed, change one (id), or remove one (no quote). */
  add(article: string, quote: Correction | undefined, id = this.newId(article, quote!)): void {
    const before = this.added.get(id);
    this.past.push(() => {
      put(this.added, id, before);
      return null;
    });
    put(this.added, id, quote && { article, quote });
    this.store();
  }

  /** Take the last step of this visit back. Gives the id of its record, or null; false when there is none. */
  undo(): string | null | false {
    const last = this.past.pop();
    if (!last) return false;
    const id = last();
    this.store();
    return id;
  }

  /** All decisions as a file, with which the reader has them, whatever the browser keeps. */
  asFile(): string {
    this.unsaved = false;
    return this.asText();
  }

  /** Add the decisions of a file; how many there were, and how many of them on records that are not here. */
  take(text: string): { taken: number; elsewhere: number } {
    const found = parsed(text);
    if (!found)
      throw new Error(
        "this is not a file of decisions; choose one that “Save decisions” of such a page made",
      );
    const elsewhere = [...found.decisions.keys()].filter((id) => !this.data.rowOf.has(id)).length;
    for (const [id, decision] of found.decisions) this.decisions.set(id, decision);
    for (const [id, added] of found.added) this.added.set(id, added);
    this.past.length = 0;
    this.store();
    return { taken: found.decisions.size + found.added.size, elsewhere };
  }

  clear(): void {
    this.decisions.clear();
    this.added.clear();
    this.past.length = 0;
    this.store();
  }

  /** The id of a quote that is added: one for each place, whatever place the quotes of other ids have got since. */
  private newId(article: string, quote: Correction): string {
    const place = quote.content[0].join("-");
    const first = `new:${article}:${place}`;
    for (let id = first, more = 2; ; id = `${first}:${more++}`) {
      const known = this.added.get(id);
      if (!known || known.quote.content[0].join("-") === place) return id;
    }
  }

  private asText(): string {
    const { decisions, added } = this;
    const kept = { decisions: Object.fromEntries(decisions), added: Object.fromEntries(added) };
    return `${JSON.stringify({ form: FORM, run: this.data.run.key, ...kept })}\n`;
  }

  private load(): void {
    try {
      const text = localStorage.getItem(this.name);
      const found = text === null ? null : parsed(text);
      if (found) Object.assign(this, found);
    } catch {
      this.unkept = KEEPS_NOTHING;
    }
  }

  private store(): void {
    this.version++;
    this.unsaved = true;
    try {
      localStorage.setItem(this.name, this.asText());
      this.unkept = null;
    } catch (error) {
      const full = error instanceof DOMException && error.name === "QuotaExceededError";
      this.unkept = full ? KEEPS_NO_MORE : KEEPS_NOTHING;
    }
    this.changed();
  }
}

function put<Value>(map: Map<string, Value>, id: string, value: Value | undefined): void {
  if (value === undefined) map.delete(id);
  else map.set(id, value);
}

/** What is kept in a text; null when it is of another form. */
function parsed(text: string): Kept | null {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(found) || found.form !== FORM || !isObject(found.decisions) || !isObject(found.added))
    return null;
  const decisions = Object.entries(found.decisions);
  const added = Object.entries(found.added);
  if (!decisions.every(([, value]) => isDecision(value)) || !added.every(([, value]) => isAdded(value)))
    return null;
  return {
    decisions: new Map(decisions as [string, Decision][]),
    added: new Map(added as [string, Added][]),
  };
}

function isAdded(value: unknown): value is Added {
  return isObject(value) && typeof value.article === "string" && isCorrection(value.quote);
}

function isDecision(value: unknown): value is Decision {
  if (!isObject(value)) return false;
  const { verdict, correction } = value;
  return (
    verdict === "accepted" || verdict === "rejected" || (verdict === "corrected" && isCorrection(correction))
  );
}

function isCorrection(value: unknown): value is Correction {
  if (!isObject(value)) return false;
  const word = (part: unknown) => typeof part === "string";
  const place = (part: unknown) =>
    Array.isArray(part) &&
    part.length === 2 &&
    part.every(Number.isInteger) &&
    0 <= part[0] &&
    part[0] < part[1];
  return (
    Array.isArray(value.content) &&
    value.content.length > 0 &&
    value.content.every(place) &&
    [value.cue, value.mention, value.speaker, value.said].every((part) => part === null || word(part)) &&
    Array.isArray(value.organizations) &&
    value.organizations.every(word) &&
    [value.kind, value.type, value.act].every(word)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The record as it stands, in the form of a correction. */
export function asFound(data: Data, row: number, detail: Detail): Correction {
  const word = (code: number) => wordOf(data, code);
  const subjects = [...list(data.subject, row)].map((code) => data.subjects[code]);
  return {
    content: detail.content.map(({ start, end }) => [start, end]),
    cue: detail.cue?.words ?? null,
    mention: detail.mention?.words ?? null,
    speaker: word(data.speaker[row]),
    kind: word(data.kind[row]) ?? "unknown",
    organizations: subjects.filter(([, , kind]) => kind === "organization").map(([name]) => name),
    said: saidOf(data, row)?.[0] ?? null,
    type: word(data.type[row])!,
    act: word(data.act[row])!,
  };
}

/** The record as the reader has it. */
export function asDecided(
  data: Data,
  row: number,
  detail: Detail,
  decision: Decision | undefined,
): Correction {
  return decision?.correction ?? asFound(data, row, detail);
}
