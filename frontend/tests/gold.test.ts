import { beforeEach, expect, test } from "vitest";
import { type Gold, makeGold } from "../src/gold";
import { type Correction, Reviews } from "../src/review";
import { type Article, makeRun, type Quote } from "./made";

const TEXT = "🚢 “Closed,” Ada Brunn said of Norvik Bank. “Yes,” she added. Nobody asked.";
const QUOTES: Quote[] = [
  { content: "Closed", speaker: "Ada Brunn", cue: "said", about: ["Norvik Bank"] },
  {
    content: "Yes",
    speaker: "Ada Brunn",
    mention: "she",
    said: ["2031-03", "2031-03-01", "2031-03-31", "cue"],
  },
];

beforeEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

async function gold(
  decide: (reviews: Reviews) => void,
  article: Article = { id: "a.txt", text: TEXT, title: "T", published: "2031-03-04" },
): Promise<{ gold: Gold; articles: GoldArticle[] }> {
  const { data, passages } = await makeRun([article], QUOTES);
  const reviews = new Reviews(data, () => undefined);
  decide(reviews);
  const made = await makeGold(data, passages, reviews);
  const lines = made.lines.split("\n").filter(Boolean);
  return { gold: made, articles: lines.map((line) => JSON.parse(line) as GoldArticle) };
}

interface GoldArticle {
  id: string;
  text: string;
  quotes: { content: string[]; spans: [number, number][]; said_basis?: string; optional?: boolean }[];
}

function correction(words: string, part: Partial<Correction> = {}): Correction {
  const start = TEXT.indexOf(words);
  return {
    content: [[start, start + words.length]],
    cue: null,
    mention: null,
    speaker: null,
    kind: "person",
    organizations: [],
    said: null,
    type: "indirect",
    act: "statement",
    ...part,
  };
}

test("an article is gold as soon as one of its quotes is decided, the others optional", async () => {
  const made = await gold((reviews) => reviews.decide("q0", { verdict: "accepted" }));
  expect(made.gold).toMatchObject({ articles: 1, sure: 1, open: 1, rejected: 0 });
  const [article] = made.articles;
  expect(article).toMatchObject({
    id: "a.txt",
    title: "T",
    published: "2031-03-04",
    source: "in/a.txt",
    text: TEXT,
  });
  expect(article.quotes).toMatchObject([
    {
      content: ["Closed"],
      type: "direct",
      act: "statement",
      cue: "said",
      speaker: { mention: null, name: "Ada Brunn", kind: "person" },
      organizations: ["Norvik Bank"],
      said: null,
    },
    { content: ["Yes"], optional: true, said: "2031-03", said_basis: "cue" },
  ]);
  expect(article.quotes[0]).not.toHaveProperty("optional");
  expect(article.quotes[0]).not.toHaveProperty("said_basis");
});

test("places count code points, as the records do", async () => {
  const { articles } = await gold((reviews) => reviews.decide("q0", { verdict: "accepted" }));
  const points = Array.from(articles[0].text);
  for (const { spans, content } of articles[0].quotes)
    expect(spans.map(([start, end]) => points.slice(start, end).join(""))).toEqual(content);
});

test("what nobody decided on is no gold", async () => {
  const made = await gold(() => undefined);
  expect([made.gold.lines, made.gold.articles]).toEqual(["", 0]);
});

test("what was rejected is not in it", async () => {
  const made = await gold((reviews) => reviews.decide("q0", { verdict: "rejected" }));
  expect(made.gold).toMatchObject({ articles: 1, sure: 0, open: 1, rejected: 1 });
  expect(made.articles[0].quotes.map(({ content }) => content)).toEqual([["Yes"]]);
});

test("what was corrected and added is in it, in the order of the text", async () => {
  const made = await gold((reviews) => {
    reviews.add("a.txt", correction("Nobody asked", { organizations: ["Riksnett", "Riksnett"] }));
    reviews.decide("q0", { verdict: "corrected", correction: correction("Yes", { said: "2031" }) });
    reviews.decide("q1", { verdict: "corrected", correction: correction("Closed") });
    reviews.add("b.txt", correction("Closed"));
  });
  expect(made.gold).toMatchObject({ articles: 1, sure: 3, open: 0 });
  expect(made.articles[0].quotes).toMatchObject([
    { content: ["Closed"] },
    { content: ["Yes"], said: "2031" },
    { content: ["Nobody asked"], organizations: ["Riksnett"] },
  ]);
});

test("the basis of a date is that of the one that was found", async () => {
  const corrected = async (said: string | null) => {
    localStorage.clear();
    const decision = { verdict: "corrected" as const, correction: correction("Yes", { said }) };
    const { articles } = await gold((reviews) => reviews.decide("q1", decision));
    return articles[0].quotes.find(({ content }) => content[0] === "Yes");
  };
  expect(await corrected("2031-03")).toMatchObject({ said: "2031-03", said_basis: "cue" });
  expect(await corrected("2031")).not.toHaveProperty("said_basis");
  expect(await corrected(null)).not.toHaveProperty("said_basis");
});

test("decisions on an article without its text are counted and left out", async () => {
  const made = await gold(
    (reviews) => {
      reviews.decide("q0", { verdict: "accepted" });
      reviews.add("a.txt", correction("Yes"));
    },
    { id: "a.txt" },
  );
  expect(made.gold).toMatchObject({ articles: 0, lines: "", withoutText: 2 });
});

test("decisions that reach beyond the text are counted and left out", async () => {
  const beyond: [number, number][] = [[0, TEXT.length + 1]];
  const made = await gold((reviews) => {
    reviews.decide("q0", { verdict: "corrected", correction: correction("Yes", { content: beyond }) });
    reviews.add("a.txt", correction("Yes", { content: beyond }));
    reviews.decide("q1", { verdict: "accepted" });
  });
  expect(made.gold).toMatchObject({ articles: 1, sure: 1, beyond: 2 });
  expect(made.articles[0].quotes.map(({ content }) => content)).toEqual([["Yes"]]);
});

test("an article is one line, whatever stands in it", async () => {
  const text = `${TEXT}\n\u2028</script> "quoted"\r\n`;
  const made = await gold((reviews) => reviews.decide("q0", { verdict: "accepted" }), { id: "a.txt", text });
  expect(made.gold.lines.split("\n").length).toBe(2);
  expect(made.articles[0].text).toBe(text);
});
