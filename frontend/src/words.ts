/** The words of the page for the words of the records. */
import { type Data, isoOf, NO_DAY, saidOf, wordOf } from "./data";
import type { Correction } from "./review";
import { type Facet, NOTHING } from "./state";

export const FACET_NAMES: Record<Facet, string> = {
  speaker: "Speaker",
  organization: "About",
  outlet: "Outlet",
  type: "Type",
  act: "Act",
  kind: "Kind of speaker",
  flag: "Flags",
  review: "Review",
  article: "Article",
};

const NOTHINGS: Partial<Record<Facet, string>> = {
  speaker: "(no name)",
  organization: "(no organization)",
  outlet: "(outlet not known)",
  flag: "(no flag)",
};

const STANDINGS: Record<string, string> = {
  open: "Not reviewed",
  accepted: "Accepted",
  rejected: "Rejected",
  corrected: "Corrected",
};

export function choiceName(facet: Facet, value: string): string {
  if (value === NOTHING) return NOTHINGS[facet] ?? "(none)";
  if (facet === "review") return STANDINGS[value] ?? value;
  return facet === "flag" || facet === "type" || facet === "act" || facet === "kind" ? spaced(value) : value;
}

export function standingName(standing: string): string {
  return STANDINGS[standing] ?? standing;
}

/** "no_source" as "no source". */
export function spaced(word: string): string {
  return word.replaceAll("_", " ");
}

const NUMBERS = new Intl.NumberFormat("en");

export function number(value: number): string {
  return NUMBERS.format(value);
}

export function counted(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? "" : "s"}`;
}

export function percent(thousandths: number): string {
  return `${Math.round(thousandths / 10)}%`;
}

/** Who is meant, as found or as corrected; title: of the one who was found. */
export function speakerName(
  data: Data,
  row: number,
  corrected?: Correction,
): { name: string; known: boolean; title: string | null } {
  const found = wordOf(data, data.speaker[row]);
  const name = corrected ? corrected.speaker : found;
  return {
    name: name ?? choiceName("speaker", NOTHING),
    known: name !== null,
    title: name === found ? wordOf(data, data.title[row]) : null,
  };
}

/** When it was said, or in brackets when it was published; as the table shows it. */
export function dayShown(data: Data, row: number, corrected?: Correction): string {
  const said = corrected ? corrected.said : saidOf(data, row)?.[0];
  if (said) return said.replace("/", " – ");
  const day = data.firstDay[row];
  return day === NO_DAY ? "" : `(${isoOf(day)})`;
}

const BASES: Record<string, string> = {
  cue: "the article says so",
  dateline: "from the dateline",
  published: "the day of publication",
};

export function basisName(basis: string | null): string {
  return basis === null ? "" : (BASES[basis] ?? spaced(basis));
}

/** Of articles that cannot be unpacked: a browser that is too old, or a file that is broken. */
export function cannotOpen(what: "article" | "articles", error: unknown): string {
  return `The ${what} cannot be opened in this browser (${String(error)}).`;
}

export function articleName(data: Data, row: number): string {
  const { title, id } = data.articles;
  return title[data.article[row]] ?? id[data.article[row]];
}
