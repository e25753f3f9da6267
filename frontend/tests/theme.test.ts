import { beforeEach, expect, test, vi } from "vitest";
import { setTheme, startTheme, theme } from "../src/theme";

beforeEach(() => {
  localStorage.clear();
  delete document.documentElement.dataset.theme;
});

test("without a store, the theme lasts as long as the page", () => {
  const refuse = () => {
    throw new DOMException("no", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse });
  setTheme("dark");
  startTheme();
  expect(theme()).toBe("dark");
});

test("the theme is the system's until the reader chooses, and then what was chosen", () => {
  const system = vi.fn<(query: string) => MediaQueryList>();
  system.mockReturnValue({ matches: true } as MediaQueryList);
  vi.stubGlobal("matchMedia", system);
  expect(theme()).toBe("dark");
  setTheme("light");
  expect(theme()).toBe("light");
  delete document.documentElement.dataset.theme;
  startTheme();
  expect(theme()).toBe("light");
  localStorage.setItem("extract-theme", "url(javascript:alert(1))");
  delete document.documentElement.dataset.theme;
  startTheme();
  expect(document.documentElement.dataset.theme).toBeUndefined();
});
