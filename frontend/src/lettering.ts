/** How much room words take in a chart, which sets them itself. */

const context = document.createElement("canvas").getContext("2d");
const letters = getComputedStyle(document.body).fontFamily;
/** The font that is set, for it costs time to set it. */
let set = "";

/** In pixels, in the letters of the page. */
export function widthOf(words: string, size: number): number {
  if (!context) return 0.62 * size * words.length;
  const font = `${size}px ${letters}`;
  if (set !== font) context.font = set = font;
  return context.measureText(words).width;
}

/** `words`, cut to a width in pixels with an ellipsis. */
export function fitted(words: string, size: number, width: number): string {
  const line = words.slice(0, 300);
  if (line === words && widthOf(line, size) <= width) return line;
  const points = Array.from(line);
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(`${points.slice(0, middle).join("")}…`, size) <= width) low = middle;
    else high = middle - 1;
  }
  return `${points.slice(0, low).join("").trimEnd()}…`;
}

/** The room that the longest of some words takes, at most `most`. */
export function roomFor(all: readonly string[], size: number, most: number): number {
  return Math.min(most, Math.max(0, ...all.map((words) => widthOf(words.slice(0, 300), size))));
}
