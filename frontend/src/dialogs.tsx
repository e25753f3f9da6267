import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { makeCsv } from "./csv";
import { fileName, save } from "./files";
import { type Gold, makeGold } from "./gold";
import { CloseIcon } from "./icons";
import { KEYS, lettersOn, turnLetters } from "./keys";
import { usePage } from "./page";
import { cannotOpen, counted, number } from "./words";

export type DialogName = "help" | "download" | "review";

export function Dialogs({ name, close }: { name: DialogName | null; close: () => void }) {
  if (name === null) return null;
  const title = { help: "Help", download: "Download", review: "Review" }[name];
  const content = { help: <Help />, download: <Download close={close} />, review: <Review /> }[name];
  return (
    <Dialog key={name} title={title} close={close}>
      {content}
    </Dialog>
  );
}

function Dialog({
  title,
  close,
  children,
}: {
  title: string;
  close: () => void;
  children: ComponentChildren;
}) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current!.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // A click beside the box; Esc, which closes it too, is the element's own.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={box}
      aria-label={title}
      onClose={close}
      onClick={(event) => {
        if (event.target === box.current) box.current!.close();
      }}
    >
      <div class="head">
        <h2>{title}</h2>
        <button type="button" class="quiet icon" aria-label="Close" onClick={() => box.current!.close()}>
          <CloseIcon />
        </button>
      </div>
      {children}
    </dialog>
  );
}

function Help() {
  const { data } = usePage();
  const [letters, setLetters] = useState(lettersOn);
  const licences = useMemo(() => JSON.parse(document.getElementById("licences")!.textContent) as string, []);
  const { run } = data;
  return (
    <>
      <h3>Keys</h3>
      <dl class="keys">
        {KEYS.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              {keys.split(", ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label class="inline">
        <input
          type="checkbox"
          checked={letters}
          onChange={() => {
            turnLetters(!letters);
            setLetters(!letters);
          }}
        />{" "}
        Keys of one letter do something
      </label>
      <h3>Search</h3>
      <p>
        Every word must stand in the quote, the speaker’s name, an organization’s or the article’s title;
        words in "quotation marks" must stand together. Accents and capitals make no difference. The address
        of the page holds all filters: bookmark it, or send it to somebody who has this file.
      </p>
      <h3>Dates</h3>
      <p>
        A date in brackets is the day of publication, where nothing tells when the words were said. It counts
        as the date in filters and charts. X stands for what is not known: XXXX-08-01 is the first of August
        of some year.
      </p>
      <h3>Privacy</h3>
      <p>
        This file holds everything that it shows, the articles included, and loads nothing. What you decide
        stays in this browser until you export it.
      </p>
      <h3>About</h3>
      <p>
        Made by extract {run.extract} from {run.file}
        {run.model && `, model ${run.model}`}
        {run.started && `, run of ${run.started.slice(0, 10)}`}.
      </p>
      <details>
        <summary>Licences</summary>
        <pre>{licences}</pre>
      </details>
    </>
  );
}

function Download({ close }: { close: () => void }) {
  const { data, rows, passages, reviews, say } = usePage();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  if (rows.length === 0) return <p>No quote is shown now; take a filter away first.</p>;
  const load = async (excel: boolean) => {
    setBusy(true);
    setProblem("");
    try {
      const text = await makeCsv(data, rows, passages, reviews, { excel });
      save(`${fileName(data.run.title)}.csv`, "text/csv", text);
      say(`${counted(rows.length, "quote")} downloaded`);
      close();
    } catch (error) {
      setProblem(cannotOpen("articles", error));
      setBusy(false);
    }
  };
  return (
    <>
      <p>
        The {counted(rows.length, "quote")} that {rows.length === 1 ? "is" : "are"} shown now, in this order,
        a row for each quote and organization; with the columns of records.csv and one for your review.
        Corrections are in it.
      </p>
      <div class="buttons">
        <button type="button" class="primary" disabled={busy} onClick={() => void load(false)}>
          CSV
        </button>
        <button type="button" disabled={busy} onClick={() => void load(true)}>
          CSV for Excel
        </button>
      </div>
      <p class="hint">
        For Excel, cells that it would take for formulas get an apostrophe in front, each stays on one line,
        and texts over 32,767 characters are cut.
      </p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

function Review() {
  const { data, passages, reviews, say } = usePage();
  const [gold, setGold] = useState<Gold | null>(null);
  const [problem, setProblem] = useState("");
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => {
    let wanted = true;
    setGold(null);
    makeGold(data, passages, reviews)
      .then((made) => wanted && setGold(made))
      .catch((error: unknown) => wanted && setProblem(cannotOpen("articles", error)));
    return () => {
      wanted = false;
    };
  }, [data, passages, reviews, reviews.version]);
  const counts = reviews.counts();
  const name = fileName(data.run.title);
  const load = async () => {
    const chosen = file.current?.files?.[0];
    if (!chosen) return;
    try {
      const { taken, elsewhere } = reviews.take(await chosen.text());
      say(`${counted(taken, "decision")} loaded`);
      setProblem(
        elsewhere === 0
          ? ""
          : `${chosen.name}: ${counted(elsewhere, "decision")} of ${number(taken)} on records that are not in this page; ` +
              "they are kept, and count in a page that has these records.",
      );
    } catch (error) {
      setProblem(`${chosen.name}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      // The same file can be chosen again.
      file.current!.value = "";
    }
  };
  return (
    <>
      <p>
        {number(counts.accepted)} accepted, {number(counts.corrected)} corrected, {number(counts.rejected)}{" "}
        rejected of {counted(data.count, "quote")}
        {counts.added > 0 && `; ${number(counts.added)} added`}.{" "}
        {reviews.size === 0 && "Open a quote and press a to accept it, r to reject it, c to correct it."}
      </p>
      {reviews.unkept && <p class="note">{reviews.unkept}.</p>}
      <h3>Gold</h3>
      <p>
        Articles with the quotes that you accepted, corrected and added, for <code>extract score</code> and{" "}
        <code>extract train</code>. Quotes of these articles that you have not decided on go in as optional:
        they count neither way.
      </p>
      {gold && gold.articles > 0 && (
        <p>
          {counted(gold.articles, "article")}, {counted(gold.sure, "quote")}
          {gold.open > 0 && `, ${number(gold.open)} optional`}.
        </p>
      )}
      {gold && gold.withoutText > 0 && (
        <p class="note">
          {counted(gold.withoutText, "decision")} left out: the articles are not in this page, and gold needs
          their texts.
        </p>
      )}
      {gold && gold.beyond > 0 && (
        <p class="note">
          {counted(gold.beyond, "decision")} left out: made on a longer text of the article than the one in
          this page; decide on them again.
        </p>
      )}
      <div class="buttons">
        <button
          type="button"
          class="primary"
          disabled={gold === null || gold.articles === 0}
          onClick={() => save(`${name}.gold.jsonl`, "application/jsonl", gold!.lines)}
        >
          Export gold
        </button>
      </div>
      <h3>Decisions</h3>
      <p>Save them to go on in another browser, or on a page made again of the same articles.</p>
      <div class="buttons">
        <button
          type="button"
          disabled={reviews.size === 0}
          onClick={() => save(`${name}.review.json`, "application/json", reviews.asFile())}
        >
          Save decisions
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          Load decisions
        </button>
        <button
          type="button"
          disabled={reviews.size === 0}
          onClick={() => {
            if (confirm(`Forget ${counted(reviews.size, "decision")}?`)) reviews.clear();
          }}
        >
          Forget all
        </button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label="File of decisions"
          onChange={() => void load()}
        />
      </div>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
