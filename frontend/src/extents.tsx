import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Layered, type Passage, trimmed } from "./passage";
import { selected, Words } from "./words_shown";

interface Props {
  text: string;
  passage: Passage;
  marks: readonly Layered[];
  content: [number, number][];
  change: (content: [number, number][]) => void;
}

/** Where the content begins and ends: by selecting words, or word by word with buttons. */
export function Extents({ text, passage, marks, content, change }: Props) {
  const shown = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState(0);
  const [letters, setLetters] = useState(false);
  const [hint, setHint] = useState("");
  useLayoutEffect(() => {
    const box = shown.current!;
    const mark = box.querySelector("mark");
    if (mark) box.scrollTo({ top: mark.offsetTop - box.clientHeight / 3 });
  }, []);
  const at = Math.min(part, content.length - 1);
  const layers: Layered[] = [
    ...content.map(([start, end]): Layered => ({ start, end, layer: "content" })),
    ...marks,
  ];
  const low = Math.min(...layers.map(({ start }) => start));
  const high = Math.max(...layers.map(({ end }) => end));
  const paragraphs = passage.paragraphs;
  const first = Math.max(0, paragraphs.findIndex(([, end]) => end > low) - 1);
  const last = paragraphs.findLastIndex(([start]) => start < high) + 1;
  const replace = (place: [number, number]) =>
    change(content.map((old, index) => (index === at ? place : old)));
  const take = (put: (place: [number, number]) => void) => {
    const found = selected(shown.current);
    const place = found && trimmed(text, found.start, found.end);
    setHint(place ? "" : "Select words of the article first.");
    if (place) put(place);
  };
  const moved = (end: 0 | 1, by: -1 | 1) => {
    const place: [number, number] = [...content[at]];
    place[end] = next(text, place[end], by, letters, end);
    if (place[0] < place[1]) replace(place);
  };
  const mover = (end: 0 | 1, by: -1 | 1, label: string) => (
    <button type="button" class="quiet" aria-label={label} title={label} onClick={() => moved(end, by)}>
      {by < 0 ? "←" : "→"}
    </button>
  );
  return (
    <fieldset class="extents">
      <legend>Content</legend>
      <div class="passage" ref={shown}>
        {paragraphs.slice(first, last + 1).map(([start, end]) => (
          <p key={start} dir="auto">
            <Words text={text} start={start} end={end} layers={layers} />
          </p>
        ))}
      </div>
      {content.length > 1 && (
        <div class="parts" role="group" aria-label="Parts of the content">
          {content.map(([start, end], index) => (
            <label key={index}>
              <input type="radio" name="part" checked={index === at} onChange={() => setPart(index)} />
              <bdi>{text.slice(start, end)}</bdi>
            </label>
          ))}
        </div>
      )}
      {content.length > 0 && (
        <div class="movers">
          <span>
            Begin {mover(0, -1, "Begin earlier")}
            {mover(0, 1, "Begin later")}
          </span>
          <span>
            End {mover(1, -1, "End earlier")}
            {mover(1, 1, "End later")}
          </span>
          <label class="inline">
            <input type="checkbox" checked={letters} onChange={() => setLetters(!letters)} /> by letter
          </label>
        </div>
      )}
      <div class="buttons">
        <button
          type="button"
          onClick={() => take((place) => (content.length > 0 ? replace(place) : change([place])))}
        >
          Use what is selected
        </button>
        <button
          type="button"
          onClick={() =>
            take((place) => {
              const all = [...content, place].toSorted((one, other) => one[0] - other[0]);
              change(all);
              setPart(all.indexOf(place));
            })
          }
        >
          Add it as a part
        </button>
        {content.length > 1 && (
          <button type="button" onClick={() => change(content.filter((_, index) => index !== at))}>
            Remove the part
          </button>
        )}
      </div>
      <p class="hint" role="status">
        {hint}
      </p>
    </fieldset>
  );
}

/** Where a begin (end 0) or an end (1) goes with one step: to the next of its kind, of words or letters. */
function next(text: string, from: number, by: -1 | 1, letters: boolean, end: 0 | 1): number {
  if (letters) {
    const wide = by > 0 ? text.codePointAt(from)! > 0xffff : /[\udc00-\udfff]/.test(text[from - 1] ?? "");
    return Math.max(0, Math.min(text.length, from + by * (wide ? 2 : 1)));
  }
  const places = [...text.slice(Math.max(0, from - 400), from + 400).matchAll(/\S+/g)].map(
    (word) => Math.max(0, from - 400) + word.index + (end === 1 ? word[0].length : 0),
  );
  return (by > 0 ? places.find((place) => place > from) : places.findLast((place) => place < from)) ?? from;
}
