/** The charts: Observable Plot's marks, each a link to what it stands for. */
import * as Plot from "@observablehq/plot";
import { type Bin, binName, type Matrix, OTHERS, pair, type Timeline } from "./counts";
import { fitted, roomFor, widthOf } from "./lettering";
import { NOTHING } from "./state";
import { number } from "./words";

/** As in build.mjs, which allows the style that Plot adds under this name. */
const CLASS = "chart-plot";
const DAY = 86_400_000;
/** Sizes of letters, and the room between a name and what it is of. */
const NAME = 13;
const COUNT = 12;
const GAP = 10;
export const TIME_HEIGHT = 260;
/** Width of a cell of the matrix. */
const MOST_CELL = 110;
const CELL_HEIGHT = 30;
/** How the names above the matrix are turned, and their greatest length; upright where there is little room. */
const TURN = 38;
const MOST_TURNED = 190;
const UPRIGHT_BELOW = 560;

export interface Bar {
  name: string;
  value: string;
  count: number;
  chosen: boolean;
  href: string;
}

export function barChart(bars: readonly Bar[], width: number, label: string): Element {
  const room = roomFor(
    bars.map((bar) => bar.name),
    NAME,
    0.55 * width,
  );
  const most = Math.max(...bars.map((bar) => bar.count));
  const keyed = bars.map((bar, at) => ({ ...bar, at }));
  const words = (bar: Bar) => `${bar.name}: ${number(bar.count)}`;
  const link = { y: "at", href: "href", target: "_self", title: words } as const;
  return finished(
    Plot.plot({
      className: CLASS,
      width,
      height: barsHeight(bars.length),
      marginLeft: room + GAP + 4,
      marginRight: widthOf(number(most), COUNT) + GAP + 2,
      marginTop: 4,
      marginBottom: 4,
      ariaLabel: label,
      x: { axis: null, domain: [0, most] },
      y: { axis: null, domain: keyed.map((bar) => bar.at), padding: 0.22 },
      color: { type: "identity" },
      marks: [
        // Names are what people click, and what keys and screen readers stop at; bars lead there too.
        Plot.text(keyed, {
          ...link,
          x: 0,
          text: (bar: Bar) => fitted(bar.name, NAME, room + 1),
          textAnchor: "end",
          dx: -GAP,
          fontSize: NAME,
          fill: "var(--ink)",
          ariaLabel: words,
        }),
        Plot.barX(keyed, {
          ...link,
          x: "count",
          rx2: 3,
          fill: (bar: Bar) => (bar.chosen ? "var(--accent)" : "var(--bar)"),
        }),
        Plot.text(keyed, {
          x: "count",
          y: "at",
          text: (bar: Bar) => number(bar.count),
          textAnchor: "start",
          dx: 6,
          fill: "var(--soft)",
          fontSize: COUNT,
        }),
      ],
    }),
    bars.filter((bar) => bar.chosen).map(words),
  );
}

export function barsHeight(bars: number): number {
  return 26 * bars + 8;
}

export function seriesColor(line: Timeline, name: string): string {
  if (name === NOTHING) return "var(--s-nothing)";
  return name === OTHERS ? "var(--s-others)" : `var(--s${line.colors.get(name)})`;
}

export function timeChart(
  line: Timeline,
  width: number,
  label: string,
  href: (bin: Bin) => string,
  nameOf: (series: string) => string,
): Element {
  const words = (bin: Bin) => `${binName(line.unit, bin.from)}, ${nameOf(bin.series)}: ${number(bin.count)}`;
  const totals = new Map<number, number>();
  for (const { from, count } of line.bins) totals.set(from, (totals.get(from) ?? 0) + count);
  return finished(
    Plot.plot({
      className: CLASS,
      width,
      height: TIME_HEIGHT,
      marginLeft: widthOf(number(Math.max(...totals.values())), COUNT) + 16,
      marginRight: 22,
      marginTop: 12,
      ariaLabel: label,
      style: { fontSize: `${COUNT}px` },
      x: { type: "utc", label: null },
      y: {
        label: null,
        grid: true,
        tickFormat: (value: number) => (Number.isInteger(value) ? number(value) : ""),
        ticks: 5,
      },
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
}

/** Where the parts of a matrix lead: cells to their quotes, names to those of their own. */
export interface MatrixLinks {
  cell: (cell: Cell) => string;
  speaker: (name: string) => string;
  organization: (name: string) => string;
}

export function matrixChart(found: Matrix, width: number, label: string, links: MatrixLinks): Element {
  const { speakers, organizations } = found;
  const room = roomFor(speakers, NAME, Math.min(280, 0.4 * width));
  const turned = organizations.map((name) => fitted(name, COUNT, MOST_TURNED));
  const lengths = turned.map((name) => widthOf(name, COUNT));
  const marginLeft = room + GAP + 4;
  const upright = width < UPRIGHT_BELOW;
  const turn = upright ? 90 : TURN;
  const radians = (turn * Math.PI) / 180;
  const { step, over } = steps(
    lengths.map((length) => length * Math.cos(radians)),
    width - marginLeft,
  );
  const cells = cellsOf(found).map((cell) => ({ ...cell, href: links.cell(cell) }));
  // By the root where counts are far apart, for a few high ones not to take all of the shades.
  const power = found.most > 25 ? 0.5 : 1;
  const shade = (cell: Cell) => Math.ceil(5 * (cell.count / found.most) ** power);
  const words = (cell: Cell) => `${cell.speaker} on ${cell.organization}: ${number(cell.count)}`;
  const marginTop = Math.max(...lengths) * Math.sin(radians) + 24;
  const name = { target: "_self", fill: "var(--ink)" } as const;
  return finished(
    Plot.plot({
      className: CLASS,
      width: marginLeft + step * organizations.length + over,
      height: CELL_HEIGHT * speakers.length + marginTop + 6,
      marginLeft,
      marginRight: over,
      marginTop,
      marginBottom: 6,
      ariaLabel: label,
      x: { axis: null, domain: organizations, padding: 0.06 },
      y: { axis: null, domain: speakers, padding: 0.08 },
      color: { type: "identity" },
      marks: [
        Plot.text(speakers, {
          ...name,
          y: (speaker: string) => speaker,
          frameAnchor: "left",
          textAnchor: "end",
          dx: -GAP,
          fontSize: NAME,
          text: (speaker: string) => fitted(speaker, NAME, room + 1),
          href: links.speaker,
          title: (speaker: string) => speaker,
          ariaLabel: (speaker: string) => `Speaker ${speaker}`,
        }),
        Plot.text(organizations, {
          ...name,
          x: (organization: string) => organization,
          frameAnchor: "top",
          lineAnchor: upright ? "middle" : "bottom",
          textAnchor: "start",
          rotate: -turn,
          dy: -6,
          fontSize: COUNT,
          text: (_: string, at: number) => turned[at],
          href: links.organization,
          title: (organization: string) => organization,
          ariaLabel: (organization: string) => `About ${organization}`,
        }),
        Plot.cell(
          speakers.flatMap((speaker) => organizations.map((organization) => ({ speaker, organization }))),
          { x: "organization", y: "speaker", fill: "var(--m0)", rx: 3, ariaHidden: "true" },
        ),
        Plot.cell(cells, {
          x: "organization",
          y: "speaker",
          fill: (cell: Cell) => `var(--m${shade(cell)})`,
          rx: 3,
          href: "href",
          target: "_self",
          title: words,
          ariaLabel: words,
        }),
        Plot.text(cells, {
          x: "organization",
          y: "speaker",
          text: (cell: Cell) => number(cell.count),
          fontSize: COUNT,
          fill: (cell: Cell) => (shade(cell) > 2 ? "var(--m-ink-strong)" : "var(--ink)"),
          pointerEvents: "none",
        }),
      ],
    }),
    [],
  );
}

/** About how high it will be, for its place to be kept. */
export function matrixHeight(found: Matrix): number {
  return CELL_HEIGHT * found.speakers.length + 130;
}

/** The pairs of a matrix that there are quotes of, speaker by speaker. */
export function cellsOf({ speakers, organizations, counts }: Matrix): Cell[] {
  return speakers.flatMap((speaker) =>
    organizations
      .map((organization) => ({ speaker, organization, count: counts.get(pair(speaker, organization)) ?? 0 }))
      .filter(({ count }) => count > 0),
  );
}

/** How wide a column can be, and how far names that reach so far to the right then reach over the last. */
function steps(reach: readonly number[], room: number): { step: number; over: number } {
  let step = MOST_CELL;
  let over = 0;
  for (let round = 0; round < 4; round++) {
    over = Math.max(8, ...reach.map((length, at) => length + 8 - (reach.length - at - 0.5) * step));
    step = Math.min(MOST_CELL, (room - over) / reach.length);
  }
  return { step, over };
}

/** Names the links of a chart, hides those without a name of their own, and marks those that are chosen. */
function finished(chart: Element, chosen: readonly string[]): Element {
  chart.setAttribute("role", "group");
  // Links say all; axes and numbers beside them would be read a second time.
  for (const part of chart.querySelectorAll("g[aria-label]")) {
    part.removeAttribute("aria-label");
    if (part.querySelector("a") === null) part.setAttribute("aria-hidden", "true");
  }
  for (const link of chart.querySelectorAll("a")) {
    const words = link.querySelector("[aria-label]")?.getAttribute("aria-label");
    if (!words) {
      link.setAttribute("aria-hidden", "true");
      link.setAttribute("tabindex", "-1");
      continue;
    }
    link.setAttribute("aria-label", words);
    if (chosen.includes(words)) link.setAttribute("aria-current", "true");
  }
  return chart;
}
