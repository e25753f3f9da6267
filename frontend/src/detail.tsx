import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { AddedQuotes, missed, wordBehind } from "./added";
import { Correct } from "./correct";
import { saidOf, wordOf } from "./data";
import { Facts } from "./facts";
import { CloseIcon, CopyIcon, DownIcon, UpIcon } from "./icons";
import { InPassage } from "./in_passage";
import { lettersOn, useKeys } from "./keys";
import { SINGLE } from "./media";
import { type Page, usePage } from "./page";
import { layersOf, type Passage, wordsOf } from "./passage";
import { asDecided, type Correction, type Decision, type Verdict } from "./review";
import { articleName, cannotOpen, number, spaced, speakerName, standingName } from "./words";
import { selected } from "./words_shown";

/** What the form is open for: the record itself, or a quote that the reader adds. */
type Editing = { id: string | null; before: Correction; title: string };

/** The open quote: in its passage, with all that the record says, and what the reader decides.
 *
 * covered: something is open over it.
 */
export function Detail({ covered }: { covered: boolean }) {
  const page = usePage();
  const { data, state, rows, walk, reviews, go, say } = page;
  const row = data.rowOf.get(state.open!);
  const opened = usePassage(row);
  const passage = typeof opened === "string" ? null : opened;
  const [editing, setEditing] = useState<Editing | null>(null);
  /** Whether the form was asked for before the article was there. */
  const [asked, setAsked] = useState(false);
  const [whole, setWhole] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const { place } = walk;
  const close = () => {
    go({ ...state, open: null }, { step: true });
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-at="${place}"]`)?.focus());
  };
  useLayoutEffect(() => {
    setEditing(null);
    setAsked(false);
  }, [state.open]);
  useEffect(() => {
    // Where the pane covers the table, the reader is in the pane.
    if (matchMedia(SINGLE).matches) heading.current?.focus({ preventScroll: true });
  }, [state.open]);

  const goTo = (id: string | null) => id !== null && go({ ...state, open: id });
  const decide = (decision: Decision | undefined, advance: boolean) => {
    const next = walk.next;
    reviews.decide(state.open!, decision);
    const what = standingName(decision?.verdict ?? "open");
    const who = speakerName(data, row!, decision?.correction).name;
    say([`${what}: ${who}`, reviews.unkept].filter(Boolean).join(". "));
    if (advance) goTo(next);
  };
  const judge = (verdict: Verdict, advance: boolean) =>
    decide(!advance && reviews.verdict(state.open!) === verdict ? undefined : { verdict }, advance);
  const detail = row === undefined ? undefined : passage?.quotes.get(data.id[row]);
  const stopEditing = () => {
    setEditing(null);
    heading.current?.focus({ preventScroll: true });
  };
  useLayoutEffect(() => {
    if (!asked || row === undefined || !detail) return;
    setAsked(false);
    setEditing({
      id: null,
      before: asDecided(data, row, detail, reviews.get(data.id[row])),
      title: "Correct the record",
    });
  }, [asked, detail, row, data, reviews]);
  const correct = () => setAsked(true);
  const addMissed = () => {
    if (!passage?.text || !detail) return;
    // Asked again without a selection, it begins behind the open quote, to be moved from there.
    const words =
      selected(shown.current) ?? (whole ? wordBehind(passage.text, detail.content.at(-1)!.end) : null);
    const before = words && missed(passage.text, words);
    if (before) setEditing({ id: NEW, before, title: "A quote that was missed" });
    else {
      setWhole(true);
      say("Select the words of the missed quote, then add it");
    }
  };
  const undo = () => {
    const id = reviews.undo();
    if (id) go({ ...state, open: id });
    say(id === false ? "Nothing to undo" : "Undone");
  };
  useKeys(
    covered
      ? {}
      : row === undefined || editing
        ? { Escape: () => (editing ? stopEditing() : close()) }
        : {
            a: () => judge("accepted", true),
            r: () => judge("rejected", true),
            c: correct,
            n: addMissed,
            u: undo,
            w: () => setWhole(!whole),
            Escape: close,
          },
  );

  if (row === undefined)
    return (
      <aside class="detail" aria-label="Quote" inert={covered}>
        <div class="scroll">
          <p class="note">There is no such quote here. It may be of another run.</p>
          <button type="button" onClick={close}>
            Close
          </button>
        </div>
      </aside>
    );
  const article = data.articles.id[data.article[row]];
  const speaker = speakerName(data, row, reviews.get(data.id[row])?.correction);
  const sameSpeaker = (speaker.known ? speaker.name : null) === wordOf(data, data.speaker[row]);
  const reason = speaker.known ? null : wordOf(data, data.reason[row]);
  const role = [speaker.title, sameSpeaker && detail?.affiliation, reason && spaced(reason)]
    .filter(Boolean)
    .join(", ");
  const standing = reviews.verdict(data.id[row]);
  const key = (letter: string) => lettersOn() && <kbd aria-hidden="true">{letter}</kbd>;
  const verdictButton = (verdict: Verdict, name: string, letter: string, act: () => void) => (
    <button
      type="button"
      class={verdict}
      aria-pressed={standing === verdict}
      aria-keyshortcuts={letter}
      onClick={act}
    >
      {name} {key(letter)}
    </button>
  );
  return (
    <aside class="detail" aria-label="Quote" inert={covered}>
      <div class="head">
        <button
          type="button"
          class="quiet icon"
          aria-label="Previous quote"
          title="Previous (k)"
          disabled={walk.previous === null}
          onClick={() => goTo(walk.previous)}
        >
          <UpIcon />
        </button>
        <button
          type="button"
          class="quiet icon"
          aria-label="Next quote"
          title="Next (j)"
          disabled={walk.next === null}
          onClick={() => goTo(walk.next)}
        >
          <DownIcon />
        </button>
        <span class="where" role="status">
          {place < 0 ? "Not among the quotes shown" : `${number(place + 1)} of ${number(rows.length)}`}
        </span>
        <button
          type="button"
          class="quiet icon"
          aria-label="Copy the quote with its source"
          title="Copy the quote with its source"
          onClick={() => void copy(page, row, passage)}
        >
          <CopyIcon />
        </button>
        <button type="button" class="quiet icon" aria-label="Close" title="Close (Esc)" onClick={close}>
          <CloseIcon />
        </button>
      </div>
      {/* Read out when keys go from quote to quote, with the focus elsewhere. */}
      <p class="unseen" role="status">
        {speaker.name}: {data.quote[row].slice(0, 300)}
      </p>
      <div class="scroll">
        <h2 ref={heading} tabIndex={-1}>
          <bdi>{speaker.name}</bdi>
        </h2>
        {role && (
          <p class="role">
            <bdi>{role}</bdi>
          </p>
        )}
        {passage && detail ? (
          editing ? (
            <Correct
              title={editing.title}
              article={data.article[row]}
              passage={passage}
              before={editing.before}
              marks={
                editing.id === null
                  ? layersOf(detail).filter(({ layer }) => layer === "mention" || layer === "cue")
                  : []
              }
              save={(correction) => {
                stopEditing();
                if (editing.id === null) decide({ verdict: "corrected", correction }, false);
                else {
                  reviews.add(article, correction, editing.id === NEW ? undefined : editing.id);
                  say("Added");
                }
              }}
              cancel={stopEditing}
            />
          ) : (
            <>
              <InPassage
                row={row}
                passage={passage}
                detail={detail}
                shown={shown}
                whole={whole}
                setWhole={setWhole}
              />
              {passage.text !== null && (
                <AddedQuotes
                  text={passage.text}
                  article={article}
                  add={addMissed}
                  edit={(id, before) => setEditing({ id, before, title: "A quote that was missed" })}
                />
              )}
              <Facts row={row} passage={passage} detail={detail} />
            </>
          )
        ) : (
          <p class={passage === opened ? "hint" : "note"}>{opened ?? "Opening the article …"}</p>
        )}
      </div>
      {!editing && (
        <div class="verdicts" role="group" aria-label="Review">
          {verdictButton("accepted", "Accept", "a", () => judge("accepted", false))}
          {verdictButton("rejected", "Reject", "r", () => judge("rejected", false))}
          {verdictButton("corrected", "Correct", "c", correct)}
        </div>
      )}
    </aside>
  );
}

const NEW = "new";

/** The passage of the article of a row; null until it is there, and a message where it cannot be. */
function usePassage(row: number | undefined): Passage | string | null {
  const { data, passages } = usePage();
  const article = row === undefined ? null : data.article[row];
  const [found, setFound] = useState<{ article: number; passage: Passage | string } | null>(null);
  useEffect(() => {
    if (article === null) return;
    let wanted = true;
    void passages
      .of(article)
      .catch((error: unknown) => cannotOpen("article", error))
      .then((passage) => wanted && setFound({ article, passage }));
    return () => {
      wanted = false;
    };
  }, [article, passages]);
  return found?.article === article ? found.passage : null;
}

/** Copy the quote as it is decided, with its source. */
async function copy({ data, reviews, say }: Page, row: number, passage: Passage | null): Promise<void> {
  const correction = reviews.get(data.id[row])?.correction;
  const text = passage?.text ?? null;
  const quote = correction && text !== null ? wordsOf(text, correction.content) : data.quote[row];
  const said = correction ? correction.said : saidOf(data, row)?.[0];
  const speaker = speakerName(data, row, correction);
  const who = [speaker.name, speaker.title].filter(Boolean).join(", ");
  const where = [
    articleName(data, row),
    wordOf(data, data.outlet[row]),
    data.articles.published[data.article[row]],
  ]
    .filter(Boolean)
    .join(", ");
  const cited = `“${quote}” – ${who}${said ? `, ${said}` : ""} (${where})`;
  try {
    await navigator.clipboard.writeText(cited);
    say("Copied");
  } catch {
    say("The browser does not allow copying here");
  }
}
