import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Data } from "./data";
import { Detail } from "./detail";
import { Dialogs, type DialogName } from "./dialogs";
import { Engine } from "./filter";
import { ActiveFilters, Filters } from "./filters";
import { HelpIcon, MoonIcon, SearchIcon, SlidersIcon, SunIcon } from "./icons";
import { useKeys } from "./keys";
import { DRAWER, SINGLE, useMedia } from "./media";
import { Overview } from "./overview";
import { type Page, PageContext, usePage } from "./page";
import { Passages } from "./passage";
import { Reviews } from "./review";
import { isFiltered, readFragment, type State, writeFragment } from "./state";
import { QuoteTable } from "./table";
import { setTheme, theme } from "./theme";
import { useWalk } from "./walk";
import { counted, number } from "./words";

export function App({ data }: { data: Data }) {
  const [state, setState] = useState(() => readFragment(location.hash));
  const [, setVersion] = useState(0);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const [message, setMessage] = useState("");
  const silence = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { reviews, engine, passages } = useMemo(() => {
    const kept = new Reviews(data, () => setVersion((version) => version + 1));
    return { reviews: kept, engine: new Engine(data, kept), passages: new Passages(data) };
  }, [data]);

  useEffect(() => {
    const change = () => setState(readFragment(location.hash));
    addEventListener("hashchange", change);
    addEventListener("popstate", change);
    return () => {
      removeEventListener("hashchange", change);
      removeEventListener("popstate", change);
    };
  }, []);

  const go = useCallback((next: State, { step = false } = {}) => {
    setState(next);
    const fragment = writeFragment(next);
    try {
      if (step) history.pushState(null, "", fragment);
      else history.replaceState(null, "", fragment);
    } catch {
      location.replace(fragment);
    }
  }, []);
  const say = useCallback((text: string) => {
    setMessage(text);
    clearTimeout(silence.current);
    silence.current = setTimeout(() => setMessage(""), 5000);
  }, []);

  // The reviews change in place, at each version.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const rows = useMemo(() => engine.apply(state), [engine, state, reviews.version]);
  const walk = useWalk(data, rows, state);
  const [scrolled] = useState(() => new Map<string, number>());
  const page: Page = { data, engine, passages, reviews, state, rows, walk, scrolled, go, say };
  const drawer = useMedia(DRAWER) && filtersOpen;
  const opened = state.view === "quotes" && state.open !== null;
  // What is covered is out of reach of keys and screen readers too.
  const covered = useMedia(SINGLE) && opened;
  const closeFilters = () => {
    setFiltersOpen(false);
    requestAnimationFrame(() => document.getElementById("open-filters")?.focus());
  };
  useKeys({
    "/": () => document.getElementById("search")?.focus(),
    "1": () => go({ ...state, view: "overview" }, { step: true }),
    "2": () => go({ ...state, view: "quotes" }, { step: true }),
    "?": () => setDialog("help"),
  });

  return (
    <PageContext.Provider value={page}>
      <button
        type="button"
        class="skip"
        inert={drawer || covered}
        onClick={() => document.getElementById("main")?.focus()}
      >
        Skip to the quotes
      </button>
      <header class="top" inert={drawer || covered}>
        <div class="name">
          <h1 title={data.run.title}>{data.run.title}</h1>
          <p>
            {counted(data.count, "quote")} · {counted(data.articles.id.length, "article")}
          </p>
        </div>
        <SearchBox />
        <div class="tools">
          <button
            type="button"
            id="open-filters"
            class="quiet drawer-only"
            aria-expanded={filtersOpen}
            aria-controls="filters"
            onClick={() => setFiltersOpen(!filtersOpen)}
          >
            <SlidersIcon /> Filters
          </button>
          <button type="button" class="quiet" onClick={() => setDialog("download")}>
            Download
          </button>
          <button type="button" class="quiet" onClick={() => setDialog("review")}>
            Review{reviews.size > 0 && <span class="badge">{number(reviews.size)}</span>}
          </button>
          <ThemeSwitch />
          <button
            type="button"
            class="quiet icon"
            aria-label="Help and keys"
            title="Help and keys (?)"
            onClick={() => setDialog("help")}
          >
            <HelpIcon />
          </button>
        </div>
      </header>
      <div class={`body ${state.view} ${opened ? "with-detail" : ""}`}>
        <Filters drawer={drawer} covered={covered && !drawer} close={closeFilters} />
        {/* Esc and a button of the filters close them too. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
        {drawer && <div class="backdrop" onClick={closeFilters} />}
        <main id="main" tabIndex={-1} inert={drawer || covered}>
          <div class="bar">
            <nav aria-label="Views">
              <ViewLink view="overview" name="Overview" />
              <ViewLink view="quotes" name="Quotes" />
            </nav>
            <p class="shown" role="status">
              <strong>{number(rows.length)}</strong>
              {isFiltered(state)
                ? ` of ${counted(data.count, "quote")}`
                : rows.length === 1
                  ? " quote"
                  : " quotes"}
            </p>
          </div>
          <ActiveFilters />
          {state.view === "overview" ? <Overview /> : <QuoteTable />}
        </main>
        {opened && <Detail covered={drawer} />}
      </div>
      <Dialogs name={dialog} close={() => setDialog(null)} />
      <div class={`message ${message ? "on" : ""}`} role="status">
        {message}
      </div>
    </PageContext.Provider>
  );
}

function ViewLink({ view, name }: { view: State["view"]; name: string }) {
  const { state } = usePage();
  return (
    <a href={writeFragment({ ...state, view })} aria-current={state.view === view ? "page" : undefined}>
      {name}
    </a>
  );
}

function SearchBox() {
  const { state, go } = usePage();
  return (
    <form class="search" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchIcon />
      <input
        id="search"
        type="search"
        aria-label="Search quotes, speakers, organizations and titles"
        placeholder="Search quotes, names, titles"
        autocomplete="off"
        spellcheck={false}
        value={state.text}
        onInput={(event) => go({ ...state, text: event.currentTarget.value })}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}

function ThemeSwitch() {
  const [now, setNow] = useState(theme);
  const other = now === "dark" ? "light" : "dark";
  return (
    <button
      type="button"
      class="quiet icon"
      aria-label={`Switch to ${other} colours`}
      title={`Switch to ${other} colours`}
      onClick={() => {
        setTheme(other);
        setNow(other);
      }}
    >
      {now === "dark" ? <SunIcon /> : <MoonIcon />}
    </button>
  );
}
