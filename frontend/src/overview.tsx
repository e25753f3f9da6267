import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import {
  type Bar,
  barChart,
  barsHeight,
  type Cell,
  cellsOf,
  matrixChart,
  matrixHeight,
  seriesColor,
  TIME_HEIGHT,
  timeChart,
} from "./charts";
import { type Bin, binName, matrix, OTHERS, steadySeries, tally, timeline } from "./counts";
import { isoOf, NO_DAY } from "./data";
import { useLater } from "./later";
import { Nothing } from "./nothing";
import { PageContext, usePage } from "./page";
import { AsTable, Drawn, Panel } from "./panel";
import { type Facet, only, type Series, writeFragment } from "./state";
import { choiceName, counted, number } from "./words";

const BARS = 12;
const MOST_LINES = 100;
const SERIES: readonly [Series, string][] = [
  ["type", "type"],
  ["speaker", "speaker"],
  ["organization", "organization"],
  ["outlet", "outlet"],
];

export function Overview() {
  const page = usePage();
  const { scrolled } = page;
  const wanted = useMemo(() => ({ rows: page.rows, state: page.state }), [page.rows, page.state]);
  const shown = useLater(wanted);
  const board = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => board.current?.scrollTo({ top: scrolled.get("overview") ?? 0 }), [scrolled]);
  if (page.rows.length === 0) return <Nothing />;
  return (
    <div
      class="board"
      ref={board}
      aria-busy={shown !== wanted || undefined}
      onScroll={(event) => scrolled.set("overview", event.currentTarget.scrollTop)}
    >
      <PageContext.Provider value={{ ...page, ...shown }}>
        <Figures />
        <Bars facet="speaker" title="Who speaks most" />
        <Bars facet="organization" title="About whom" />
        <OverTime />
        <WhoOnWhom />
      </PageContext.Provider>
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
  const lines = all.slice(0, MOST_LINES).map(({ code, count }): Bar => {
    const value = data.words[code];
    const chosen = state.chosen[facet].includes(value);
    return { name: value, value, count, chosen, href: writeFragment(only(state, facet, value)) };
  });
  const bars = lines.slice(0, BARS);
  const rest = all.length - bars.length;
  return (
    <Panel title={title} note={rest > 0 ? `and ${counted(rest, "other")}` : ""} empty={bars.length === 0}>
      <Drawn
        height={barsHeight(bars.length)}
        draw={(width) => barChart(bars, width, title)}
        keys={[bars.map((bar) => `${bar.href} ${bar.count}`).join()]}
      />
      <AsTable
        head={[facet === "speaker" ? "Speaker" : "Organization", "Quotes"]}
        rows={lines.map((bar) => [
          <a key="quotes" href={bar.href}>
            {bar.name}
          </a>,
          number(bar.count),
        ])}
        rest={all.length - lines.length}
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
      note={
        line.leftOut > 0 ? `without ${counted(line.leftOut, "quote")} whose ${line.unit} is not known` : ""
      }
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
        height={TIME_HEIGHT}
        draw={(width) => timeChart(line, width, title, href, name)}
        keys={[line, writeFragment(state)]}
      />
      <AsTable
        head={[line.unit, state.series, "Quotes"]}
        rows={line.bins.map((bin) => [
          <a key="quotes" href={href(bin)}>
            {binName(line.unit, bin.from)}
          </a>,
          name(bin.series),
          number(bin.count),
        ])}
      />
    </Panel>
  );
}

function WhoOnWhom() {
  const { data, rows, state } = usePage();
  const [columns, setColumns] = useState(12);
  const found = useMemo(
    () => matrix(data, rows, { speakers: 14, organizations: columns }),
    [data, rows, columns],
  );
  const links = {
    cell: ({ speaker, organization }: Cell) =>
      writeFragment({
        ...state,
        view: "quotes",
        open: null,
        chosen: { ...state.chosen, speaker: [speaker], organization: [organization] },
      }),
    speaker: (name: string) => writeFragment(only(state, "speaker", name)),
    organization: (name: string) => writeFragment(only(state, "organization", name)),
  };
  const title = "Who speaks about whom";
  const cells = cellsOf(found);
  return (
    <Panel title={title} wide empty={cells.length === 0} note="the most frequent of both">
      <Drawn
        height={matrixHeight(found)}
        draw={(width) => {
          setColumns(Math.max(4, Math.min(12, Math.floor((0.55 * width) / 36))));
          return matrixChart(found, width, title, links);
        }}
        keys={[found, writeFragment(state)]}
      />
      <AsTable
        head={["Speaker", "Organization", "Quotes"]}
        rows={cells.map((cell) => [
          cell.speaker,
          <a key="quotes" href={links.cell(cell)}>
            {cell.organization}
          </a>,
          number(cell.count),
        ])}
      />
    </Panel>
  );
}
