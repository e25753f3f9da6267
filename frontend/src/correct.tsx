import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Data, list, NONE } from "./data";
import { Extents } from "./extents";
import { usePage } from "./page";
import type { Layered, Passage } from "./passage";
import type { Correction } from "./review";
import { spaced } from "./words";

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
  const set = (part: Partial<Correction>) => setNow((old) => ({ ...old, ...part }));
  const { names, subjects } = namesOf(data, article);
  const submit = (event: Event) => {
    event.preventDefault();
    const done: Correction = {
      ...now,
      speaker: now.speaker?.trim() ?? null,
      mention: now.mention?.trim() ?? null,
      cue: now.cue?.trim() ?? null,
      said: now.said?.trim() ?? null,
      organizations: [
        ...new Set(
          organizations
            .split("\n")
            .map((name) => name.trim())
            .filter(Boolean),
        ),
      ],
    };
    const wrong = wrongIn(done, passage);
    if (wrong) setProblem(wrong);
    else save(done);
  };
  const field = (
    name: "speaker" | "mention" | "cue" | "said",
    label: string,
    hint: string,
    known?: string,
  ) => (
    <label>
      <span>{label}</span>
      <input
        ref={name === "speaker" ? first : undefined}
        name={name}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        list={known}
        placeholder={hint}
        value={now[name] ?? ""}
        onInput={(event) =>
          set({ [name]: event.currentTarget.value.trim() === "" ? null : event.currentTarget.value })
        }
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
    // Keys of the form as a whole, wherever in it they are pressed.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
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
        <Extents
          text={passage.text}
          passage={passage}
          marks={marks}
          content={now.content}
          change={(content) => set({ content })}
        />
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
              <button
                key={name}
                type="button"
                class="link"
                onClick={() => setOrganizations(`${organizations}\n${name}`.trim())}
              >
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
  if (done.said !== null && !EDTF.test(done.said))
    return `Said is ${done.said}; write YYYY-MM-DD, YYYY-MM, YYYY, two of them with a slash between, or nothing.`;
  if (text === null) return null;
  if (done.content.length === 0) return "Nothing is marked as content; select the words and add them.";
  for (const [words, name] of [
    [done.mention, "source"],
    [done.cue, "cue"],
  ])
    if (words && !text.includes(words))
      return `The ${name} “${words}” does not stand in the article; copy it from there.`;
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
