/** Words looked for in quotes, names and titles, whatever their accents, capitals and marks. */
import { type Data, NONE, some } from "./data";

export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[‘’‚`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .toLowerCase();
}

/** The terms of a query: words, and phrases in quotation marks. */
export function terms(query: string): string[] {
  return [...fold(query).matchAll(/"([^"]+)"|[^\s"]+/g)]
    .map((match) => match.at(1)?.trim() ?? match[0])
    .filter(Boolean);
}

export class Search {
  private quotes: string[] | null = null;
  private words: string[] | null = null;
  private titles: string[] | null = null;

  constructor(private readonly data: Data) {
    // While the reader looks at the first view, so that the first search is as fast as the next.
    setTimeout(() => this.prepare(), 300);
  }

  private prepare(): void {
    const { data } = this;
    this.quotes ??= data.quote.map(fold);
    this.words ??= data.words.map(fold);
    this.titles ??= data.articles.title.map((title, at) => fold(`${title ?? ""} ${data.articles.id[at]}`));
  }

  /** The test for rows that hold every term somewhere. */
  finder(query: string): (row: number) => boolean {
    const { data } = this;
    this.prepare();
    const quotes = this.quotes!;
    const parts = terms(query).map((term) => ({
      term,
      inWord: Uint8Array.from(this.words!, (word) => Number(word.includes(term))),
      inTitle: Uint8Array.from(this.titles!, (title) => Number(title.includes(term))),
    }));
    return (row) =>
      parts.every(
        ({ term, inWord, inTitle }) =>
          (data.speaker[row] !== NONE && inWord[data.speaker[row]] === 1) ||
          inTitle[data.article[row]] === 1 ||
          some(data.organizations, row, (code) => inWord[code] === 1) ||
          quotes[row].includes(term),
      );
  }
}
