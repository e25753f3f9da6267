import { cleanup, renderHook } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { START, type State } from "../src/state";
import { useWalk, type Walk } from "../src/walk";
import { makeData } from "./made";

afterEach(cleanup);

const DATA = makeData(
  [{ id: "a.txt" }],
  [{ content: "1" }, { content: "2" }, { content: "3" }, { content: "4" }],
);

function walkThrough(
  steps: readonly [rows: number[], open: string | null, state?: Partial<State>][],
): Walk[] {
  const { result, rerender } = renderHook(
    ([rows, open, state]: (typeof steps)[number]) =>
      useWalk(DATA, Int32Array.from(rows), { ...START, ...state, open }),
    { initialProps: steps[0] },
  );
  return steps.map((step) => {
    rerender(step);
    return result.current;
  });
}

test("from the open quote the way goes on to both sides, in the order that is shown", () => {
  const order = [3, 1, 0];
  expect(walkThrough([[order, "q3"], [order, "q1"], [order, "q0"]])).toEqual([
    { place: 0, previous: null, next: "q1" },
    { place: 1, previous: "q3", next: "q0" },
    { place: 2, previous: "q1", next: null },
  ]); // prettier-ignore
});

test("with none open, the way begins at the first, and goes on behind the last that was", () => {
  const order = [0, 1, 2];
  const [before, , closed] = walkThrough([
    [order, null],
    [order, "q1"],
    [order, null],
  ]);
  expect(before).toEqual({ place: -1, previous: null, next: "q0" });
  expect(closed).toEqual({ place: -1, previous: "q0", next: "q2" });
});

test("behind a quote that a decision takes out of the list comes the one that has its place", () => {
  const [, left] = walkThrough([
    [[0, 1, 2], "q1"],
    [[0, 2], "q1"],
  ]);
  expect(left).toEqual({ place: -1, previous: "q0", next: "q2" });
});

test("in another list the way begins anew", () => {
  const [, other] = walkThrough([
    [[0, 1, 2], "q1"],
    [[0, 2], "q1", { text: "x" }],
  ]);
  expect(other).toEqual({ place: -1, previous: null, next: "q0" });
});

test("a quote that is not of this run is nowhere", () => {
  expect(walkThrough([[[], "elsewhere"]])).toEqual([{ place: -1, previous: null, next: null }]);
});
