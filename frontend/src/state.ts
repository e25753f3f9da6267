/** What the page shows: which filters, in which order, which quote. It is all in the URL's fragment. */

export type SortKey = "article" | "said" | "speaker" | "organization" | "outlet" | "type" | "confidence";
export type Series = "type" | "speaker" | "organization" | "outlet";
/** The filters that are lists of words; in each, any of its words fits. */
export const FACETS = [
  "speaker",
  "organization",
  "outlet",
  "type",
  "act",
  "kind",
  "flag",
  "review",
  "article",
] as const;
export type Facet = (typeof FACETS)[number];
/** Stands for no word: a speaker without a name, an article without an outlet. */
export const NOTHING = "";

export interface State {
  view: "overview" | "quotes";
  text: string;
  chosen: Record<Facet, readonly string[]>;
  from: string;
  to: string;
  /** In percent; at least. */
  confidence: number;
  speakerConfidence: number;
  sort: SortKey;
  descending: boolean;
  series: Series;
  open: string | null;
}

const EMPTY = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as State["chosen"];

export const START: State = {
  view: "overview",
  text: "",
  chosen: EMPTY,
  from: "",
  to: "",
  confidence: 0,
  speakerConfidence: 0,
  sort: "article",
  descending: false,
  series: "type",
  open: null,
};

const SORTS: readonly SortKey[] = [
  "article",
  "said",
  "speaker",
  "organization",
  "outlet",
  "type",
  "confidence",
];
const SERIES: readonly Series[] = ["type", "speaker", "organization", "outlet"];

export function readFragment(fragment: string): State {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const day = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(given.get(name) ?? "") ? given.get(name)! : "");
  const percent = (name: string) => Math.min(100, Math.max(0, Math.round(Number(given.get(name))) || 0));
  const sort = given.get("sort") as SortKey;
  const series = given.get("by") as Series;
  return {
    view: given.get("view") === "quotes" ? "quotes" : "overview",
    text: given.get("q") ?? "",
    chosen: Object.fromEntries(
      FACETS.map((facet) => [facet, given.getAll(facet)]),
    ) as unknown as State["chosen"],
    from: day("from"),
    to: day("to"),
    confidence: percent("confidence"),
    speakerConfidence: percent("speaker_confidence"),
    sort: SORTS.includes(sort) ? sort : START.sort,
    descending: given.get("descending") === "yes",
    series: SERIES.includes(series) ? series : START.series,
    open: given.get("open"),
  };
}

export function writeFragment(state: State): string {
  const out = new URLSearchParams();
  const add = (name: string, value: string | number) =>
    value !== "" && value !== 0 && out.set(name, String(value));
  if (state.view !== START.view) add("view", state.view);
  add("q", state.text);
  for (const facet of FACETS) for (const value of state.chosen[facet]) out.append(facet, value);
  add("from", state.from);
  add("to", state.to);
  add("confidence", state.confidence);
  add("speaker_confidence", state.speakerConfidence);
  if (state.sort !== START.sort) add("sort", state.sort);
  if (state.descending) add("descending", "yes");
  if (state.series !== START.series) add("by", state.series);
  if (state.open !== null) add("open", state.open);
  return `#${out}`;
}

/** What tells which rows are listed in which order. */
export function listFragment(state: State): string {
  return writeFragment({ ...state, view: START.view, series: START.series, open: null });
}

/** With `value` among the chosen of a facet, or without it when it was. */
export function toggled(state: State, facet: Facet, value: string): State {
  const before = state.chosen[facet];
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  return { ...state, chosen: { ...state.chosen, [facet]: after } };
}

/** With `value` alone chosen in a facet, or none when it was. */
export function only(state: State, facet: Facet, value: string): State {
  const before = state.chosen[facet];
  const after = before.length === 1 && before[0] === value ? [] : [value];
  return { ...state, chosen: { ...state.chosen, [facet]: after } };
}

export function withoutFilters(state: State): State {
  return { ...state, text: "", chosen: EMPTY, from: "", to: "", confidence: 0, speakerConfidence: 0 };
}

export function isFiltered(state: State): boolean {
  return (
    FACETS.some((facet) => state.chosen[facet].length > 0) ||
    [state.text, state.from, state.to].some((value) => value !== "") ||
    state.confidence > 0 ||
    state.speakerConfidence > 0
  );
}
