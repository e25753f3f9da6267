import { cleanup, fireEvent, within } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { Detail } from "../src/detail";
import type { State } from "../src/state";
import type { Quote } from "./made";
import { show, type Shown } from "./shown";

afterEach(() => {
  getSelection()?.removeAllRanges();
  cleanup();
});

const TEXT = "🚢 “It is <b>closed</b>,” Ada Brunn said of Norvik Bank.\n\nNobody asked. “Yes,” she added.";
const ARTICLES = [
  { id: "a.txt", title: "Closed", outlet: "The Review", published: "2031-03-04", text: TEXT },
];
const QUOTES: Quote[] = [
  {
    content: "It is <b>closed</b>",
    speaker: "Ada Brunn",
    title: "Chair",
    mention: "Ada Brunn",
    cue: "said",
    about: ["Norvik Bank"],
    said: ["2031-03-03", "2031-03-03", "2031-03-03", "cue"],
  },
  { content: "Yes", speaker: "Ada Brunn", mention: "she", cue: "added" },
];

async function open(state: Partial<State> = {}): Promise<Shown> {
  const shown = await show(<Detail covered={false} />, ARTICLES, QUOTES, {
    view: "quotes",
    open: "q0",
    ...state,
  });
  await shown.findByText("content");
  return shown;
}

/** Select words of the passage, as with the pointer. */
function select(shown: Shown, start: number, end: number): void {
  const parts = [...shown.container.querySelectorAll<HTMLElement>(".passage [data-from]")];
  const part = parts.findLast((one) => Number(one.dataset.from) <= start)!;
  const from = Number(part.dataset.from);
  getSelection()!.setBaseAndExtent(part.firstChild!, start - from, part.firstChild!, end - from);
}

async function correct(shown: Shown) {
  fireEvent.keyDown(document.body, { key: "c" });
  const form = await shown.findByRole("form", { name: "Correct the record" });
  return within(form);
}

test("the open quote is marked in its paragraph, as text", async () => {
  const shown = await open();
  expect(shown.container.querySelector("mark [data-from]")!.textContent).toBe("It is <b>closed</b>");
  expect(shown.container.querySelector("b")).toBeNull();
  expect(shown.container.querySelectorAll(".passage p").length).toBe(1);
  fireEvent.keyDown(document.body, { key: "w" });
  expect(shown.container.querySelectorAll(".passage p").length).toBe(2);
});

test("accepting goes on to the next quote, and undoing comes back", async () => {
  const shown = await open();
  fireEvent.keyDown(document.body, { key: "a" });
  expect(shown.page().reviews.verdict("q0")).toBe("accepted");
  expect(shown.page().state.open).toBe("q1");
  fireEvent.keyDown(document.body, { key: "u" });
  expect(shown.page().reviews.verdict("q0")).toBe("open");
  expect(shown.page().state.open).toBe("q0");
  expect(shown.said).toEqual(["Accepted: Ada Brunn", "Undone"]);
});

test("a correction is saved without the spaces that were typed or pasted around it", async () => {
  const shown = await open();
  const form = await correct(shown);
  const type = (label: string, value: string) =>
    fireEvent.input(form.getByLabelText(label), { target: { value } });
  type("Speaker", " Ada B. Brunn ");
  type("Said", "2031-03\t");
  type("Cue: the words that report it", "said ");
  type("Organizations, one a line", " Harbour Union \n\nNorvik Bank\nHarbour Union");
  type("Source: the phrase beside the quote", "  ");
  fireEvent.submit(shown.getByRole("form"));
  expect(shown.page().reviews.get("q0")).toMatchObject({
    verdict: "corrected",
    correction: {
      speaker: "Ada B. Brunn",
      said: "2031-03",
      cue: "said",
      mention: null,
      organizations: ["Harbour Union", "Norvik Bank"],
    },
  });
  expect(shown.getByRole("heading", { level: 2 }).textContent).toBe("Ada B. Brunn");
});

test.each([
  ["Said", "last Monday", "Said is last Monday; write YYYY-MM-DD"],
  ["Said", "2031-3-4", "Said is 2031-3-4"],
  ["Cue: the words that report it", "shouted", "The cue “shouted” does not stand in the article"],
  ["Source: the phrase beside the quote", "Ada  Brunn", "The source “Ada  Brunn” does not stand"],
])("%s cannot be %j", async (label, value, problem) => {
  const shown = await open();
  const form = await correct(shown);
  fireEvent.input(form.getByLabelText(label), { target: { value } });
  fireEvent.submit(shown.getByRole("form"));
  expect((await form.findByRole("alert")).textContent).toContain(problem);
  expect(shown.page().reviews.verdict("q0")).toBe("open");
});

test("the begin of a content moves by words and by letters, beyond the basic plane too", async () => {
  const shown = await open();
  const form = await correct(shown);
  const press = (name: string) => fireEvent.click(form.getByRole("button", { name }));
  fireEvent.click(form.getByLabelText("by letter"));
  for (let step = 0; step < 3; step++) press("Begin earlier");
  fireEvent.submit(shown.getByRole("form"));
  const [[start]] = shown.page().reviews.get("q0")!.correction!.content;
  expect(start).toBe(0);
  expect(TEXT.slice(start, start + 4)).toBe("🚢 “");
});

test("a missed quote is what is selected", async () => {
  const shown = await open();
  fireEvent.keyDown(document.body, { key: "w" });
  const start = TEXT.indexOf("Nobody");
  select(shown, start, start + "Nobody asked".length);
  fireEvent.keyDown(document.body, { key: "n" });
  await shown.findByRole("form", { name: "A quote that was missed" });
  fireEvent.submit(shown.getByRole("form"));
  const [[, quote]] = shown.page().reviews.addedTo("a.txt");
  expect(quote.content.map((place) => TEXT.slice(...place))).toEqual(["Nobody asked"]);
});

test("a selection of spaces alone is no missed quote", async () => {
  const shown = await open();
  const space = TEXT.indexOf(" Norvik");
  select(shown, space, space + 1);
  fireEvent.keyDown(document.body, { key: "n" });
  expect(shown.queryByRole("form")).toBeNull();
  expect(shown.said).toEqual(["Select the words of the missed quote, then add it"]);
});

test("what is copied is the quote as it was decided, with its source", async () => {
  const copied: string[] = [];
  const writeText = (text: string) => Promise.resolve(void copied.push(text));
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  const shown = await open();
  const copy = () => fireEvent.click(shown.getByRole("button", { name: /^Copy/ }));
  copy();
  const form = await correct(shown);
  fireEvent.input(form.getByLabelText("Speaker"), { target: { value: "Per Holm" } });
  fireEvent.input(form.getByLabelText("Said"), { target: { value: "" } });
  fireEvent.click(form.getByRole("button", { name: "Begin later" }));
  fireEvent.submit(shown.getByRole("form"));
  copy();
  expect(copied).toEqual([
    "“It is <b>closed</b>” – Ada Brunn, Chair, 2031-03-03 (Closed, The Review, 2031-03-04)",
    "“is <b>closed</b>” – Per Holm (Closed, The Review, 2031-03-04)",
  ]);
});

test("a quote of another run is not here", async () => {
  const shown = await show(<Detail covered={false} />, ARTICLES, QUOTES, { open: "elsewhere" });
  expect(shown.getByText(/There is no such quote here/)).toBeTruthy();
  fireEvent.click(shown.getByRole("button", { name: "Close" }));
  expect(shown.page().state.open).toBeNull();
});

test("an article that cannot be unpacked is told of", async () => {
  const part = <Detail covered={false} />;
  const shown = await show(part, ARTICLES, QUOTES, { view: "quotes" });
  document.getElementById("block-0")!.textContent = btoa("no gzip");
  shown.page().go({ ...shown.page().state, open: "q0" });
  expect(await shown.findByText(/The article cannot be opened in this browser/)).toBeTruthy();
});
