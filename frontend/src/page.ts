/** What every part of the page is given. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Data } from "./data";
import type { Engine } from "./filter";
import type { Passages } from "./passage";
import type { Reviews } from "./review";
import type { State } from "./state";
import type { Walk } from "./walk";

export interface Page {
  data: Data;
  engine: Engine;
  passages: Passages;
  reviews: Reviews;
  state: State;
  /** The rows that are shown, in order. */
  rows: Int32Array;
  walk: Walk;
  /** How far the overview and each list of quotes were scrolled when they were left. */
  scrolled: Map<string, number>;
  /** Show another state. step: as a step that the browser's Back undoes. */
  go: (state: State, options?: { step?: boolean }) => void;
  /** Say something that a screen reader reads out, and show it for a while. */
  say: (message: string) => void;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  return useContext(PageContext)!;
}
