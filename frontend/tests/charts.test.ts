import { expect, test } from "vitest";
import { type Bar, barChart, type Cell, cellsOf, matrixChart, seriesColor, timeChart } from "../src/charts";
import { matrix, OTHERS, steadySeries, timeline } from "../src/counts";
import { NOTHING } from "../src/state";
import { makeData, type Quote } from "./made";

const HOSTILE = "</svg><img src=x onerror=alert(1)>";

const DATA = makeData(
  [{ id: "a.txt" }],
  [
    { content: "1", speaker: "Ada Brunn", about: ["Norvik Bank", HOSTILE] },
    { content: "2", speaker: "Ada Brunn", about: ["Norvik Bank"] },
    { content: "3", speaker: HOSTILE, about: [HOSTILE] },
  ].map((quote): Quote => ({ ...quote, said: ["2031-03-01", "2031-03-01", "2031-03-01", "cue"] })),
);
const ROWS = Int32Array.of(0, 1, 2);

/** What keys and screen readers reach: the links that are not hidden, by their names. */
function links(chart: Element): Map<string, Element> {
  const shown = [...chart.querySelectorAll("a")].filter((link) => !link.closest("[aria-hidden]"));
  return new Map(shown.map((link) => [link.getAttribute("aria-label")!, link]));
}

test("each bar is one link that says its name and number, and whether it is chosen", () => {
  const bars: Bar[] = [
    { name: "Ada Brunn", value: "Ada Brunn", count: 1234, chosen: true, href: "#speaker=Ada+Brunn" },
    { name: HOSTILE, value: HOSTILE, count: 1, chosen: false, href: "#speaker=x" },
  ];
  const chart = barChart(bars, 600, "Who speaks most");
  const found = links(chart);
  expect([...found.keys()]).toEqual(["Ada Brunn: 1,234", `${HOSTILE}: 1`]);
  expect(found.get("Ada Brunn: 1,234")!.getAttribute("href")).toBe("#speaker=Ada+Brunn");
  expect([...found.values()].map((link) => link.getAttribute("aria-current"))).toEqual(["true", null]);
  expect([chart.getAttribute("role"), chart.getAttribute("aria-label")]).toEqual([
    "group",
    "Who speaks most",
  ]);
  expect(chart.querySelector("img")).toBeNull();
});

test("each part of a bin is a link that says its time, series and number", () => {
  const line = timeline(DATA, ROWS, "speaker", steadySeries(DATA, "speaker"));
  const chart = timeChart(
    line,
    600,
    "Over time",
    (bin) => `#from=${bin.from}`,
    (series) => series,
  );
  expect([...links(chart).keys()]).toEqual(["2031-03-01, Ada Brunn: 2", `2031-03-01, ${HOSTILE}: 1`]);
});

test("the matrix has a link for each pair that there is, and for each name", () => {
  const found = matrix(DATA, ROWS, { speakers: 9, organizations: 9 });
  const chart = matrixChart(found, 700, "Who speaks about whom", {
    cell: (cell: Cell) => `#cell=${cell.count}`,
    speaker: (name) => `#speaker=${encodeURIComponent(name)}`,
    organization: (name) => `#organization=${encodeURIComponent(name)}`,
  });
  expect([...links(chart).keys()].toSorted()).toEqual(
    [
      `About ${HOSTILE}`,
      "About Norvik Bank",
      `Speaker ${HOSTILE}`,
      "Speaker Ada Brunn",
      `${HOSTILE} on ${HOSTILE}: 1`,
      `Ada Brunn on ${HOSTILE}: 1`,
      "Ada Brunn on Norvik Bank: 2",
    ].toSorted(),
  );
  expect(chart.querySelector("img")).toBeNull();
  expect(cellsOf(found)).toEqual([
    { speaker: "Ada Brunn", organization: HOSTILE, count: 1 },
    { speaker: "Ada Brunn", organization: "Norvik Bank", count: 2 },
    { speaker: HOSTILE, organization: HOSTILE, count: 1 },
  ]);
});

test("series that are no names do not take their colours", () => {
  const line = timeline(DATA, ROWS, "speaker", steadySeries(DATA, "speaker"));
  expect(["Ada Brunn", HOSTILE, OTHERS, NOTHING].map((name) => seriesColor(line, name))).toEqual([
    "var(--s0)",
    "var(--s1)",
    "var(--s-others)",
    "var(--s-nothing)",
  ]);
});
