import { act, cleanup, renderHook } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { useLater } from "../src/later";
import { useMedia, usePrinting } from "../src/media";

afterEach(cleanup);

test("what can wait is shown after the next frame, of several changes the last", async () => {
  vi.useFakeTimers({
    toFake: ["requestAnimationFrame", "cancelAnimationFrame", "setTimeout", "clearTimeout"],
  });
  const { result, rerender } = renderHook(({ value }) => useLater(value), { initialProps: { value: "a" } });
  rerender({ value: "b" });
  rerender({ value: "c" });
  expect(result.current).toBe("a");
  await act(() => {
    vi.advanceTimersByTime(100);
  });
  expect(result.current).toBe("c");
  vi.useRealTimers();
});

test("a change of the window's width is noticed", async () => {
  const list = Object.assign(new EventTarget(), { matches: false });
  vi.stubGlobal("matchMedia", () => list);
  const { result } = renderHook(() => useMedia("(max-width: 760px)"));
  expect(result.current).toBe(false);
  list.matches = true;
  await act(() => {
    list.dispatchEvent(new Event("change"));
  });
  expect(result.current).toBe(true);
});

test("printing is noticed, and its end", async () => {
  const { result } = renderHook(() => usePrinting());
  const tell = (name: string) =>
    act(() => {
      dispatchEvent(new Event(name));
    });
  await tell("beforeprint");
  expect(result.current).toBe(true);
  await tell("afterprint");
  expect(result.current).toBe(false);
});
