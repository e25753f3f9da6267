/** The way from quote to quote through the rows that are shown. */
import { useRef } from "preact/hooks";
import type { Data } from "./data";
import { listFragment, type State } from "./state";

export interface Walk {
  /** The open quote's place among the rows, -1 when it is not among them. */
  place: number;
  /** The records before and behind it, null at the ends. */
  previous: string | null;
  next: string | null;
}

export function useWalk(data: Data, rows: Int32Array, state: State): Walk {
  const row = state.open === null ? undefined : data.rowOf.get(state.open);
  const place = row === undefined ? -1 : rows.indexOf(row);
  /** Where the reader was last in this list, for when the quote is closed, or leaves the rows by a decision. */
  const last = useRef({ list: "", place: -1 });
  const list = listFragment(state);
  if (last.current.list !== list) last.current = { list, place: -1 };
  if (place >= 0) last.current.place = place;
  const at = last.current.place;
  // Where the open quote was, there is now the one behind it.
  const left = state.open !== null && place < 0 && at >= 0;
  const id = (to: number) => (to >= 0 && to < rows.length ? data.id[rows[to]] : null);
  return { place, previous: id(at - 1), next: id(left ? at : at + 1) };
}
