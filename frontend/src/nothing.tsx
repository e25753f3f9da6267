import { usePage } from "./page";
import { isFiltered, withoutFilters } from "./state";

/** In place of quotes where none fits. */
export function Nothing() {
  const { state, go } = usePage();
  return (
    <div class="nothing">
      <p>No quote fits.</p>
      {isFiltered(state) && (
        <button type="button" onClick={() => go(withoutFilters(state), { step: true })}>
          Clear all filters
        </button>
      )}
    </div>
  );
}
