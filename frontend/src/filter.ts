/** Which rows are shown, in which order, and how many more or fewer each filter would leave.
 *
 * Each filter has a bit; a row is shown when no filter has set its bit there. A change of one filter looks at
 * that filter only, and the counts beside a filter's choices are over rows that pass all the others.
 */
import { type Data, dayOf, list, NO_DAY, NONE, some } from "./data";
import type { Reviews } from "./review";
import { Search } from "./search";
import { type Facet, FACETS, NOTHING, type SortKey, type State } from "./state";

const RANGES = ["text", "days", "confidence", "speakerConfidence"] as const;
type Filter = Facet | (typeof RANGES)[number];
const BIT = Object.fromEntries([...FACETS, ...RANGES].map((name, at) => [name, 1 << at])) as Record<
  Filter,
  number
>;

export interface Choice {
  value: string;
  count: number;
}

/** Sorts behind every value. */
const ABSENT = Number.MAX_VALUE;

/** All rows in the order of a column, equal ones as in the records; behind the first `present` are those without. */
interface Order {
  order: Int32Array;
  present: number;
}

export class Engine {
  private readonly failing: Uint16Array;
  private readonly keys = new Map<Filter, string>();
  private readonly search: Search;
  private readonly orders = new Map<SortKey, Order>();
  private readonly codes: Map<string, number>;

  constructor(
    private readonly data: Data,
    private readonly reviews: Reviews,
  ) {
    this.failing = new Uint16Array(data.count);
    this.search = new Search(data);
    this.codes = new Map(data.words.map((word, code) => [word, code]));
  }

  /** The rows that pass, in the order of the state. */
  apply(state: State): Int32Array {
    for (const facet of FACETS) {
      const version = facet === "review" ? this.reviews.version : 0;
      this.refresh(facet, JSON.stringify([state.chosen[facet], version]), () =>
        this.facetTest(facet, state.chosen[facet]),
      );
    }
    this.refresh("text", state.text.trim(), () =>
      state.text.trim() ? this.search.finder(state.text) : null,
    );
    this.refresh("days", `${state.from} ${state.to}`, () => this.dayTest(state.from, state.to));
    this.refresh("confidence", `${state.confidence}`, () => atLeast(this.data.confidence, state.confidence));
    this.refresh("speakerConfidence", `${state.speakerConfidence}`, () =>
      atLeast(this.data.speakerConfidence, state.speakerConfidence),
    );
    const { order, present } = this.order(state.sort);
    const rows = new Int32Array(order.length);
    let count = 0;
    for (let at = 0; at < order.length; at++) {
      const row = order[state.descending && at < present ? present - 1 - at : at];
      if (this.failing[row] === 0) rows[count++] = row;
    }
    return rows.subarray(0, count);
  }

  /** The choices of a facet with their counts, most first. */
  choices(facet: Facet): Choice[] {
    const others = ~BIT[facet];
    const passing = (row: number) => (this.failing[row] & others) === 0;
    if (facet === "review") {
      const counts = new Map<string, number>();
      for (let row = 0; row < this.data.count; row++)
        if (passing(row)) increase(counts, this.reviews.verdict(this.data.id[row]));
      return sorted([...counts].map(([value, count]) => ({ value, count })));
    }
    const words = facet === "article" ? this.data.articles.id : this.data.words;
    const counts = new Int32Array(words.length + 1);
    const multiple = this.multiple(facet);
    if (multiple) {
      for (let row = 0; row < this.data.count; row++)
        if (passing(row)) {
          const [start, end] = [multiple.starts[row], multiple.starts[row + 1]];
          if (start === end) counts[0]++;
          for (let at = start; at < end; at++) counts[multiple.values[at] + 1]++;
        }
    } else {
      const column = this.single(facet)!;
      for (let row = 0; row < this.data.count; row++) if (passing(row)) counts[column[row] + 1]++;
    }
    const found: Choice[] = [];
    counts.forEach(
      (count, at) => count > 0 && found.push({ value: at === 0 ? NOTHING : words[at - 1], count }),
    );
    return sorted(found);
  }

  private refresh(filter: Filter, key: string, make: () => ((row: number) => boolean) | null): void {
    if ((this.keys.get(filter) ?? null) === key) return;
    this.keys.set(filter, key);
    const test = make();
    const bit = BIT[filter];
    for (let row = 0; row < this.data.count; row++) {
      if (test === null || test(row)) this.failing[row] &= ~bit;
      else this.failing[row] |= bit;
    }
  }

  private facetTest(facet: Facet, values: readonly string[]): ((row: number) => boolean) | null {
    if (values.length === 0) return null;
    if (facet === "review") return (row) => values.includes(this.reviews.verdict(this.data.id[row]));
    const code = (value: string) =>
      value === NOTHING
        ? NONE
        : facet === "article"
          ? this.data.articles.id.indexOf(value)
          : this.codes.get(value);
    const wanted = new Set(values.map((value) => code(value) ?? -2));
    const multiple = this.multiple(facet);
    if (multiple)
      return (row) => {
        const none = multiple.starts[row] === multiple.starts[row + 1];
        return none ? wanted.has(NONE) : some(multiple, row, (one) => wanted.has(one));
      };
    const column = this.single(facet)!;
    return (row) => wanted.has(column[row]);
  }

  private dayTest(from: string, to: string): ((row: number) => boolean) | null {
    if (!from && !to) return null;
    const first = from ? dayOf(from) : NO_DAY;
    const last = to ? dayOf(to) : 2 ** 31 - 1;
    const { firstDay, lastDay } = this.data;
    return (row) => firstDay[row] !== NO_DAY && firstDay[row] <= last && lastDay[row] >= first;
  }

  private multiple(facet: Facet) {
    return facet === "organization" ? this.data.organizations : facet === "flag" ? this.data.flags : null;
  }

  private single(facet: Facet): Int32Array | null {
    const { speaker, outlet, type, act, kind, article } = this.data;
    const columns: Partial<Record<Facet, Int32Array>> = { speaker, outlet, type, act, kind, article };
    return columns[facet] ?? null;
  }

  private order(key: SortKey): Order {
    const known = this.orders.get(key);
    if (known) return known;
    const order = Int32Array.from({ length: this.data.count }, (_, row) => row);
    let present = order.length;
    if (key !== "article") {
      const values = this.sortValues(key);
      order.sort((one, other) => values[one] - values[other] || one - other);
      present = values.reduce((count, value) => count + Number(value < ABSENT), 0);
    }
    const made = { order, present };
    this.orders.set(key, made);
    return made;
  }

  private sortValues(key: Exclude<SortKey, "article">): Float64Array {
    const { data } = this;
    if (key === "confidence") return Float64Array.from(data.confidence);
    if (key === "said") return Float64Array.from(data.firstDay, (day) => (day === NO_DAY ? ABSENT : day));
    const rank = ranks(data.words);
    const of = (code: number) => (code === NONE ? ABSENT : rank[code]);
    if (key === "organization")
      return Float64Array.from({ length: data.count }, (_, row) =>
        of(list(data.organizations, row).at(0) ?? NONE),
      );
    const column = { speaker: data.speaker, outlet: data.outlet, type: data.type }[key];
    return Float64Array.from(column, of);
  }
}

function ranks(words: readonly string[]): Int32Array {
  const { compare } = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });
  const order = words.map((_, code) => code).toSorted((one, other) => compare(words[one], words[other]));
  const rank = new Int32Array(words.length);
  order.forEach((code, at) => (rank[code] = at));
  return rank;
}

function atLeast(column: Int32Array, percent: number): ((row: number) => boolean) | null {
  return percent === 0 ? null : (row) => column[row] >= 10 * percent;
}

function increase(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function sorted(choices: Choice[]): Choice[] {
  return choices.toSorted((one, other) => other.count - one.count);
}
