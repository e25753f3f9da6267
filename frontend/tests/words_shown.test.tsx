import { cleanup, render } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import type { Layered } from "../src/passage";
import { selected, Words } from "../src/words_shown";

afterEach(() => {
  getSelection()?.removeAllRanges();
  cleanup();
});

const HOSTILE = [
  "<script>window.hurt = 1</script>",
  "</script><img src=x onerror=alert(1)>",
  "<svg onload=alert(1)><a xlink:href=javascript:alert(2)>",
  "&lt;b&gt; &amp;#60; &nbsp;",
  "{{constructor.constructor('alert(1)')()}} ${1}",
  "\u202eright to left\u202c \u200b\u2028\ufeff\0",
  "👩\u200d👩\u200d👧 𝔘𝔫𝔦 \ud83d",
];

/** What a reader sees of it, without what is there for screen readers alone. */
function plain(box: Element): string {
  const copy = box.cloneNode(true) as Element;
  for (const unseen of copy.querySelectorAll(".unseen")) unseen.remove();
  return copy.textContent;
}

test.each(HOSTILE)("%j is text", (words) => {
  const text = `“${words}” ${words}`;
  const layers: Layered[] = [
    { start: 1, end: 1 + words.length, layer: "content" },
    { start: text.length - words.length, end: text.length, layer: "mention" },
  ];
  const { container } = render(<Words text={text} start={0} end={text.length} layers={layers} />);
  expect(plain(container)).toBe(text);
  expect([...container.querySelectorAll("mark")].map(plain)).toEqual([words]);
  const names = new Set(Array.from(container.querySelectorAll("*"), (element) => element.localName));
  expect([...names].toSorted()).toEqual(["mark", "span"]);
});

test("marks are read out, other quotes are not", () => {
  const layers: Layered[] = [
    { start: 0, end: 3, layer: "content" },
    { start: 4, end: 7, layer: "cue" },
    { start: 8, end: 11, layer: "other" },
  ];
  const { container } = render(<Words text="Yes she and" start={0} end={11} layers={layers} />);
  expect(container.textContent).toBe("[content: Yes] [cue: she] and");
});

/** The passage of a text, and a selection from one of its places to another. */
function select(text: string, layers: Layered[], from: number, to: number): HTMLElement {
  const { container } = render(<Words text={text} start={0} end={text.length} layers={layers} />);
  const point = (offset: number, last: boolean): [Node, number] => {
    const part = [...container.querySelectorAll<HTMLElement>("[data-from]")].findLast((one) =>
      last ? Number(one.dataset.from) < offset : Number(one.dataset.from) <= offset,
    )!;
    return [part.firstChild!, offset - Number(part.dataset.from)];
  };
  getSelection()!.setBaseAndExtent(...point(from, false), ...point(to, true));
  return container as HTMLElement;
}

test.each([
  [0, 5],
  [4, 8],
  [8, 20],
  [0, 20],
])("what is selected from %d to %d has these places in the text", (from, to) => {
  const text = "🚢 “Yes”, she said so.";
  const layers: Layered[] = [{ start: 4, end: 7, layer: "content" }];
  expect(selected(select(text, layers, from, to))).toEqual({ start: from, end: to });
});

test("a selection of whole parts has the words that are in it", () => {
  const text = "“Yes”, she said.";
  const layers: Layered[] = [{ start: 1, end: 4, layer: "content" }];
  const box = select(text, layers, 0, 1);
  const range = document.createRange();
  range.selectNodeContents(box);
  getSelection()!.removeAllRanges();
  getSelection()!.addRange(range);
  expect(selected(box)).toEqual({ start: 0, end: text.length });
});

test("nothing is selected outside, in no words, or nowhere", () => {
  const box = select("Yes, she said.", [], 2, 2);
  expect(selected(box)).toBeNull();
  const outside = document.body.appendChild(document.createElement("p"));
  outside.textContent = "Outside";
  getSelection()!.setBaseAndExtent(outside.firstChild!, 0, outside.firstChild!, 3);
  expect(selected(box)).toBeNull();
  expect(selected(null)).toBeNull();
  outside.remove();
});
