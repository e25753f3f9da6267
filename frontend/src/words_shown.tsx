import { type Layered, type Layer, segments } from "./passage";

const NAMES: Record<Layer, string> = {
  content: "content",
  mention: "source",
  cue: "cue",
  organization: "organization",
  date: "date",
  other: "another quote",
};

/** A piece of text with its layers marked. Each part knows where it begins, for selections to be found. */
export function Words({
  text,
  start,
  end,
  layers,
}: {
  text: string;
  start: number;
  end: number;
  layers: readonly Layered[];
}) {
  let at = start;
  return (
    <>
      {segments(text, start, end, layers).map((segment) => {
        const from = at;
        at += segment.text.length;
        const look = [
          ...segment.layers,
          ...[...segment.opens].map((layer) => `${layer}-opens`),
          ...[...segment.closes].map((layer) => `${layer}-closes`),
        ].join(" ");
        const spoken = [...segment.opens].filter((layer) => layer !== "other").map((layer) => NAMES[layer]);
        const inner = (
          <>
            {spoken.length > 0 && <span class="unseen">[{spoken.join(", ")}: </span>}
            <span data-from={from}>{segment.text}</span>
            {segment.closes.size > 0 && [...segment.closes].some((layer) => layer !== "other") && (
              <span class="unseen">]</span>
            )}
          </>
        );
        return segment.layers.has("content") ? (
          <mark key={from} class={look}>
            {inner}
          </mark>
        ) : (
          <span key={from} class={look}>
            {inner}
          </span>
        );
      })}
    </>
  );
}

/** What the reader has selected, as offsets of the text; null when it is not inside shown words. */
export function selected(within: HTMLElement | null): { start: number; end: number } | null {
  const selection = getSelection();
  if (!within || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!within.contains(range.startContainer) || !within.contains(range.endContainer)) return null;
  const start = offset(within, range.startContainer, range.startOffset, "first");
  const end = offset(within, range.endContainer, range.endOffset, "last");
  return start !== null && end !== null && start < end ? { start, end } : null;
}

/** Where a point of the document is in the text; between shown words, the nearest of them inside. */
function offset(within: HTMLElement, node: Node, at: number, side: "first" | "last"): number | null {
  const part = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-from]");
  if (part && node.nodeType === Node.TEXT_NODE) return Number(part.dataset.from) + at;
  const parts = [...within.querySelectorAll<HTMLElement>("[data-from]")];
  const point = document.createRange();
  point.setStart(node, at);
  if (side === "first") {
    const next = parts.find((one) => point.comparePoint(one, 0) >= 0);
    return next ? Number(next.dataset.from) : null;
  }
  const before = parts.findLast((one) => point.comparePoint(one, one.childNodes.length) <= 0);
  return before ? Number(before.dataset.from) + before.textContent.length : null;
}
