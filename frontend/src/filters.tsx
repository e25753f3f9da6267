import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { isoOf, NO_DAY } from "./data";
import { CloseIcon } from "./icons";
import { useKeys } from "./keys";
import { usePage } from "./page";
import { fold } from "./search";
import { type Facet, FACETS, isFiltered, toggled, withoutFilters } from "./state";
import { choiceName, counted, FACET_NAMES, number } from "./words";

const FEW = 6;
const MANY = 40;

interface Props {
  /** Whether they are open over the page, where it has no room for them beside it. */
  drawer: boolean;
  /** Whether something is open over them. */
  covered: boolean;
  close: () => void;
}

export function Filters({ drawer, covered, close }: Props) {
  const { state, rows, go } = usePage();
  const closer = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (drawer) closer.current?.focus();
  }, [drawer]);
  useKeys(drawer ? { Escape: close } : {});
  return (
    <aside id="filters" class={drawer ? "open" : ""} aria-label="Filters" inert={covered}>
      <div class="head">
        <h2>Filters</h2>
        {isFiltered(state) && (
          <button type="button" class="link" onClick={() => go(withoutFilters(state), { step: true })}>
            Clear all
          </button>
        )}
        <button
          ref={closer}
          type="button"
          class="quiet icon drawer-only"
          aria-label="Close the filters"
          onClick={close}
        >
          <CloseIcon />
        </button>
      </div>
      <FacetList facet="speaker" find="Find a speaker" />
      <FacetList facet="organization" find="Find an organization" />
      <Days />
      <FacetList facet="type" />
      <FacetList facet="act" hidden />
      <FacetList facet="outlet" find="Find an outlet" hidden />
      <FacetList facet="kind" hidden />
      <Confidence />
      <FacetList facet="flag" hidden />
      <FacetList facet="review" />
      <div class="foot drawer-only">
        <button type="button" class="primary" onClick={close}>
          Show {counted(rows.length, "quote")}
        </button>
      </div>
    </aside>
  );
}

/** hidden: when there is nothing to choose between. */
function FacetList({ facet, find, hidden = false }: { facet: Facet; find?: string; hidden?: boolean }) {
  const { engine, state, rows, reviews, go } = usePage();
  const [wanted, setWanted] = useState("");
  const [all, setAll] = useState(false);
  // The engine and the reviews change in place: by what `rows` are of, and at each version.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const choices = useMemo(() => engine.choices(facet), [engine, facet, rows, reviews.version]);
  const chosen = state.chosen[facet];
  if (hidden && choices.length < 2 && chosen.length === 0) return null;
  const missing = chosen.filter((value) => !choices.some((choice) => choice.value === value));
  const known = [...missing.map((value) => ({ value, count: 0 })), ...choices];
  const fitting = wanted
    ? known.filter(({ value }) => fold(choiceName(facet, value)).includes(fold(wanted)))
    : [
        ...known.filter(({ value }) => chosen.includes(value)),
        ...known.filter(({ value }) => !chosen.includes(value)),
      ];
  const most = wanted || all ? MANY : Math.max(FEW, chosen.length);
  const shown = fitting.slice(0, most);
  const rest = fitting.length - shown.length;
  const top = choices[0]?.count || 1;
  return (
    <fieldset class="facet">
      <legend>{FACET_NAMES[facet]}</legend>
      {find && choices.length > FEW && (
        <input
          type="search"
          aria-label={find}
          placeholder={find}
          autocomplete="off"
          spellcheck={false}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <ul>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={() => go(toggled(state, facet, value), { step: true })}
              />
              <span class="choice" title={choiceName(facet, value)}>
                <bdi>{choiceName(facet, value)}</bdi>
              </span>
              <span class="count">
                {number(count)}
                <span class="unseen"> quotes</span>
              </span>
              <span class="share" style={{ "--share": count / top }} />
            </label>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p class="hint">{wanted === "" ? "None here." : "None fits."}</p>}
      {(rest > 0 || (all && !wanted)) &&
        (most === MANY && rest > 0 ? (
          <p class="hint">
            {number(rest)} more{find && "; search to find them"}
            {!wanted && (
              <>
                {" "}
                ·{" "}
                <button type="button" class="link" onClick={() => setAll(false)}>
                  Fewer
                </button>
              </>
            )}
          </p>
        ) : (
          <button type="button" class="link" onClick={() => setAll(!all)}>
            {all ? "Fewer" : `${number(rest)} more`}
          </button>
        ))}
    </fieldset>
  );
}

function Days() {
  const { data, state, go } = usePage();
  const [first, last] = useMemo(() => {
    let low = Infinity;
    let high = -Infinity;
    for (let row = 0; row < data.count; row++) {
      if (data.firstDay[row] === NO_DAY) continue;
      low = Math.min(low, data.firstDay[row]);
      high = Math.max(high, data.lastDay[row]);
    }
    return Number.isFinite(low) ? [isoOf(low), isoOf(high)] : ["", ""];
  }, [data]);
  if (!first) return null;
  const field = (name: "from" | "to", label: string) => (
    <label>
      {label}
      <input
        type="date"
        min={first}
        max={last}
        value={state[name]}
        onChange={(event) => go({ ...state, [name]: event.currentTarget.value }, { step: true })}
      />
    </label>
  );
  return (
    <fieldset class="facet days">
      <legend>Said</legend>
      <div class="pair">
        {field("from", "From")}
        {field("to", "To")}
      </div>
      <p class="hint">
        {first} to {last}; published, where nothing says when
      </p>
    </fieldset>
  );
}

function Confidence() {
  const { state, go } = usePage();
  const slider = (name: "confidence" | "speakerConfidence", label: string) => (
    <label class="slider">
      <span>{label}</span>
      <input
        type="range"
        min="0"
        max="100"
        step="5"
        value={state[name]}
        aria-valuetext={`at least ${state[name]} percent`}
        onInput={(event) => go({ ...state, [name]: Number(event.currentTarget.value) })}
      />
      <output>≥ {state[name]}%</output>
    </label>
  );
  return (
    <fieldset class="facet">
      <legend>Confidence</legend>
      {slider("confidence", "Quote")}
      {slider("speakerConfidence", "Speaker")}
    </fieldset>
  );
}

/** What is filtered by, each with a button that takes it away. */
export function ActiveFilters() {
  const { state, go } = usePage();
  if (!isFiltered(state)) return null;
  const step = { step: true };
  const chips: { key: string; name: string; remove: () => void }[] = [];
  if (state.text)
    chips.push({ key: "q", name: `“${state.text}”`, remove: () => go({ ...state, text: "" }, step) });
  for (const facet of FACETS)
    for (const value of state.chosen[facet])
      chips.push({
        key: `${facet} ${value}`,
        name: `${FACET_NAMES[facet]}: ${choiceName(facet, value)}`,
        remove: () => go(toggled(state, facet, value), step),
      });
  if (state.from)
    chips.push({ key: "from", name: `From ${state.from}`, remove: () => go({ ...state, from: "" }, step) });
  if (state.to)
    chips.push({ key: "to", name: `To ${state.to}`, remove: () => go({ ...state, to: "" }, step) });
  if (state.confidence)
    chips.push({
      key: "confidence",
      name: `Confidence ≥ ${state.confidence}%`,
      remove: () => go({ ...state, confidence: 0 }, step),
    });
  if (state.speakerConfidence)
    chips.push({
      key: "speaker_confidence",
      name: `Speaker's confidence ≥ ${state.speakerConfidence}%`,
      remove: () => go({ ...state, speakerConfidence: 0 }, step),
    });
  return (
    <ul class="chips" aria-label="Active filters">
      {chips.map(({ key, name, remove }) => (
        <li key={key}>
          <button type="button" onClick={remove} aria-label={`Remove the filter ${name}`}>
            <bdi>{name}</bdi> <CloseIcon />
          </button>
        </li>
      ))}
      <li>
        <button type="button" class="link" onClick={() => go(withoutFilters(state), step)}>
          Clear all
        </button>
      </li>
    </ul>
  );
}
