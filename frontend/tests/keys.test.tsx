import { cleanup, fireEvent, render } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lettersOn, turnLetters, useKeys } from "../src/keys";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

test("keys do what they are for, but not in fields, with Ctrl, or beside an open dialog", () => {
  const accept = vi.fn<() => void>();
  const close = vi.fn<() => void>();
  function Page() {
    useKeys({ a: accept, Escape: close });
    return (
      <>
        <input type="search" aria-label="Search" />
        <input type="checkbox" aria-label="Choice" />
      </>
    );
  }
  const { getByLabelText, container } = render(<Page />);
  fireEvent.keyDown(document.body, { key: "a" });
  fireEvent.keyDown(getByLabelText("Choice"), { key: "a" });
  expect(accept).toHaveBeenCalledTimes(2);
  fireEvent.keyDown(getByLabelText("Search"), { key: "a" });
  fireEvent.keyDown(document.body, { key: "a", ctrlKey: true });
  fireEvent.keyDown(document.body, { key: "b" });
  const dialog = container.appendChild(document.createElement("dialog"));
  dialog.setAttribute("open", "");
  fireEvent.keyDown(document.body, { key: "a" });
  dialog.remove();
  expect(accept).toHaveBeenCalledTimes(2);
  turnLetters(false);
  fireEvent.keyDown(document.body, { key: "a" });
  fireEvent.keyDown(document.body, { key: "Escape" });
  expect([accept.mock.calls.length, close.mock.calls.length]).toEqual([2, 1]);
  cleanup();
  turnLetters(true);
  fireEvent.keyDown(document.body, { key: "a" });
  expect(accept).toHaveBeenCalledTimes(2);
});

test("without a store, letters stay on", () => {
  const refuse = () => {
    throw new DOMException("no", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse });
  turnLetters(false);
  expect(lettersOn()).toBe(true);
});
