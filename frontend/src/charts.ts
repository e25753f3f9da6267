/** The charts: Observable Plot's marks, each a link to what it stands for. */
import * as Plot from "@observablehq/plot";
import { type Bin, binName, type Matrix, OTHERS, pair, type Timeline } from "./counts";
import { NOTHING } from "./state";

/** As in build.mjs, which allows the style that Plot adds under this name. */
const CLASS = "chart-plot";
const DAY = 86_400_000;
/** Width of a cell of the matrix. */
const MOST_CELL = 110;

export interface Bar {
  name: string;
  value: string;
  count: number;
  chosen: boolean;
  href: string;
}

/** How much of a name fits beside a chart, in the unit of Plot, for which letters are narrower than in most fonts. */
function room(margin: number): number {
  return 0.82 * (margin / 13) - 0.6;
}

export function barChart(bars: readonly Bar[], width: number, label: string): Element {
  const marginLeft = Math.min(260, Math.max(90, 0.42 * width));
  const most = Math.max(...bars.map((bar) => bar.count));
  const keyed = bars.map((bar, at) => ({ ...bar, at }));
  const words = (bar: Bar) => `${bar.name}: ${bar.count}`;
  const link = { y: "at", href: "href", target: "_self", title: words } as const;
  return finished(
    Plot.plot({
      className: CLASS,
      width,
      height: 26 * bars.length + 8,
      marginLeft,
      marginRight: 52,
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
          text: "name",
          textAnchor: "end",
          dx: -10,
          fontSize: 13,
          lineWidth: room(marginLeft),
          textOverflow: "ellipsis",
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
          text: "count",
          textAnchor: "start",
          dx: 6,
          fill: "var(--soft)",
          fontSize: 12,
        }),
      ],
    }),
    bars.filter((bar) => bar.chosen).map((bar) => `${bar.name}: ${bar.count}`),
  );
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
  const words = (bin: Bin) => `${binName(line.unit, bin.from)}, ${nameOf(bin.series)}: ${bin.count}`;
  return finished(
    Plot.plot({
      className: CLASS,
      width,
      height: 260,
      marginLeft: 40,
      marginRight: 22,
      marginTop: 12,
      ariaLabel: label,
      style: { fontSize: "12px" },
      x: { type: "utc", label: null },
      y: {
        label: null,
        grid: true,
        tickFormat: (value: number) => (Number.isInteger(value) ? String(value) : ""),
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
  href: string;
}

export function matrixChart(
  found: Matrix,
  width: number,
  label: string,
  href: (cell: Cell) => string,
): Element {
  const marginLeft = Math.min(240, Math.max(90, 0.3 * width));
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
  const marginRight = 60;
  return finished(
    Plot.plot({
      className: CLASS,
      width: Math.min(width, marginLeft + marginRight + MOST_CELL * found.organizations.length),
      height: 30 * found.speakers.length + marginTop + 6,
      marginLeft,
      marginRight,
      marginTop,
      marginBottom: 6,
      ariaLabel: label,
      x: { domain: found.organizations, label: null, padding: 0.06 },
      y: { domain: found.speakers, label: null, padding: 0.08 },
      color: { type: "identity" },
      marks: [
        Plot.axisY({
          tickSize: 0,
          fontSize: 13,
          lineWidth: room(marginLeft),
          textOverflow: "ellipsis",
          fill: "var(--ink)",
        }),
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
          found.speakers.flatMap((speaker) =>
            found.organizations.map((organization) => ({ speaker, organization })),
          ),
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
