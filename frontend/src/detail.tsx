import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Correct } from "./correct";
import { list, NONE } from "./data";
import { CloseIcon, CopyIcon, DownIcon, UpIcon } from "./icons";
import { lettersOn, useKeys } from "./keys";
import { usePage } from "./page";
import { type Detail as Details, layersOf, type Layered, type Passage } from "./passage";
import { asDecided, type Correction, type Decision, type Verdict } from "./review";
import { only, writeFragment, withoutFilters } from "./state";
import { openPlace } from "./table";
import { articleName, basisName, choiceName, number, percent, spaced, speakerName, standingName } from "./words";
import { selected, Words } from "./words_shown";

/** What the form is open for: the record itself, or a quote that the reader adds. */
type Editing = { id: string | null; before: Correction; title: string };

/** The open quote: in its passage, with all that the record says, and what the reader decides. */
export function Detail() {
  const page = usePage();
  const { data, state, rows, reviews, go, say } = page;
  const row = data.rowOf.get(state.open!);
  const passage = usePassage(row);
  const [editing, setEditing] = useState<Editing | null>(null);
  /** Whether the form was asked for before the article was there. */
  const [asked, setAsked] = useState(false);
  const [whole, setWhole] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const place = openPlace(data, rows, state);
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
    if (matchMedia("(max-width: 1100px)").matches) heading.current?.focus({ preventScroll: true });
  }, [state.open]);

  const step = (by: number) => {
    const next = rows[place + by];
    if (next !== undefined) go({ ...state, open: data.id[next] });
  };
  const decide = (decision: Decision | undefined, advance: boolean) => {
    const next = rows[place + 1];
    reviews.decide(state.open!, decision);
    const what = decision ? standingName(decision.verdict) : "Not reviewed";
    say(`${what}: ${speakerName(data, row!)}${reviews.kept ? "" : ". The browser keeps nothing here; export before you close the page."}`);
    if (advance && next !== undefined) go({ ...state, open: data.id[next] });
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
    setEditing({ id: null, before: asDecided(data, row, detail, reviews.get(data.id[row])), title: "Correct the record" });
  }, [asked, detail]);
  const correct = () => setAsked(true);
  const addMissed = () => {
    if (!passage?.text || !detail) return;
    // Asked again without a selection, it begins behind the open quote, to be moved from there.
    const place = selected(shown.current) ?? (whole ? wordBehind(passage.text, detail.content.at(-1)!.end) : null);
    if (place) setEditing({ id: NEW, before: missed(passage.text, place), title: "A quote that was missed" });
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
    row === undefined || editing
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
      <aside class="detail" aria-label="Quote">
        <p class="hint">There is no such quote here. It may be of another run.</p>
        <button type="button" onClick={close}>
          Close
        </button>
      </aside>
    );
  const article = data.articles.id[data.article[row]];
  const standing = reviews.verdict(data.id[row]);
  const key = (letter: string) => lettersOn() && <kbd aria-hidden="true">{letter}</kbd>;
  const verdictButton = (verdict: Verdict, name: string, letter: string, act: () => void) => (
    <button type="button" class={verdict} aria-pressed={standing === verdict} aria-keyshortcuts={letter} onClick={act}>
      {name} {key(letter)}
    </button>
  );
  return (
    <aside class="detail" aria-label="Quote">
      <div class="head">
        <button type="button" class="quiet icon" aria-label="Previous quote" title="Previous (k)" disabled={place < 1} onClick={() => step(-1)}>
          <UpIcon />
        </button>
        <button
          type="button"
          class="quiet icon"
          aria-label="Next quote"
          title="Next (j)"
          disabled={place < 0 || place + 1 >= rows.length}
          onClick={() => step(1)}
        >
          <DownIcon />
        </button>
        <span class="where" role="status">
          {place < 0 ? "Not among the quotes shown" : `${number(place + 1)} of ${number(rows.length)}`}
        </span>
        <button type="button" class="quiet icon" aria-label="Copy the quote with its source" title="Copy the quote with its source" onClick={() => copy(page, row)}>
          <CopyIcon />
        </button>
        <button type="button" class="quiet icon" aria-label="Close" title="Close (Esc)" onClick={close}>
          <CloseIcon />
        </button>
      </div>
      <div class="scroll">
        <h2 ref={heading} tabIndex={-1}>
          <bdi>{speakerName(data, row)}</bdi>
        </h2>
        <p class="role">
          <bdi>
            {[data.title[row] === NONE ? null : data.words[data.title[row]], detail?.affiliation].filter(Boolean).join(", ") ||
              (data.speaker[row] === NONE && data.reason[row] !== NONE ? spaced(data.words[data.reason[row]]) : "")}
          </bdi>
        </p>
        {passage && detail ? (
          editing ? (
            <Correct
              title={editing.title}
              article={data.article[row]}
              passage={passage}
              before={editing.before}
              marks={editing.id === null ? layersOf(detail).filter(({ layer }) => layer === "mention" || layer === "cue") : []}
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
              <InPassage row={row} passage={passage} detail={detail} shown={shown} whole={whole} setWhole={setWhole} />
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
          <p class="hint">Opening the article …</p>
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

function wordBehind(text: string, end: number): { start: number; end: number } | null {
  const word = /\S*\s+(\S+)/.exec(text.slice(end, end + 400));
  return word && { start: end + word[0].length - word[1].length, end: end + word[0].length };
}

/** A quote that was missed, as far as its words tell. */
function missed(text: string, { start, end }: { start: number; end: number }): Correction {
  const words = text.slice(start, end);
  const [from, to] = [start + words.length - words.trimStart().length, end - words.length + words.trimEnd().length];
  const marked = /["“”„«»]/.test(text[from - 1] ?? "");
  const none = { cue: null, mention: null, speaker: null, organizations: [], said: null };
  return { ...none, content: [[from, to]], kind: "person", type: marked ? "direct" : "indirect", act: "statement" };
}

interface AddedProps {
  text: string;
  article: string;
  add: () => void;
  edit: (id: string, quote: Correction) => void;
}

/** The quotes that the reader added to the article. */
function AddedQuotes({ text, article, add, edit }: AddedProps) {
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
      <button type="button" class="link" aria-keyshortcuts="n" onPointerDown={(event) => event.preventDefault()} onMouseDown={(event) => event.preventDefault()} onClick={add}>
        Add a missed quote
      </button>
    </section>
  );
}

function usePassage(row: number | undefined): Passage | null {
  const { data, passages } = usePage();
  const article = row === undefined ? null : data.article[row];
  const [found, setFound] = useState<{ article: number; passage: Passage } | null>(null);
  useEffect(() => {
    if (article === null) return;
    let wanted = true;
    void passages.of(article).then((passage) => wanted && setFound({ article, passage }));
    return () => {
      wanted = false;
    };
  }, [article, passages]);
  return found !== null && found.article === article ? found.passage : null;
}

interface PartProps {
  row: number;
  passage: Passage;
  detail: Details;
}

const MISSING: Record<string, string> = {
  missing: "The article was not found when this page was made, so the quote stands alone.",
  differs: "The article has changed since it was read, so the quote stands alone.",
  left_out: "This page was made without the articles, so the quote stands alone.",
};

interface InPassageProps extends PartProps {
  shown: RefObject<HTMLDivElement | null>;
  whole: boolean;
  setWhole: (on: boolean) => void;
}

function InPassage({ row, passage, detail, shown, whole, setWhole }: InPassageProps) {
  const { data, reviews } = usePage();
  const decision = reviews.get(data.id[row]);
  const text = passage.text;
  useEffect(() => {
    if (whole) shown.current?.querySelector("mark")?.scrollIntoView({ block: "center" });
    else shown.current?.closest(".scroll")?.scrollTo({ top: 0 });
  }, [whole, row]);
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
  const near = nearby(passage, layers.filter(({ layer }) => layer !== "organization" && layer !== "date"));
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

function Facts({ row, detail, passage }: PartProps) {
  const { data, state, reviews } = usePage();
  const decision = reviews.get(data.id[row]);
  const { articles } = data;
  const article = data.article[row];
  const said = data.saidCode[row] === NONE ? null : data.said[data.saidCode[row]];
  const flags = [...list(data.flags, row)].map((code) => spaced(data.words[code]));
  const subjects = [...list(data.subject, row)].map((code) => data.subjects[code]);
  const all = withoutFilters(state);
  const more = (facet: "speaker" | "organization" | "article", value: string, words: string) => (
    <a href={writeFragment(only({ ...all, open: state.open, view: "quotes" }, facet, value))}>
      <bdi>{words}</bdi>
    </a>
  );
  return (
    <>
      {decision?.correction && <Corrected row={row} passage={passage} correction={decision.correction} />}
      <dl class="facts">
        <dt>Speaker</dt>
        <dd>
          {data.speaker[row] === NONE ? choiceName("speaker", "") : more("speaker", data.words[data.speaker[row]], data.words[data.speaker[row]])}
          <small>
            {spaced(data.words[data.kind[row]])}
            {detail.speakerId && ` · ${detail.speakerId}`}
            {detail.mention && (
              <>
                {" · written “"}
                <bdi>{detail.mention.words}</bdi>”
              </>
            )}
          </small>
          {detail.members.length > 0 && (
            <small>
              jointly: <bdi>{detail.members.map(([name]) => name).join(", ")}</bdi>
            </small>
          )}
        </dd>
        <dt>Said</dt>
        <dd>
          {said ? said[0].replace("/", " – ") : "not known"}
          {said && (
            <small>
              {basisName(said[3])}
              {detail.saidText && (
                <>
                  {": “"}
                  <bdi>{detail.saidText}</bdi>”
                </>
              )}
            </small>
          )}
        </dd>
        <dt>About</dt>
        <dd>
          {subjects.length === 0 && "no organization"}
          {subjects.map(([name, id, kind], at) => (
            <span class="subject" key={`${name} ${id}`}>
              {more("organization", name, name)}
              <small>
                {[kind === "organization" ? null : kind, id, detail.organizations[at].how].filter(Boolean).join(" · ")}
              </small>
            </span>
          ))}
        </dd>
        {detail.cue && (
          <>
            <dt>Cue</dt>
            <dd>
              <bdi>{detail.cue.words}</bdi>
            </dd>
          </>
        )}
        {detail.dates.length > 0 && (
          <>
            <dt>Dates</dt>
            <dd>
              {detail.dates.map(({ place, value }) => (
                <span class="subject" key={`${place.start}`}>
                  <bdi>{place.words}</bdi> <small>{value}</small>
                </span>
              ))}
            </dd>
          </>
        )}
        <dt>Article</dt>
        <dd>
          {more("article", articles.id[article], articleName(data, row))}
          <small>
            <bdi>
              {[data.outlet[row] === NONE ? null : data.words[data.outlet[row]], articles.published[article], articles.path[article]]
                .filter(Boolean)
                .join(" · ")}
            </bdi>
          </small>
        </dd>
        <dt>Type</dt>
        <dd>
          {spaced(data.words[data.type[row]])}, {spaced(data.words[data.act[row]])}
        </dd>
        <dt>Confidence</dt>
        <dd>
          {percent(data.confidence[row])} <small class="beside">of the quote,</small> {percent(data.speakerConfidence[row])}{" "}
          <small class="beside">of the speaker</small>
        </dd>
        {flags.length > 0 && (
          <>
            <dt>Flags</dt>
            <dd>{flags.join(", ")}</dd>
          </>
        )}
        <dt>Record</dt>
        <dd class="mono">{data.id[row]}</dd>
      </dl>
    </>
  );
}

function Corrected({ passage, correction }: { row: number; passage: Passage; correction: Correction }) {
  return (
    <section class="corrected-note" aria-label="Your correction">
      <h3>Your correction</h3>
      <dl class="facts">
        <dt>Content</dt>
        <dd dir="auto">{passage.text !== null && correction.content.map(([start, end]) => passage.text!.slice(start, end)).join(" … ")}</dd>
        <dt>Speaker</dt>
        <dd>
          <bdi>{correction.speaker ?? choiceName("speaker", "")}</bdi>
        </dd>
        <dt>About</dt>
        <dd>
          <bdi>{correction.organizations.join(" · ") || "no organization"}</bdi>
        </dd>
        <dt>Said</dt>
        <dd>{correction.said ?? "not known"}</dd>
        <dt>Type</dt>
        <dd>
          {correction.type}, {correction.act}
        </dd>
      </dl>
    </section>
  );
}

async function copy({ data, say }: ReturnType<typeof usePage>, row: number): Promise<void> {
  const outlet = data.outlet[row] === NONE ? null : data.words[data.outlet[row]];
  const title = data.title[row] === NONE ? null : data.words[data.title[row]];
  const said = data.saidCode[row] === NONE ? null : data.said[data.saidCode[row]][0];
  const who = [speakerName(data, row), title].filter(Boolean).join(", ");
  const where = [articleName(data, row), outlet, data.articles.published[data.article[row]]].filter(Boolean).join(", ");
  const text = `“${data.quote[row]}” – ${who}${said ? `, ${said}` : ""} (${where})`;
  try {
    await navigator.clipboard.writeText(text);
    say("Copied");
  } catch {
    say("The browser does not allow copying here");
  }
}
