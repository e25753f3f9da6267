import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from "@tanstack/virtual-core";
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { list, wordOf } from "./data";
import { useKeys } from "./keys";
import { usePrinting } from "./media";
import { Nothing } from "./nothing";
import { usePage } from "./page";
import { listFragment, type SortKey, type State, writeFragment } from "./state";
import { articleName, dayShown, number, percent, spaced, speakerName, standingName } from "./words";

const ROW_HEIGHT = 62;
/** Of a quote that are put into the table, where two or three lines of them can be seen. */
const MOST_CHARACTERS = 600;
const CARD_HEIGHT = 126;
/** In a frame that is narrower, rows are shown as cards; as in page.css. */
const CARDS = 520;
const MOST_PRINTED = 1000;

const COLUMNS: readonly { sort: SortKey | null; name: string; look: string }[] = [
  { sort: "said", name: "Said", look: "said" },
  { sort: "speaker", name: "Speaker", look: "speaker" },
  { sort: null, name: "Quote", look: "words" },
  { sort: "organization", name: "About", look: "about" },
  { sort: "outlet", name: "Article", look: "article" },
  { sort: "type", name: "Type", look: "type" },
  { sort: "confidence", name: "Confidence", look: "sure" },
];

export function QuoteTable() {
  const { state, rows, walk, scrolled, go } = usePage();
  const frame = useRef<HTMLDivElement>(null);
  const { items, size, cards, virtualizer } = useVirtual(rows.length, frame);
  const { place } = walk;
  const open = (id: string | null) => id !== null && go({ ...state, open: id });
  useKeys({ j: () => open(walk.next), k: () => open(walk.previous) });
  const listed = listFragment(state);
  useLayoutEffect(() => {
    if (place >= 0) return;
    // Now, and once more when the rows are there.
    const restore = () => frame.current?.scrollTo({ top: scrolled.get(listed) ?? 0 });
    restore();
    const later = requestAnimationFrame(restore);
    return () => cancelAnimationFrame(later);
    // For another list; when a quote of this one is closed, it stays where it is.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [listed]);
  useEffect(() => {
    if (place >= 0) virtualizer.scrollToIndex(place, { align: "auto" });
  }, [place, listed, virtualizer]);
  const move = (event: KeyboardEvent, at: number) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, to));
    virtualizer.scrollToIndex(next, { align: "auto" });
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus());
  };
  const printing = usePrinting();
  const shown = printing
    ? Array.from({ length: Math.min(rows.length, MOST_PRINTED) }, (_, index) => index)
    : items.map(({ index }) => index);
  const entry = items.some((item) => item.index === place) ? place : (items[0]?.index ?? 0);
  const space = (height: number) =>
    height > 0 && <tr aria-hidden="true" class="space" style={{ height: `${height}px` }} />;
  return (
    <>
      {cards && rows.length > 0 && <Sorting />}
      <div
        class="frame"
        ref={frame}
        onScroll={(event) => scrolled.set(listed, event.currentTarget.scrollTop)}
      >
        {rows.length === 0 ? (
          <Nothing />
        ) : (
          <table role="table" aria-rowcount={rows.length + 1} aria-label="Quotes">
            <thead role="rowgroup">
              <tr role="row" aria-rowindex={1}>
                {COLUMNS.map((column) => (
                  <Head key={column.name} {...column} cards={cards} />
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {!printing && space(items[0]?.start ?? 0)}
              {shown.map((index) => (
                <Row
                  key={rows[index]}
                  row={rows[index]}
                  at={index}
                  current={index === place}
                  entry={index === entry}
                  move={move}
                />
              ))}
              {!printing && space(size - (items.at(-1)?.end ?? size))}
            </tbody>
          </table>
        )}
        {printing && rows.length > shown.length && (
          <p class="hint">
            The first {number(shown.length)} of {number(rows.length)} quotes; a filter makes the list shorter.
          </p>
        )}
      </div>
    </>
  );
}

/** The order of cards, which have no heads to choose it with. */
function Sorting() {
  const { state, go } = usePage();
  const { sort, descending } = state;
  return (
    <div class="sorting">
      <label class="inline">
        Sorted by{" "}
        <select
          value={sort}
          onChange={(event) =>
            go({ ...state, sort: event.currentTarget.value as SortKey, descending: false })
          }
        >
          <option value="article">article, place</option>
          {COLUMNS.filter((column) => column.sort !== null).map((column) => (
            <option key={column.name} value={column.sort!}>
              {column.name.toLowerCase()}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="quiet" onClick={() => go({ ...state, descending: !descending })}>
        {descending ? "↓ descending" : "↑ ascending"}
      </button>
    </div>
  );
}

function Head({ sort, name, look, cards }: (typeof COLUMNS)[number] & { cards: boolean }) {
  const { state, go } = usePage();
  if (sort === null || cards)
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
  const corrected = reviews.get(id)?.correction;
  const speaker = speakerName(data, row, corrected);
  const names =
    corrected?.organizations ?? [...list(data.organizations, row)].map((code) => data.words[code]);
  const type = corrected?.type ?? data.words[data.type[row]];
  const outlet = wordOf(data, data.outlet[row]);
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
        {dayShown(data, row, corrected)}
      </td>
      <td role="cell" class="speaker">
        <span class={speaker.known ? "named" : "unknown"} title={speaker.name}>
          <bdi>{speaker.name}</bdi>
        </span>
        <small>
          <bdi>{speaker.title}</bdi>
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
        <span class="tag">{spaced(type)}</span>
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
  /** Whether there is so little room that rows are cards. */
  cards: boolean;
  virtualizer: Virtualizer<HTMLDivElement, HTMLTableRowElement>;
} {
  const [, setVersion] = useState(0);
  const [cards, setCards] = useState(false);
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
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setCards(entry.contentRect.width < CARDS));
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, [frame]);
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, height]);
  return { items: virtualizer.getVirtualItems(), size: virtualizer.getTotalSize(), cards, virtualizer };
}
