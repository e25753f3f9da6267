import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fileName, save } from "../src/files";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test.each([
  ["Harbour strike, 2031", "Harbour-strike-2031"],
  ["../../etc/passwd", "etc-passwd"],
  ["„Müller“ & Söhne: C\\d?", "Müller-Söhne-C-d"],
  ["CON\0\u202etxt.exe", "CON-txt-exe"],
  ["…", "quotes"],
  ["", "quotes"],
  ["x".repeat(100), "x".repeat(60)],
  // Letters beyond the basic plane are not cut in two.
  ["𝔘".repeat(61), "𝔘".repeat(60)],
])("%j is the file %j", (title, name) => {
  expect(fileName(title)).toBe(name);
});

test("a text is saved as a file of its type", async () => {
  const made: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    made.push(blob as Blob);
    return "blob:made";
  });
  const forget = vi.spyOn(URL, "revokeObjectURL").mockReturnValue();
  const clicked: [string, string][] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push([this.download, this.href]);
  });
  save("quotes.csv", "text/csv", "“🚢”\r\n");
  expect(clicked).toEqual([["quotes.csv", "blob:made"]]);
  expect(made[0].type).toBe("text/csv;charset=utf-8");
  expect(await made[0].text()).toBe("“🚢”\r\n");
  expect(forget).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(forget).toHaveBeenCalledWith("blob:made");
});
