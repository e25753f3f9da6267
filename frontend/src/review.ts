/** What the reader decides about records: kept in the browser, under the key of the run. */
import type { Data } from "./data";
import { list, NONE } from "./data";
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

const FORM = "extract review";

export class Reviews {
  version = 0;
  /** Whether the browser keeps what is decided; if not, it lasts as long as the page is open. */
  kept = true;
  private decisions = new Map<string, Decision>();
  private readonly past: [id: string, before: Decision | undefined][] = [];
  private readonly name: string;

  constructor(
    readonly run: string,
    private readonly changed: () => void,
  ) {
    this.name = `extract-review:${run}`;
    this.load();
  }

  get size(): number {
    return this.decisions.size;
  }

  get(id: string): Decision | undefined {
    return this.decisions.get(id);
  }

  verdict(id: string): Standing {
    return this.decisions.get(id)?.verdict ?? "open";
  }

  counts(): Record<Verdict, number> {
    const out = { accepted: 0, rejected: 0, corrected: 0 };
    for (const { verdict } of this.decisions.values()) out[verdict]++;
    return out;
  }

  /** Decide, or take a decision back. */
  decide(id: string, decision: Decision | undefined): void {
    this.past.push([id, this.decisions.get(id)]);
    this.put(id, decision);
    this.store();
  }

  /** Take the last decision of this visit back; its id, or null when there is none. */
  undo(): string | null {
    const last = this.past.pop();
    if (!last) return null;
    this.put(...last);
    this.store();
    return last[0];
  }

  asText(): string {
    return `${JSON.stringify({ form: FORM, run: this.run, decisions: Object.fromEntries(this.decisions) })}\n`;
  }

  /** Add the decisions of a file that `asText` made; how many there were. Throws for any other file. */
  add(text: string): number {
    const found = parsed(text);
    if (!found) throw new Error("this is not a file of decisions that this page saved");
    for (const [id, decision] of found) this.decisions.set(id, decision);
    this.past.length = 0;
    this.store();
    return found.length;
  }

  clear(): void {
    this.decisions.clear();
    this.past.length = 0;
    this.store();
  }

  private put(id: string, decision: Decision | undefined): void {
    if (decision) this.decisions.set(id, decision);
    else this.decisions.delete(id);
  }

  private load(): void {
    try {
      const text = localStorage.getItem(this.name);
      this.decisions = new Map(text === null ? [] : (parsed(text) ?? []));
    } catch {
      this.kept = false;
    }
  }

  private store(): void {
    this.version++;
    try {
      localStorage.setItem(this.name, this.asText());
      this.kept = true;
    } catch {
      this.kept = false;
    }
    this.changed();
  }
}

/** The decisions in a text; null when it is of another form. */
function parsed(text: string): [string, Decision][] | null {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(found) || found.form !== FORM || !isObject(found.decisions)) return null;
  const decisions = Object.entries(found.decisions);
  return decisions.every(([, value]) => isDecision(value)) ? (decisions as [string, Decision][]) : null;
}

function isDecision(value: unknown): value is Decision {
  if (!isObject(value)) return false;
  const { verdict, correction } = value;
  return verdict === "accepted" || verdict === "rejected" || (verdict === "corrected" && isCorrection(correction));
}

function isCorrection(value: unknown): value is Correction {
  if (!isObject(value)) return false;
  const word = (part: unknown) => typeof part === "string";
  const place = (part: unknown) => Array.isArray(part) && part.length === 2 && part.every(Number.isInteger);
  return (
    Array.isArray(value.content) &&
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
  const word = (code: number) => (code === NONE ? null : data.words[code]);
  const subjects = [...list(data.subject, row)].map((code) => data.subjects[code]);
  return {
    content: detail.content.map(({ start, end }) => [start, end]),
    cue: detail.cue?.words ?? null,
    mention: detail.mention?.words ?? null,
    speaker: word(data.speaker[row]),
    kind: word(data.kind[row]) ?? "unknown",
    organizations: subjects.filter(([, , kind]) => kind === "organization").map(([name]) => name),
    said: data.saidCode[row] === NONE ? null : data.said[data.saidCode[row]][0],
    type: word(data.type[row])!,
    act: word(data.act[row])!,
  };
}

/** The record as the reader has it. */
export function asDecided(data: Data, row: number, detail: Detail, decision: Decision | undefined): Correction {
  return decision?.correction ?? asFound(data, row, detail);
}
