/** What the charts show of the rows: counts by word, by time, by pairs. */
import { type Data, isoOf, list, type Lists, NO_DAY, NONE, some } from "./data";
import { NOTHING, type Series } from "./state";

const DAY = 86_400_000;
const STACKED = 5;
/** The series of what is not among the most frequent; NOTHING is that of what has no such word. */
export const OTHERS = "\u0000";

/** How often each word comes in the rows, most first. */
export function tally(
  data: Data,
  rows: Int32Array,
  column: Int32Array | Lists,
): { code: number; count: number }[] {
  const counts = new Int32Array(data.words.length);
  if ("starts" in column) {
    const { starts, values } = column;
    for (const row of rows) for (let at = starts[row]; at < starts[row + 1]; at++) counts[values[at]]++;
  } else for (const row of rows) if (column[row] !== NONE) counts[column[row]]++;
  const found: { code: number; count: number }[] = [];
  counts.forEach((count, code) => count > 0 && found.push({ code, count }));
  return found.toSorted((one, other) => other.count - one.count || one.code - other.code);
}

export type Unit = "day" | "week" | "month" | "year";

/** How many days a date may leave open to be counted in a bin of the unit. */
const COARSEST: Record<Unit, number> = { day: 0, week: 6, month: 31, year: 366 };

export interface Bin {
  /** First and last day of the bin, as days since 1970. */
  from: number;
  to: number;
  series: string;
  count: number;
}

export interface Timeline {
  unit: Unit;
  bins: Bin[];
  series: string[];
  /** The colour of each frequent series, by number: the same whatever is filtered, where there are enough. */
  colors: Map<string, number>;
  /** Rows without a date, or with one that is not as precise as the unit. */
  leftOut: number;
}

/** steady: the series that are most frequent of all, which keep their colours. */
export function timeline(data: Data, rows: Int32Array, by: Series, steady: readonly string[]): Timeline {
  let low = Infinity;
  let high = -Infinity;
  for (const row of rows)
    if (data.firstDay[row] !== NO_DAY) {
      low = Math.min(low, data.firstDay[row]);
      high = Math.max(high, data.firstDay[row]);
    }
  const unit = unitOf(high - low);
  const column = seriesColumn(data, by);
  const dated = rows.filter(
    (row) => data.firstDay[row] !== NO_DAY && data.lastDay[row] - data.firstDay[row] <= COARSEST[unit],
  );
  const top = tally(data, dated, column)
    .slice(0, STACKED)
    .map(({ code }) => code);
  const place = placesOf(data, top);
  const names = [...top.map((code) => data.words[code]), OTHERS, NOTHING];
  const seriesOf = (row: number): number => {
    if (!("starts" in column)) return column[row] === NONE ? top.length + 1 : place[column[row]];
    const { starts, values } = column;
    let series = starts[row] < starts[row + 1] ? top.length : top.length + 1;
    for (let at = starts[row]; at < starts[row + 1]; at++) series = Math.min(series, place[values[at]]);
    return series;
  };
  const days = new Map<number, Int32Array>();
  for (const row of dated) countIn(days, data.firstDay[row], names.length)[seriesOf(row)]++;
  const counts = new Map<number, Int32Array>();
  for (const [day, ofDay] of days) {
    const bin = countIn(counts, startOf(unit, day), names.length);
    ofDay.forEach((count, series) => (bin[series] += count));
  }
  const bins: Bin[] = [];
  for (const [from, bin] of [...counts].toSorted(([one], [other]) => one - other))
    bin.forEach(
      (count, at) => count > 0 && bins.push({ from, to: endOf(unit, from), series: names[at], count }),
    );
  const used = new Set(bins.map((bin) => bin.series));
  return {
    unit,
    bins,
    series: names.filter((name) => used.has(name)),
    colors: colorsOf(names.slice(0, top.length), steady),
    leftOut: rows.length - dated.length,
  };
}

/** The series that are most frequent in all rows. */
export function steadySeries(data: Data, by: Series): string[] {
  const all = Int32Array.from({ length: data.count }, (_, row) => row);
  return tally(data, all, seriesColumn(data, by))
    .slice(0, STACKED)
    .map(({ code }) => data.words[code]);
}

function seriesColumn(data: Data, by: Series): Int32Array | Lists {
  const { type, speaker, organizations, outlet } = data;
  return { type, speaker, organization: organizations, outlet }[by];
}

function colorsOf(names: readonly string[], steady: readonly string[]): Map<string, number> {
  const free = steady.map((_, color) => color).filter((color) => !names.includes(steady[color]));
  for (let color = steady.length; color < STACKED; color++) free.push(color);
  return new Map(names.map((name) => [name, steady.includes(name) ? steady.indexOf(name) : free.shift()!]));
}

/** For each word its place among the `codes`, and their number for a word that is not among them. */
function placesOf(data: Data, codes: readonly number[]): Int32Array {
  const places = new Int32Array(data.words.length).fill(codes.length);
  codes.forEach((code, place) => (places[code] = place));
  return places;
}

function countIn(counts: Map<number, Int32Array>, key: number, size: number): Int32Array {
  let found = counts.get(key);
  if (found === undefined) counts.set(key, (found = new Int32Array(size)));
  return found;
}

/** The unit that gives so many days some ten to a hundred bins. */
function unitOf(days: number): Unit {
  if (days <= 45) return "day";
  if (days <= 200) return "week";
  return days <= 366 * 8 ? "month" : "year";
}

function startOf(unit: Unit, day: number): number {
  const date = new Date(day * DAY);
  if (unit === "day") return day;
  if (unit === "week") return day - ((date.getUTCDay() + 6) % 7);
  return date.setUTCMonth(unit === "year" ? 0 : date.getUTCMonth(), 1) / DAY;
}

function endOf(unit: Unit, start: number): number {
  const date = new Date(start * DAY);
  if (unit === "day") return start;
  if (unit === "week") return start + 6;
  return date.setUTCMonth(date.getUTCMonth() + (unit === "year" ? 12 : 1)) / DAY - 1;
}

export function binName(unit: Unit, from: number): string {
  if (unit === "week") return `week of ${isoOf(from)}`;
  return isoOf(from).slice(0, { day: 10, month: 7, year: 4 }[unit]);
}

export interface Matrix {
  speakers: string[];
  organizations: string[];
  counts: Map<string, number>;
  most: number;
}

/** Who speaks about whom: the most frequent speakers and organizations, of quotes that have both. */
export function matrix(
  data: Data,
  rows: Int32Array,
  most: { speakers: number; organizations: number },
): Matrix {
  const named = data.organizations;
  const both = rows.filter((row) => data.speaker[row] !== NONE && some(named, row, () => true));
  const about = tally(data, both, data.organizations)
    .slice(0, most.organizations)
    .map(({ code }) => code);
  const column = placesOf(data, about);
  const onThem = both.filter((row) => some(named, row, (code) => column[code] < about.length));
  const speakers = tally(data, onThem, data.speaker)
    .slice(0, most.speakers)
    .map(({ code }) => code);
  const line = placesOf(data, speakers);
  const counts = new Map<string, number>();
  const used = new Set<number>();
  for (const row of onThem) {
    if (line[data.speaker[row]] === speakers.length) continue;
    for (const code of list(named, row)) {
      if (column[code] === about.length) continue;
      used.add(code);
      const key = pair(data.words[data.speaker[row]], data.words[code]);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return {
    speakers: speakers.map((code) => data.words[code]),
    organizations: about.filter((code) => used.has(code)).map((code) => data.words[code]),
    counts,
    most: Math.max(1, ...counts.values()),
  };
}

export function pair(speaker: string, organization: string): string {
  return `${speaker}\u0000${organization}`;
}
