import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from "@tanstack/virtual-core";
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Data, list, NONE } from "./data";
import { useKeys } from "./keys";
import { Nothing } from "./nothing";
import { usePage } from "./page";
import { type SortKey, type State, writeFragment } from "./state";
import { articleName, dayShown, percent, spaced, speakerName, standingName } from "./words";

const ROW_HEIGHT = 62;
/** Of a quote that are put into the table, where two or three lines of them can be seen. */
const MOST_CHARACTERS = 600;
const CARD_HEIGHT = 126;
/** Narrower, and rows are shown as cards; as in page.css. */
const CARDS = "(max-width: 760px)";

const COLUMNS: readonly { sort: SortKey | null; name: string; look: string }[] = [
  { sort: "said", name: "Said", look: "said" },
  { sort: "speaker", name: "Speaker", look: "speaker" },
  { sort: null, name: "Quote", look: "words" },
  { sort: "organization", name: "About", look: "about" },
  { sort: "outlet", name: "Article", look: "article" },
  { sort: "type", name: "Type", look: "type" },
  { sort: "confidence", name: "Sure", look: "sure" },
];

/** The open quote's place among the rows that are shown, -1 when it is not among them. */
export function openPlace(data: Data, rows: Int32Array, state: State): number {
  const row = state.open === null ? undefined : data.rowOf.get(state.open);
  return row === undefined ? -1 : rows.indexOf(row);
}

export function QuoteTable() {
  const { data, state, rows, go } = usePage();
  const frame = useRef<HTMLDivElement>(null);
  const { items, size, virtualizer } = useVirtual(rows.length, frame);
  const place = openPlace(data, rows, state);
  const open = (at: number) => {
    if (rows.length > 0) go({ ...state, open: data.id[rows[Math.max(0, Math.min(rows.length - 1, at))]] });
  };
  useKeys({ j: () => open(place + 1), k: () => open(place - 1) });
  useEffect(() => {
    if (place >= 0) virtualizer.scrollToIndex(place, { align: "auto" });
  }, [place, virtualizer]);
  const move = (event: KeyboardEvent, at: number) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, to));
    virtualizer.scrollToIndex(next, { align: "auto" });
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus());
  };
  const entry = items.some((item) => item.index === place) ? place : (items[0]?.index ?? 0);
  const space = (height: number) =>
    height > 0 && <tr aria-hidden="true" class="space" style={{ height: `${height}px` }} />;
  return (
    <div class="frame" ref={frame}>
      {rows.length === 0 ? (
        <Nothing />
      ) : (
        <table role="table" aria-rowcount={rows.length + 1} aria-label="Quotes">
          <thead role="rowgroup">
            <tr role="row" aria-rowindex={1}>
              {COLUMNS.map((column) => (
                <Head key={column.name} {...column} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {space(items[0]?.start ?? 0)}
            {items.map(({ index }) => (
              <Row
                key={rows[index]}
                row={rows[index]}
                at={index}
                current={index === place}
                entry={index === entry}
                move={move}
              />
            ))}
            {space(size - (items.at(-1)?.end ?? size))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Head({ sort, name, look }: (typeof COLUMNS)[number]) {
  const { state, go } = usePage();
  if (sort === null)
    return (
      <th role="columnheader" scope="col" class={look}>
        {name}
      </th>
    );
  const sorted = state.sort === sort;
  const now = sorted ? (state.descending ? "descending" : "ascending") : "none";
  // Once up, once down, then as in the records.
  const next: Partial<State> = {
    none: { sort, descending: false },
    ascending: { descending: true },
    descending: { sort: "article" as const, descending: false },
  }[now];
  return (
    <th role="columnheader" scope="col" class={look} aria-sort={now}>
      <button type="button" onClick={() => go({ ...state, ...next })}>
        {name}
        <span class="arrow" aria-hidden="true">
          {{ none: "↕", ascending: "↑", descending: "↓" }[now]}
        </span>
      </button>
    </th>
  );
}

interface RowProps {
  row: number;
  at: number;
  current: boolean;
  /** Whether the tab key reaches the table here. */
  entry: boolean;
  move: (event: KeyboardEvent, at: number) => void;
}

function Row({ row, at, current, entry, move }: RowProps) {
  const { data, state, reviews, go } = usePage();
  const id = data.id[row];
  const standing = reviews.verdict(id);
  const names = [...list(data.organizations, row)].map((code) => data.words[code]);
  const outlet = data.outlet[row] === NONE ? null : data.words[data.outlet[row]];
  return (
    <tr
      role="row"
      aria-rowindex={at + 2}
      class={`${standing} ${current ? "current" : ""}`}
      aria-current={current || undefined}
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest("a")) go({ ...state, open: id }, { step: true });
      }}
    >
      <td role="cell" class="said">
        {dayShown(data, row)}
      </td>
      <td role="cell" class="speaker">
        <span class={data.speaker[row] === NONE ? "unknown" : "named"}>
          <bdi>{speakerName(data, row)}</bdi>
        </span>
        <small>
          <bdi>{data.title[row] === NONE ? "" : data.words[data.title[row]]}</bdi>
        </small>
      </td>
      <td role="cell" class="words">
        <a
          href={writeFragment({ ...state, open: id })}
          dir="auto"
          data-at={at}
          tabIndex={entry ? 0 : -1}
          onKeyDown={(event) => move(event, at)}
        >
          {data.quote[row].slice(0, MOST_CHARACTERS)}
        </a>
      </td>
      <td role="cell" class="about">
        <bdi>{names.join(" · ")}</bdi>
      </td>
      <td role="cell" class="article">
        <bdi>{articleName(data, row)}</bdi>
        {outlet !== null && (
          <small>
            <bdi>{outlet}</bdi>
          </small>
        )}
      </td>
      <td role="cell" class="type">
        <span class={`tag ${data.words[data.type[row]]}`}>{spaced(data.words[data.type[row]])}</span>
        {standing !== "open" && <span class={`tag ${standing}`}>{standingName(standing)}</span>}
      </td>
      <td role="cell" class="sure">
        {percent(data.confidence[row])}
      </td>
    </tr>
  );
}

/** Which of so many rows of one height are in sight of the frame. */
function useVirtual(
  count: number,
  frame: RefObject<HTMLDivElement | null>,
): {
  items: VirtualItem[];
  size: number;
  virtualizer: Virtualizer<HTMLDivElement, HTMLTableRowElement>;
} {
  const [, setVersion] = useState(0);
  const [cards, setCards] = useState(() => matchMedia(CARDS).matches);
  const height = cards ? CARD_HEIGHT : ROW_HEIGHT;
  const options = {
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => height,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    overscan: 8,
    // The head of the table, which stays above the rows.
    scrollPaddingStart: cards ? 0 : 40,
    onChange: () => setVersion((version) => version + 1),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLDivElement, HTMLTableRowElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  useEffect(() => {
    const query = matchMedia(CARDS);
    const change = () => setCards(query.matches);
    query.addEventListener("change", change);
    return () => query.removeEventListener("change", change);
  }, []);
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, height]);
  return { items: virtualizer.getVirtualItems(), size: virtualizer.getTotalSize(), virtualizer };
}
