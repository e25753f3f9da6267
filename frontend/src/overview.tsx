import type { ComponentChildren } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Bar, barChart, matrixChart, seriesColor, timeChart } from "./charts";
import { type Bin, binName, matrix, OTHERS, pair, steadySeries, tally, timeline } from "./counts";
import { isoOf, NO_DAY } from "./data";
import { Nothing } from "./nothing";
import { usePage } from "./page";
import { type Facet, only, type Series, writeFragment } from "./state";
import { choiceName, counted, number, spaced } from "./words";

const BARS = 12;
const SERIES: readonly [Series, string][] = [
  ["type", "type"],
  ["speaker", "speaker"],
  ["organization", "organization"],
  ["outlet", "outlet"],
];

export function Overview() {
  const { rows } = usePage();
  if (rows.length === 0) return <Nothing />;
  return (
    <div class="board">
      <Figures />
      <Bars facet="speaker" title="Who speaks most" />
      <Bars facet="organization" title="About whom" />
      <OverTime />
      <WhoOnWhom />
    </div>
  );
}

function Figures() {
  const { data, rows, state } = usePage();
  const found = useMemo(() => {
    const articles = new Set<number>();
    let low = Infinity;
    let high = -Infinity;
    for (const row of rows) {
      articles.add(data.article[row]);
      if (data.firstDay[row] === NO_DAY) continue;
      low = Math.min(low, data.firstDay[row]);
      high = Math.max(high, data.lastDay[row]);
    }
    const speakers = tally(data, rows, data.speaker).length;
    const organizations = tally(data, rows, data.organizations).length;
    return { articles: articles.size, speakers, organizations, low, high };
  }, [data, rows]);
  const figure = (value: number, noun: string) => (
    <div>
      <dt>{noun + (value === 1 ? "" : "s")}</dt>
      <dd>{number(value)}</dd>
    </div>
  );
  return (
    <section class="figures" aria-label="In figures">
      <dl>
        {figure(rows.length, "quote")}
        {figure(found.speakers, "named speaker")}
        {figure(found.organizations, "organization")}
        {figure(found.articles, "article")}
        {Number.isFinite(found.low) && (
          <div class="span">
            <dt>first to last day</dt>
            <dd>
              {isoOf(found.low)} – {isoOf(found.high)}
            </dd>
          </div>
        )}
      </dl>
      <a class="button" href={writeFragment({ ...state, view: "quotes" })}>
        Read {rows.length === 1 ? "this quote" : `these ${number(rows.length)} quotes`}
      </a>
    </section>
  );
}

function Bars({ facet, title }: { facet: "speaker" | "organization"; title: string }) {
  const { data, rows, state } = usePage();
  const column = facet === "speaker" ? data.speaker : data.organizations;
  const all = useMemo(() => tally(data, rows, column), [data, rows, column]);
  const bars = all.slice(0, BARS).map(({ code, count }): Bar => {
    const value = data.words[code];
    const chosen = state.chosen[facet].includes(value);
    return { name: value, value, count, chosen, href: writeFragment(only(state, facet, value)) };
  });
  const rest = all.length - bars.length;
  return (
    <Panel title={title} note={rest > 0 ? `and ${counted(rest, "other")}` : ""} empty={bars.length === 0}>
      <Drawn
        draw={(width) => barChart(bars, width, title)}
        keys={[bars.map((bar) => `${bar.href} ${bar.count}`).join()]}
      />
      <AsTable
        head={[facet === "speaker" ? "Speaker" : "Organization", "Quotes"]}
        rows={bars.map((bar) => [<a href={bar.href}>{bar.name}</a>, number(bar.count)])}
      />
    </Panel>
  );
}

function OverTime() {
  const { data, rows, state, go } = usePage();
  const steady = useMemo(() => steadySeries(data, state.series), [data, state.series]);
  const line = useMemo(() => timeline(data, rows, state.series, steady), [data, rows, state.series, steady]);
  const facet: Facet = state.series;
  const name = (series: string) => (series === OTHERS ? "others" : choiceName(facet, series));
  const href = (bin: Bin) => {
    const [from, to] = [isoOf(bin.from), isoOf(bin.to)];
    const same = state.from === from && state.to === to;
    return writeFragment({ ...state, from: same ? "" : from, to: same ? "" : to });
  };
  const title = `Over time, by ${line.unit}`;
  return (
    <Panel
      title={title}
      wide
      empty={line.bins.length === 0}
      note={line.leftOut > 0 ? `${counted(line.leftOut, "quote")} without a ${line.unit} left out` : ""}
      tools={
        <label class="inline">
          Coloured by{" "}
          <select
            value={state.series}
            onChange={(event) =>
              go({ ...state, series: event.currentTarget.value as Series }, { step: true })
            }
          >
            {SERIES.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      }
    >
      <ul class="legend">
        {line.series.map((series) => (
          <li key={series}>
            <span class="swatch" style={{ background: seriesColor(line, series) }} />
            {series === OTHERS ? (
              name(series)
            ) : (
              <a
                href={writeFragment(only(state, facet, series))}
                aria-current={state.chosen[facet].includes(series) || undefined}
              >
                <bdi>{name(series)}</bdi>
              </a>
            )}
          </li>
        ))}
      </ul>
      <Drawn
        draw={(width) => timeChart(line, width, title, href, name)}
        keys={[line, writeFragment(state)]}
      />
      <AsTable
        head={[line.unit, state.series, "Quotes"]}
        rows={line.bins.map((bin) => [
          <a href={href(bin)}>{binName(line.unit, bin.from)}</a>,
          name(bin.series),
          number(bin.count),
        ])}
      />
    </Panel>
  );
}

function WhoOnWhom() {
  const { data, rows, state } = usePage();
  const [narrow, setNarrow] = useState(false);
  const found = useMemo(
    () => matrix(data, rows, { speakers: 14, organizations: narrow ? 5 : 12 }),
    [data, rows, narrow],
  );
  const href = ({ speaker, organization }: { speaker: string; organization: string }) =>
    writeFragment({
      ...state,
      view: "quotes",
      open: null,
      chosen: { ...state.chosen, speaker: [speaker], organization: [organization] },
    });
  const title = "Who speaks about whom";
  const counts = found.speakers.flatMap((speaker) =>
    found.organizations
      .map((organization) => ({
        speaker,
        organization,
        count: found.counts.get(pair(speaker, organization)) ?? 0,
      }))
      .filter(({ count }) => count > 0),
  );
  return (
    <Panel title={title} wide empty={counts.length === 0} note="the most frequent of both">
      <Drawn
        draw={(width) => {
          setNarrow(width < 560);
          return matrixChart(found, width, title, href);
        }}
        keys={[found, writeFragment(state)]}
      />
      <AsTable
        head={["Speaker", "Organization", "Quotes"]}
        rows={counts.map((cell) => [
          cell.speaker,
          <a href={href(cell)}>{cell.organization}</a>,
          number(cell.count),
        ])}
      />
    </Panel>
  );
}

interface PanelProps {
  title: string;
  note?: string;
  wide?: boolean;
  empty: boolean;
  tools?: ComponentChildren;
  children: ComponentChildren;
}

function Panel({ title, note, wide, empty, tools, children }: PanelProps) {
  return (
    <section class={`panel ${wide ? "wide" : ""}`} aria-label={title}>
      <div class="head">
        <h2>{title}</h2>
        {note && !empty && <span class="hint">{note}</span>}
        {tools}
      </div>
      {empty ? <p class="hint">Nothing to show.</p> : children}
    </section>
  );
}

/** A chart as wide as its place. keys: what it depends on. */
function Drawn({ draw, keys }: { draw: (width: number) => Element; keys: readonly unknown[] }) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(place.current!);
    setWidth(Math.floor(place.current!.clientWidth));
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (width < 100) return;
    const focused = place.current!.contains(document.activeElement)
      ? document.activeElement!.getAttribute("aria-label")
      : null;
    place.current!.replaceChildren(draw(width));
    if (focused !== null)
      [...place.current!.querySelectorAll("a")]
        .find((link) => link.getAttribute("aria-label") === focused)
        ?.focus();
  }, [width, ...keys]);
  return <div class="drawn" ref={place} />;
}

function AsTable({ head, rows }: { head: readonly string[]; rows: readonly ComponentChildren[][] }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="as-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As a table</summary>
      {open && (
        <table>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {spaced(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, at) => (
              <tr key={at}>
                {cells.map((cell, column) => (
                  <td key={column} dir="auto">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
