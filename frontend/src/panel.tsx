/** What the parts of the overview are made of: a frame, a chart, and the same as a table. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { counted, spaced } from "./words";

interface PanelProps {
  title: string;
  note?: string;
  wide?: boolean;
  empty: boolean;
  tools?: ComponentChildren;
  children: ComponentChildren;
}

export function Panel({ title, note, wide, empty, tools, children }: PanelProps) {
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

interface DrawnProps {
  /** About how high it will be. */
  height: number;
  draw: (width: number) => Element;
  /** What the chart depends on. */
  keys: readonly unknown[];
}

/** A chart as wide as its place. */
export function Drawn({ height, draw, keys }: DrawnProps) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(place.current!);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (width < 100) return;
    const box = place.current!;
    const focused = box.contains(document.activeElement)
      ? document.activeElement!.getAttribute("aria-label")
      : null;
    box.replaceChildren(draw(width));
    box.style.minHeight = "";
    if (focused !== null)
      [...box.querySelectorAll("a")]
        .find((link) => link.getAttribute("aria-label") === focused)
        ?.focus({ preventScroll: true });
    // `keys` are what `draw` depends on.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [width, ...keys]);
  return <div class="drawn" ref={place} style={{ minHeight: `${height}px` }} />;
}

interface AsTableProps {
  head: readonly string[];
  rows: readonly ComponentChildren[][];
  /** How many there are beside these. */
  rest?: number;
}

export function AsTable({ head, rows, rest = 0 }: AsTableProps) {
  const [open, setOpen] = useState(false);
  return (
    <details class="as-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As a table</summary>
      {open && (
        <table>
          {rest > 0 && <caption class="hint">and {counted(rest, "other")}</caption>}
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
