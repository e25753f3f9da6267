import { beforeEach, expect, test, vi } from "vitest";

/** The module with letters that are half as wide as they are high; half a pair of surrogates is no letter. */
async function lettering() {
  vi.resetModules();
  const measured: string[] = [];
  const context = {
    font: "",
    measureText(words: string) {
      measured.push(this.font);
      const letters = Array.from(words).filter((point) => !/^[\ud800-\udfff]$/.test(point));
      return { width: (letters.length * Number.parseFloat(this.font)) / 2 };
    },
  };
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(
    context as unknown as CanvasRenderingContext2D & RenderingContext,
  );
  return { ...(await import("../src/lettering")), measured };
}

beforeEach(() => vi.restoreAllMocks());

test("words are as wide as the canvas says, in the letters of their size", async () => {
  const { widthOf, measured } = await lettering();
  expect([widthOf("four", 10), widthOf("four", 20)]).toEqual([20, 40]);
  expect(measured.map((font) => font.split(" ")[0])).toEqual(["10px", "20px"]);
});

test("where there is no canvas, they are guessed", async () => {
  vi.resetModules();
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  const { widthOf } = await import("../src/lettering");
  expect(widthOf("words", 10)).toBeCloseTo(31);
});

test.each([
  ["Norvik", 30, "Norvik"],
  ["Norvik Bank", 40, "Norvik…"],
  ["Norvik Bank", 30, "Norvi…"],
  ["🚢🚢🚢🚢", 15, "🚢🚢…"],
  ["Norvik", 0, "…"],
  ["", 0, ""],
])("%j in %d pixels is %j", async (words, width, expected) => {
  const { fitted } = await lettering();
  expect(fitted(words, 10, width)).toBe(expected);
});

test("of very long words only the beginning is measured", async () => {
  const { fitted, roomFor } = await lettering();
  const long = "x".repeat(100_000);
  expect(fitted(long, 10, 1e9)).toBe(`${"x".repeat(300)}…`);
  expect(roomFor([long], 10, 1e9)).toBe(1500);
});

test("the room is that of the longest, and no more than there is", async () => {
  const { roomFor } = await lettering();
  expect(roomFor(["a", "abcd"], 10, 100)).toBe(20);
  expect(roomFor(["a", "abcd"], 10, 15)).toBe(15);
  expect(roomFor([], 10, 15)).toBe(0);
});
