import { usePage } from "./page";
import { trimmed } from "./passage";
import type { Correction } from "./review";

/** A quote that was missed, as far as its words tell; null where there are none. */
export function missed(text: string, { start, end }: { start: number; end: number }): Correction | null {
  const place = trimmed(text, start, end);
  if (place === null) return null;
  const marked = /["“”„«»]/.test(text.charAt(place[0] - 1));
  const none = { cue: null, mention: null, speaker: null, organizations: [], said: null };
  return {
    ...none,
    content: [place],
    kind: "person",
    type: marked ? "direct" : "indirect",
    act: "statement",
  };
}

/** The first word behind a place, for a missed quote to begin with. */
export function wordBehind(text: string, end: number): { start: number; end: number } | null {
  const word = /\S*\s+(\S+)/.exec(text.slice(end, end + 400));
  return word && { start: end + word[0].length - word[1].length, end: end + word[0].length };
}

interface Props {
  text: string;
  article: string;
  add: () => void;
  edit: (id: string, quote: Correction) => void;
}

/** The quotes that the reader added to the article. */
export function AddedQuotes({ text, article, add, edit }: Props) {
  const { reviews } = usePage();
  return (
    <section class="added" aria-label="Quotes that you added">
      {reviews.addedTo(article).map(([id, quote]) => (
        <p key={id}>
          <span class="tag corrected">Added</span>{" "}
          <bdi>{quote.content.map(([start, end]) => text.slice(start, end)).join(" … ")}</bdi>{" "}
          <button type="button" class="link" onClick={() => edit(id, quote)}>
            Change
          </button>{" "}
          <button type="button" class="link" onClick={() => reviews.add(article, undefined, id)}>
            Remove
          </button>
        </p>
      ))}
      {/* Without the pointer's press, which would take the selection away. */}
      <button
        type="button"
        class="link"
        aria-keyshortcuts="n"
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
        onClick={add}
      >
        Add a missed quote
      </button>
    </section>
  );
}
