/** What can wait until the reader sees what was typed. */
import { useEffect, useState } from "preact/hooks";

/** `value` as it was before the last frame was shown; of several changes meanwhile, the last. */
export function useLater<Value>(value: Value): Value {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    let turn: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      turn = setTimeout(() => setShown(value));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(turn);
    };
  }, [value]);
  return shown;
}
