import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { usePage } from "./page";
import { type Detail, layersOf, type Layered, type Passage } from "./passage";
import { Words } from "./words_shown";

const MISSING: Record<string, string> = {
  missing: "The article was not found when this page was made, so the quote stands alone.",
  differs: "The article has changed since it was read, so the quote stands alone.",
  left_out: "This page was made without the articles, so the quote stands alone.",
};

interface Props {
  row: number;
  passage: Passage;
  detail: Detail;
  shown: RefObject<HTMLDivElement | null>;
  whole: boolean;
  setWhole: (on: boolean) => void;
}

/** The open quote in its paragraphs or in the whole article, with its parts marked. */
export function InPassage({ row, passage, detail, shown, whole, setWhole }: Props) {
  const { data, reviews } = usePage();
  const decision = reviews.get(data.id[row]);
  const text = passage.text;
  useEffect(() => {
    const pane = shown.current?.closest(".scroll");
    const mark = shown.current?.querySelector("mark");
    if (!pane || !mark) return;
    pane.scrollTo({ top: 0 });
    const [part, room] = [mark.getBoundingClientRect(), pane.getBoundingClientRect()];
    if (whole || part.bottom > room.bottom) pane.scrollTo({ top: part.top - room.top - room.height / 3 });
  }, [whole, row, shown]);
  if (text === null)
    return (
      <>
        <blockquote class="alone" dir="auto">
          {detail.content.map((part) => part.words).join(" … ")}
        </blockquote>
        <p class="note">{MISSING[data.articles.text[data.article[row]]]}</p>
      </>
    );
  const content = decision?.correction?.content.map(([start, end]) => ({ start, end })) ?? detail.content;
  const layers = layersOf(detail, content);
  const others = [...passage.quotes]
    .filter(([id]) => id !== data.id[row])
    .flatMap(([, other]) => other.content.map(({ start, end }): Layered => ({ start, end, layer: "other" })));
  for (const [, added] of reviews.addedTo(data.articles.id[data.article[row]]))
    others.push(...added.content.map(([start, end]): Layered => ({ start, end, layer: "other" })));
  const near = nearby(
    passage,
    layers.filter(({ layer }) => layer !== "organization" && layer !== "date"),
  );
  const paragraphs = whole ? passage.paragraphs : passage.paragraphs.slice(near[0], near[1] + 1);
  return (
    <>
      <div class="passage" ref={shown}>
        {paragraphs.map(([start, end]) => (
          <p key={start} dir="auto">
            <Words text={text} start={start} end={end} layers={whole ? [...layers, ...others] : layers} />
          </p>
        ))}
      </div>
      <p class="legend-line">
        <button type="button" class="link" aria-keyshortcuts="w" onClick={() => setWhole(!whole)}>
          {whole ? "Passage only" : "Whole article"}
        </button>
        <span class="unseen">The marks mean: </span>
        <span class="key content">content</span>
        <span class="key mention">source</span>
        <span class="key cue">cue</span>
        <span class="key organization">organization</span>
        <span class="key date">date</span>
      </p>
    </>
  );
}

/** First and last paragraph that has a part of the quote. */
function nearby(passage: Passage, layers: readonly Layered[]): [number, number] {
  const low = Math.min(...layers.map((part) => part.start));
  const high = Math.max(...layers.map((part) => part.end));
  const first = passage.paragraphs.findIndex(([, end]) => end > low);
  const last = passage.paragraphs.findLastIndex(([start]) => start < high);
  return [Math.max(0, first), Math.max(0, last)];
}
