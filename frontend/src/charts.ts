/** The charts: Observable Plot's marks, each a link to what it stands for. */
import * as Plot from "@observablehq/plot";
import { type Data, isoOf, list, type Lists, NO_DAY, NONE } from "./data";
import { NOTHING, type Series } from "./state";

/** As in build.mjs, which allows the style that Plot adds under this name. */
const CLASS = "chart-plot";
const DAY = 86_400_000;
const STACKED = 5;
/** The series of what is not among the most frequent; NOTHING is that of what has no such word. */
export const OTHERS = "\u0000";

export interface Bar {
  name: string;
  value: string;
  count: number;
  chosen: boolean;
  href: string;
}

/** How often each word comes in the rows, most first. */
export function tally(data: Data, rows: Int32Array, column: Int32Array | Lists): { code: number; count: number }[] {
  const counts = new Int32Array(data.words.length);
  if ("starts" in column) for (const row of rows) for (const code of list(column, row)) counts[code]++;
  else for (const row of rows) if (column[row] !== NONE) counts[column[row]]++;
  const found: { code: number; count: number }[] = [];
  counts.forEach((count, code) => count > 0 && found.push({ code, count }));
  return found.sort((one, other) => other.count - one.count || one.code - other.code);
}

/** How much of a name fits beside a chart, in the unit of Plot, for which letters are narrower than in most fonts. */
function room(margin: number): number {
  return 0.82 * (margin / 13) - 0.6;
}

export function barChart(bars: readonly Bar[], width: number, label: string): Element {
  const names = bars.map((bar) => bar.name);
  const marginLeft = Math.min(200, Math.max(90, 0.42 * width));
  const most = Math.max(...bars.map((bar) => bar.count));
  const keyed = bars.map((bar, at) => ({ ...bar, at }));
  const link = { href: "href", target: "_self", ariaLabel: (bar: Bar) => `${bar.name}: ${bar.count}` } as const;
  return finished(
    Plot.plot({
      className: CLASS,
      width,
      height: 26 * bars.length + 8,
      marginLeft,
      marginRight: 40,
      marginTop: 4,
      marginBottom: 4,
      ariaLabel: label,
      x: { axis: null, domain: [0, most] },
      y: { label: null, domain: keyed.map((bar) => bar.at), padding: 0.22 },
      color: { type: "identity" },
      marks: [
        Plot.axisY({
          tickFormat: (at: number) => names[at],
          tickSize: 0,
          fontSize: 13,
          lineWidth: room(marginLeft),
          textOverflow: "ellipsis",
          fill: "var(--ink)",
        }),
        Plot.barX(keyed, {
          x: "count",
          y: "at",
          rx2: 3,
          fill: (bar: Bar) => (bar.chosen ? "var(--accent)" : "var(--bar)"),
          title: (bar: Bar) => `${bar.name}: ${bar.count}`,
          ...link,
        }),
        Plot.text(keyed, { x: "count", y: "at", text: "count", textAnchor: "start", dx: 6, fill: "var(--soft)", fontSize: 12 }),
      ],
    }),
    bars.filter((bar) => bar.chosen).map((bar) => `${bar.name}: ${bar.count}`),
  );
}

export type Unit = "day" | "month" | "year";

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
  /** Rows without a date, or with one that is not as precise as the unit. */
  leftOut: number;
}

export function timeline(data: Data, rows: Int32Array, by: Series): Timeline {
  let low = Infinity;
  let high = -Infinity;
  for (const row of rows)
    if (data.firstDay[row] !== NO_DAY) {
      low = Math.min(low, data.firstDay[row]);
      high = Math.max(high, data.firstDay[row]);
    }
  const days = high - low;
  const unit: Unit = days <= 45 ? "day" : days <= 366 * 8 ? "month" : "year";
  const coarsest = { day: 0, month: 31, year: 366 }[unit];
  const column = { type: data.type, speaker: data.speaker, organization: data.organizations, outlet: data.outlet }[by];
  const dated = rows.filter((row) => data.firstDay[row] !== NO_DAY && data.lastDay[row] - data.firstDay[row] <= coarsest);
  const top = tally(data, dated, column).slice(0, STACKED).map(({ code }) => code);
  const place = placesOf(data, top);
  const names = [...top.map((code) => data.words[code]), OTHERS, NOTHING];
  const counts = new Map<number, Int32Array>();
  const starts = new Map<number, number>();
  for (const row of dated) {
    const codes = "starts" in column ? list(column, row) : column[row] === NONE ? [] : [column[row]];
    let series = codes.length > 0 ? top.length : top.length + 1;
    for (const code of codes) series = Math.min(series, place[code]);
    const day = data.firstDay[row];
    let start = starts.get(day);
    if (start === undefined) starts.set(day, (start = startOf(unit, day)));
    let bin = counts.get(start);
    if (bin === undefined) counts.set(start, (bin = new Int32Array(names.length)));
    bin[series]++;
  }
  const bins: Bin[] = [];
  for (const [from, bin] of [...counts].sort(([one], [other]) => one - other))
    bin.forEach((count, at) => count > 0 && bins.push({ from, to: endOf(unit, from), series: names[at], count }));
  const used = new Set(bins.map((bin) => bin.series));
  return { unit, bins, series: names.filter((name) => used.has(name)), leftOut: rows.length - dated.length };
}

/** For each word its place among the `codes`, and their number for a word that is not among them. */
function placesOf(data: Data, codes: readonly number[]): Int32Array {
  const places = new Int32Array(data.words.length).fill(codes.length);
  codes.forEach((code, place) => (places[code] = place));
  return places;
}

function startOf(unit: Unit, day: number): number {
  const date = new Date(day * DAY);
  if (unit === "day") return day;
  return Date.UTC(date.getUTCFullYear(), unit === "year" ? 0 : date.getUTCMonth(), 1) / DAY;
}

function endOf(unit: Unit, start: number): number {
  const date = new Date(start * DAY);
  if (unit === "day") return start;
  const next = unit === "year" ? [date.getUTCFullYear() + 1, 0] : [date.getUTCFullYear(), date.getUTCMonth() + 1];
  return Date.UTC(next[0], next[1], 1) / DAY - 1;
}

export function binName(unit: Unit, from: number): string {
  return isoOf(from).slice(0, { day: 10, month: 7, year: 4 }[unit]);
}

export function seriesColor(line: Timeline, name: string): string {
  if (name === NOTHING) return "var(--s-nothing)";
  return name === OTHERS ? "var(--s-others)" : `var(--s${line.series.indexOf(name)})`;
}

export function timeChart(
  line: Timeline,
  width: number,
  label: string,
  href: (bin: Bin) => string,
  nameOf: (series: string) => string,
): Element {
  const words = (bin: Bin) => `${binName(line.unit, bin.from)}, ${nameOf(bin.series)}: ${bin.count}`;
  return finished(
    Plot.plot({
      className: CLASS,
      width,
      height: 260,
      marginLeft: 40,
      marginRight: 12,
      marginTop: 12,
      ariaLabel: label,
      style: { fontSize: "12px" },
      x: { type: "utc", label: null },
      y: { label: null, grid: true, tickFormat: (value: number) => (Number.isInteger(value) ? String(value) : ""), ticks: 5 },
      color: { type: "identity" },
      marks: [
        Plot.rectY(
          line.bins,
          Plot.stackY({
            x1: (bin: Bin) => new Date(bin.from * DAY),
            x2: (bin: Bin) => new Date((bin.to + 1) * DAY),
            y: "count",
            order: null,
            fill: (bin: Bin) => seriesColor(line, bin.series),
            href,
            target: "_self",
            title: words,
            ariaLabel: words,
            insetLeft: 0.5,
            insetRight: 0.5,
          }),
        ),
        Plot.ruleY([0], { stroke: "var(--line)" }),
      ],
    }),
    [],
  );
}

export interface Cell {
  speaker: string;
  organization: string;
  count: number;
  href: string;
}

export interface Matrix {
  speakers: string[];
  organizations: string[];
  counts: Map<string, number>;
  most: number;
}

/** Who speaks about whom: the most frequent speakers and organizations, of quotes that have both. */
export function matrix(data: Data, rows: Int32Array, most: { speakers: number; organizations: number }): Matrix {
  const both = rows.filter((row) => data.speaker[row] !== NONE && list(data.organizations, row).length > 0);
  const about = tally(data, both, data.organizations).slice(0, most.organizations).map(({ code }) => code);
  const column = placesOf(data, about);
  const onThem = both.filter((row) => list(data.organizations, row).some((code) => column[code] < about.length));
  const speakers = tally(data, onThem, data.speaker).slice(0, most.speakers).map(({ code }) => code);
  const line = placesOf(data, speakers);
  const counts = new Map<string, number>();
  const used = new Set<number>();
  for (const row of onThem) {
    if (line[data.speaker[row]] === speakers.length) continue;
    for (const code of list(data.organizations, row)) {
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

export function matrixChart(found: Matrix, width: number, label: string, href: (cell: Cell) => string): Element {
  const marginLeft = Math.min(190, Math.max(90, 0.3 * width));
  const cells: Cell[] = [];
  for (const speaker of found.speakers)
    for (const organization of found.organizations) {
      const count = found.counts.get(pair(speaker, organization)) ?? 0;
      if (count > 0) {
        const cell = { speaker, organization, count, href: "" };
        cells.push({ ...cell, href: href(cell) });
      }
    }
  const step = (cell: Cell) => Math.ceil((5 * cell.count) / found.most);
  const words = (cell: Cell) => `${cell.speaker} on ${cell.organization}: ${cell.count}`;
  const marginTop = 118;
  return finished(
    Plot.plot({
      className: CLASS,
      width,
      height: 30 * found.speakers.length + marginTop + 6,
      marginLeft,
      marginRight: 60,
      marginTop,
      marginBottom: 6,
      ariaLabel: label,
      x: { domain: found.organizations, label: null, padding: 0.06 },
      y: { domain: found.speakers, label: null, padding: 0.08 },
      color: { type: "identity" },
      marks: [
        Plot.axisY({ tickSize: 0, fontSize: 13, lineWidth: room(marginLeft), textOverflow: "ellipsis", fill: "var(--ink)" }),
        Plot.axisX({
          anchor: "top",
          tickSize: 0,
          tickRotate: -38,
          fontSize: 12,
          lineWidth: 12,
          textOverflow: "ellipsis",
          fill: "var(--ink)",
        }),
        Plot.cell(
          found.speakers.flatMap((speaker) => found.organizations.map((organization) => ({ speaker, organization }))),
          { x: "organization", y: "speaker", fill: "var(--m0)", rx: 3, ariaHidden: "true" },
        ),
        Plot.cell(cells, {
          x: "organization",
          y: "speaker",
          fill: (cell: Cell) => `var(--m${step(cell)})`,
          rx: 3,
          href: "href",
          target: "_self",
          title: words,
          ariaLabel: words,
        }),
        Plot.text(cells, {
          x: "organization",
          y: "speaker",
          text: "count",
          fontSize: 12,
          fill: (cell: Cell) => (step(cell) > 2 ? "var(--m-ink-strong)" : "var(--ink)"),
          pointerEvents: "none",
        }),
      ],
    }),
    [],
  );
}

/** Names the links of a chart, which Plot leaves to their content, and marks those that are chosen. */
function finished(chart: Element, chosen: readonly string[]): Element {
  chart.setAttribute("role", "group");
  // Links say all; axes and numbers beside them would be read a second time.
  for (const part of chart.querySelectorAll("g[aria-label]")) {
    part.removeAttribute("aria-label");
    if (part.querySelector("a") === null) part.setAttribute("aria-hidden", "true");
  }
  for (const link of chart.querySelectorAll("a")) {
    const words = link.querySelector("[aria-label]")?.getAttribute("aria-label") ?? NOTHING;
    link.setAttribute("aria-label", words);
    if (chosen.includes(words)) link.setAttribute("aria-current", "true");
  }
  return chart;
}
