/** A part of the page in its place, with a run made by hand. */
import { render, type RenderResult } from "@testing-library/preact";
import type { ComponentChildren } from "preact";
import { useMemo, useReducer, useState } from "preact/hooks";
import { Engine } from "../src/filter";
import { type Page, PageContext } from "../src/page";
import { Reviews } from "../src/review";
import { START, type State } from "../src/state";
import { useWalk } from "../src/walk";
import { type Article, makeRun, type Quote } from "./made";

export interface Shown extends RenderResult {
  /** As it is now. */
  page: () => Page;
  said: string[];
}

export async function show(
  part: ComponentChildren,
  articles: readonly Article[],
  quotes: readonly Quote[],
  start: Partial<State> = {},
): Promise<Shown> {
  localStorage.clear();
  document.body.replaceChildren();
  const { data, passages } = await makeRun(articles, quotes);
  const said: string[] = [];
  let now: Page | null = null;

  function Frame() {
    const [state, go] = useState<State>({ ...START, ...start });
    const [version, changed] = useReducer((before: number) => before + 1, 0);
    const [reviews] = useState(() => new Reviews(data, () => changed(undefined)));
    const [engine] = useState(() => new Engine(data, reviews));
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    const rows = useMemo(() => engine.apply(state), [engine, state, version]);
    const walk = useWalk(data, rows, state);
    const [scrolled] = useState(() => new Map<string, number>());
    now = {
      data,
      engine,
      passages,
      reviews,
      state,
      rows,
      walk,
      scrolled,
      go,
      say: (words) => said.push(words),
    };
    return <PageContext.Provider value={now}>{part}</PageContext.Provider>;
  }

  return { ...render(<Frame />), page: () => now!, said };
}
