import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Data, list, NONE } from "./data";
import { usePage } from "./page";
import type { Layered, Passage } from "./passage";
import type { Correction } from "./review";
import { spaced } from "./words";
import { selected, Words } from "./words_shown";

const TYPES = ["direct", "mixed", "indirect"];
const ACTS = ["statement", "attitude", "other"];
const KINDS = ["person", "organization", "group", "document", "unknown"];
/** EDTF as far as records have it: days, months, years, X for what is not known, intervals. */
const DATE = String.raw`-?[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?[?~%]?`;
const EDTF = new RegExp(`^${DATE}(?:/${DATE})?$`);

interface Props {
  title: string;
  /** By its place among the articles. */
  article: number;
  passage: Passage;
  /** What the form begins with. */
  before: Correction;
  /** Source and cue as found. */
  marks: readonly Layered[];
  save: (correction: Correction) => void;
  cancel: () => void;
}

/** The form in which a record is corrected, or a missed quote described. */
export function Correct({ title, article, passage, before, marks, save, cancel }: Props) {
  const { data } = usePage();
  const [now, setNow] = useState(before);
  const [organizations, setOrganizations] = useState(() => now.organizations.join("\n"));
  const [problem, setProblem] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const set = (part: Partial<Correction>) => setNow((before) => ({ ...before, ...part }));
  const { names, subjects } = namesOf(data, article);
  const submit = (event: Event) => {
    event.preventDefault();
    const done: Correction = {
      ...now,
      organizations: [...new Set(organizations.split("\n").map((name) => name.trim()).filter(Boolean))],
    };
    const wrong = wrongIn(done, passage);
    if (wrong) setProblem(wrong);
    else save(done);
  };
  const field = (name: "speaker" | "mention" | "cue" | "said", label: string, hint: string, names?: string) => (
    <label>
      <span>{label}</span>
      <input
        ref={name === "speaker" ? first : undefined}
        name={name}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        list={names}
        placeholder={hint}
        value={now[name] ?? ""}
        onInput={(event) => set({ [name]: event.currentTarget.value.trim() === "" ? null : event.currentTarget.value })}
      />
    </label>
  );
  const choice = (name: "kind" | "type" | "act", label: string, values: readonly string[]) => (
    <label>
      <span>{label}</span>
      <select name={name} value={now[name]} onChange={(event) => set({ [name]: event.currentTarget.value })}>
        {[...new Set([...values, now[name]])].map((value) => (
          <option key={value} value={value}>
            {spaced(value)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form
      class="correct"
      aria-label={title}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.preventDefault();
          cancel();
        } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
      }}
    >
      <h3>{title}</h3>
      {passage.text !== null && (
        <Extents text={passage.text} passage={passage} marks={marks} content={now.content} change={(content) => set({ content })} />
      )}
      {field("speaker", "Speaker", "no name", "names-known")}
      {choice("kind", "Kind of speaker", KINDS)}
      <label>
        <span>Organizations, one a line</span>
        <textarea
          name="organizations"
          rows={Math.max(2, organizations.split("\n").length)}
          dir="auto"
          spellcheck={false}
          value={organizations}
          onInput={(event) => setOrganizations(event.currentTarget.value)}
        />
      </label>
      {subjects.length > 0 && (
        <div class="offers">
          <span class="hint">In this article:</span>
          {subjects
            .filter((name) => !organizations.split("\n").includes(name))
            .map((name) => (
              <button key={name} type="button" class="link" onClick={() => setOrganizations(`${organizations}\n${name}`.trim())}>
                <bdi>{name}</bdi>
              </button>
            ))}
        </div>
      )}
      {field("said", "Said", "YYYY-MM-DD, or leave empty")}
      <div class="pair">
        {choice("type", "Type", TYPES)}
        {choice("act", "Act", ACTS)}
      </div>
      {field("mention", "Source: the phrase beside the quote", "none")}
      {field("cue", "Cue: the words that report it", "none")}
      <datalist id="names-known">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="buttons">
        <button type="submit" class="primary" title="Ctrl+Enter">
          Save
        </button>
        <button type="button" onClick={cancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/** What must be put right before it can be saved. */
function wrongIn(done: Correction, { text }: Passage): string | null {
  if (done.said !== null && !EDTF.test(done.said.trim()))
    return `Said is ${done.said}; write YYYY-MM-DD, YYYY-MM, YYYY, two of them with a slash between, or nothing.`;
  if (text === null) return null;
  if (done.content.length === 0) return "Nothing is marked as content; select the words and add them.";
  for (const [words, name] of [
    [done.mention, "source"],
    [done.cue, "cue"],
  ])
    if (words && !text.includes(words)) return `The ${name} “${words}” does not stand in the article; copy it from there.`;
  return null;
}

/** Speakers and organizations of the other records of an article. */
function namesOf(data: Data, article: number): { names: string[]; subjects: string[] } {
  const names = new Set<string>();
  const subjects = new Set<string>();
  for (let row = 0; row < data.count; row++) {
    if (data.article[row] !== article) continue;
    if (data.speaker[row] !== NONE) names.add(data.words[data.speaker[row]]);
    for (const code of list(data.subject, row))
      if (data.subjects[code][2] === "organization") subjects.add(data.subjects[code][0]);
  }
  return { names: [...names], subjects: [...subjects] };
}

interface ExtentsProps {
  text: string;
  passage: Passage;
  marks: readonly Layered[];
  content: [number, number][];
  change: (content: [number, number][]) => void;
}

/** Where the content begins and ends: by selecting words, or word by word with buttons. */
function Extents({ text, passage, marks, content, change }: ExtentsProps) {
  const shown = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState(0);
  const [letters, setLetters] = useState(false);
  const [hint, setHint] = useState("");
  const at = Math.min(part, content.length - 1);
  const layers: Layered[] = [...content.map(([start, end]): Layered => ({ start, end, layer: "content" })), ...marks];
  const low = Math.min(...layers.map(({ start }) => start));
  const high = Math.max(...layers.map(({ end }) => end));
  const paragraphs = passage.paragraphs;
  const first = Math.max(0, paragraphs.findIndex(([, end]) => end > low) - 1);
  const last = paragraphs.findLastIndex(([start]) => start < high) + 1;
  const replace = (place: [number, number]) => change(content.map((old, index) => (index === at ? place : old)));
  const take = (use: (place: [number, number]) => void) => {
    const found = selected(shown.current);
    setHint(found ? "" : "Select words of the article first.");
    if (found) use(trimmed(text, found.start, found.end));
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
        <button type="button" onClick={() => take((place) => (content.length > 0 ? replace(place) : change([place])))}>
          Use what is selected
        </button>
        <button
          type="button"
          onClick={() =>
            take((place) => {
              const all = [...content, place].sort((one, other) => one[0] - other[0]);
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

function trimmed(text: string, start: number, end: number): [number, number] {
  const words = text.slice(start, end);
  return [start + words.length - words.trimStart().length, end - words.length + words.trimEnd().length];
}
