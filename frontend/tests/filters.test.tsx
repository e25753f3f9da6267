import { cleanup, fireEvent, within } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { ActiveFilters, Filters } from "../src/filters";
import { NOTHING, type State } from "../src/state";
import { type Quote } from "./made";
import { show, type Shown } from "./shown";

afterEach(cleanup);

const ARTICLES = [{ id: "a.txt", published: "2031-03-04" }];
const HOSTILE = "<img src=x onerror=alert(1)>";
const QUOTES: Quote[] = [
  { content: "1", speaker: "Zoë Lindqvist", about: ["Norvik Bank"] },
  { content: "2", speaker: "Ada Brunn", type: "indirect" },
  { content: "3", speaker: HOSTILE, about: ["Norvik Bank"] },
  { content: "4", speaker: null },
  ...["Eva", "Per", "Jan", "Ole"].map((speaker): Quote => ({ content: "5", speaker })),
].map((quote) => ({ ...quote, content: "Yes" }));

function start(state: Partial<State> = {}): Promise<Shown> {
  const articles = ARTICLES.map((article) => ({ ...article, text: "Yes, said all of Norvik Bank." }));
  const part = (
    <>
      <Filters drawer={false} covered={false} close={() => undefined} />
      <ActiveFilters />
    </>
  );
  return show(part, articles, QUOTES, state);
}

function group(shown: Shown, name: string) {
  return within(shown.getByRole("group", { name }));
}

function choices(shown: Shown, name: string): string[] {
  return group(shown, name)
    .getAllByRole("checkbox")
    .map((box) => box.closest("label")!.querySelector(".choice")!.textContent);
}

test("a choice filters, and is taken away by its chip", async () => {
  const shown = await start();
  fireEvent.click(group(shown, "Type").getByLabelText(/^indirect/));
  expect([...shown.page().rows]).toEqual([1]);
  expect(choices(shown, "Type")).toEqual(["indirect", "direct"]);
  expect(choices(shown, "Speaker")).toEqual(["Ada Brunn"]);
  fireEvent.click(shown.getByRole("button", { name: "Remove the filter Type: indirect" }));
  expect(shown.page().rows.length).toBe(8);
});

test("the first of many are shown, and names are found whatever their accents", async () => {
  const shown = await start();
  expect(choices(shown, "Speaker").length).toBe(6);
  fireEvent.click(group(shown, "Speaker").getByRole("button", { name: "2 more" }));
  expect(choices(shown, "Speaker").length).toBe(8);
  fireEvent.input(group(shown, "Speaker").getByRole("searchbox"), { target: { value: "ZOE" } });
  expect(choices(shown, "Speaker")).toEqual(["Zoë Lindqvist"]);
  fireEvent.input(group(shown, "Speaker").getByRole("searchbox"), { target: { value: "nobody" } });
  expect(group(shown, "Speaker").queryAllByRole("checkbox")).toEqual([]);
  expect(group(shown, "Speaker").getByText("None fits.")).toBeTruthy();
});

test("a name is text", async () => {
  const shown = await start({
    chosen: { ...(await start()).page().state.chosen, speaker: [HOSTILE, NOTHING] },
  });
  expect(shown.container.querySelector("img")).toBeNull();
  expect(choices(shown, "Speaker").slice(0, 2).toSorted()).toEqual(["(no name)", HOSTILE]);
  expect(shown.getByRole("button", { name: `Remove the filter Speaker: ${HOSTILE}` })).toBeTruthy();
});

test("a choice that no quote has any more can be taken away", async () => {
  const chosen = (await start()).page().state.chosen;
  cleanup();
  const shown = await start({ chosen: { ...chosen, speaker: ["Gone"] } });
  expect(shown.page().rows.length).toBe(0);
  const box = group(shown, "Speaker").getByLabelText(/^Gone/);
  expect(box).toHaveProperty("checked", true);
  fireEvent.click(box);
  expect(shown.page().rows.length).toBe(8);
});

test("all filters are cleared at once", async () => {
  const shown = await start({ text: "yes", confidence: 50, from: "2031-01-01", to: "2031-12-31" });
  const chips = within(shown.getByRole("list", { name: "Active filters" }));
  expect(chips.getAllByRole("button").map((button) => button.textContent.trim())).toEqual([
    "“yes”",
    "From 2031-01-01",
    "To 2031-12-31",
    "Confidence ≥ 50%",
    "Clear all",
  ]);
  fireEvent.click(chips.getByRole("button", { name: "Clear all" }));
  expect(shown.queryByRole("list", { name: "Active filters" })).toBeNull();
});

test("where they are a drawer, Esc closes them", async () => {
  const close = vi.fn<() => void>();
  const shown = await show(<Filters drawer covered={false} close={close} />, ARTICLES, [{ content: "Yes" }]);
  expect(document.activeElement).toBe(shown.getByRole("button", { name: "Close the filters" }));
  fireEvent.keyDown(document.body, { key: "Escape" });
  expect(close).toHaveBeenCalledTimes(1);
});
