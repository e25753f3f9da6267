/** Keys of the page. Single letters can be turned off: they get in the way of speech input. */
import { useLayoutEffect } from "preact/hooks";

const NAME = "extract-keys";

export const KEYS: readonly [keys: string, what: string][] = [
  ["/", "Search"],
  ["1, 2", "Overview, quotes"],
  ["j, k", "Next, previous quote"],
  ["a", "Accept"],
  ["r", "Reject"],
  ["c", "Correct"],
  ["n", "Add a missed quote: select its words first"],
  ["u", "Undo the last decision"],
  ["w", "Whole article, or the passage only"],
  ["Esc", "Close"],
  ["?", "This help"],
];

export function lettersOn(): boolean {
  try {
    return localStorage.getItem(NAME) !== "off";
  } catch {
    return true;
  }
}

export function turnLetters(on: boolean): void {
  try {
    localStorage.setItem(NAME, on ? "on" : "off");
  } catch {
    // Without storage they stay on.
  }
}

/** Call `actions[key]` for keys that are not typed into a field and that no dialog waits for. */
export function useKeys(actions: Partial<Record<string, () => void>>): void {
  // Before the next key: what a key means depends on what is open.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const action = actions[event.key];
      if (!action || document.querySelector("dialog[open]") || isField(event.target)) return;
      if (event.key.length === 1 && !lettersOn()) return;
      event.preventDefault();
      action();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input:not([type=checkbox],[type=radio]), textarea, select") !== null
  );
}
