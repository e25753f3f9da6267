/** The rows that are shown as CSV, with the columns of `records.csv` and one more for the review. */
import { type Data, list, saidOf, wordOf } from "./data";
import { codePoints, type Detail, type Passages, wordsOf } from "./passage";
import { asFound, type Reviews } from "./review";

const COLUMNS = [
  "record_id",
  "article_id",
  "path",
  "title",
  "publisher",
  "author",
  "published",
  "speaker",
  "speaker_id",
  "speaker_title",
  "speaker_affiliation",
  "speaker_kind",
  "speaker_reason",
  "speaker_mention",
  "cue",
  "type",
  "act",
  "quote",
  "organization",
  "organization_id",
  "organization_kind",
  "organization_how",
  "said_date",
  "said_start",
  "said_end",
  "said_basis",
  "start",
  "end",
  "confidence",
  "speaker_confidence",
  "flags",
  "review",
] as const;

/** What Excel can hold in a cell, in its units, and what says that there was more. */
const MOST_IN_CELL = 32_767;
const MARK = " […]";
const CUT = "cut_for_excel";
/** What a spreadsheet takes for the beginning of a formula; the wide forms where Japanese is the language. */
const FORMULA = /^(?:[\t\r]|\s*[=+\-@＝＋－＠])/;
// oxlint-disable-next-line no-control-regex -- these are breaks to Excel and Python
const BREAK = /\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/g;

type Row = Record<(typeof COLUMNS)[number], string | number | null>;

/** excel: with a byte-order mark, and cells that Excel can hold and would not take for formulas. */
export async function makeCsv(
  data: Data,
  rows: Int32Array,
  passages: Passages,
  reviews: Reviews,
  { excel }: { excel: boolean },
): Promise<string> {
  const lines: string[] = [];
  // Article by article, for each block to be unpacked once; then in the order that is shown.
  const places = Array.from(rows, (_, place) => place);
  places.sort((one, other) => data.article[rows[one]] - data.article[rows[other]]);
  for (const place of places) {
    const row = rows[place];
    const passage = await passages.of(data.article[row]);
    lines[place] = flatRows(data, row, passage.quotes.get(data.id[row])!, passage.text, reviews)
      .map((flat) => line(flat, excel))
      .join("\r\n");
  }
  return `${excel ? "\ufeff" : ""}${[COLUMNS.join(","), ...lines].join("\r\n")}\r\n`;
}

function flatRows(data: Data, row: number, detail: Detail, text: string | null, reviews: Reviews): Row[] {
  const word = (code: number) => wordOf(data, code);
  const { articles } = data;
  const article = data.article[row];
  const found = asFound(data, row, detail);
  const correction = reviews.get(data.id[row])?.correction;
  const now = correction ?? found;
  const said = now.said !== null && now.said === found.said ? saidOf(data, row) : null;
  const sameSpeaker = now.speaker === found.speaker;
  const members = detail.members.map(([, id]) => id).filter((id) => id !== null);
  const points = correction && text !== null ? codePoints(text) : null;
  const quote = !correction || text === null ? data.quote[row] : wordsOf(text, now.content);
  const same: Omit<Row, "organization" | "organization_id" | "organization_kind" | "organization_how"> = {
    record_id: data.id[row],
    article_id: articles.id[article],
    path: articles.path[article],
    title: articles.title[article],
    publisher: word(data.outlet[row]),
    author: word(articles.author[article]),
    published: articles.published[article],
    speaker: now.speaker,
    speaker_id: sameSpeaker ? (detail.speakerId ?? (members.join(";") || null)) : null,
    speaker_title: sameSpeaker ? word(data.title[row]) : null,
    speaker_affiliation: sameSpeaker ? detail.affiliation : null,
    speaker_kind: now.kind,
    speaker_reason: sameSpeaker ? word(data.reason[row]) : null,
    speaker_mention: now.mention,
    cue: now.cue,
    type: now.type,
    act: now.act,
    quote,
    said_date: now.said,
    said_start: said?.[1] ?? null,
    said_end: said?.[2] ?? null,
    said_basis: said?.[3] ?? null,
    start: points ? points(now.content[0][0]) : detail.start,
    end: points ? points(now.content.at(-1)![1]) : detail.end,
    confidence: data.confidence[row] / 1000,
    speaker_confidence: data.speakerConfidence[row] / 1000,
    flags: [...list(data.flags, row)].map((code) => data.words[code]).join(";"),
    review: reviews.verdict(data.id[row]),
  };
  const subjects = subjectsOf(data, row, detail, now.organizations);
  return (subjects.length > 0 ? subjects : [[null, null, null, null]]).map(([name, id, kind, how]) => ({
    ...same,
    organization: name,
    organization_id: id,
    organization_kind: kind,
    organization_how: how,
  }));
}

/** Name, id, kind and how of each: of other kinds as found, of organizations as decided. */
function subjectsOf(data: Data, row: number, detail: Detail, names: readonly string[]): (string | null)[][] {
  const known = [...list(data.subject, row)].map((code, at) => [
    ...data.subjects[code],
    detail.organizations[at].how,
  ]);
  const kept = known.filter(([name, , kind]) => kind !== "organization" || names.includes(name!));
  const added = names.filter(
    (name) => !known.some((subject) => subject[0] === name && subject[2] === "organization"),
  );
  return [...kept, ...added.map((name) => [name, null, "organization", null])];
}

function line(row: Row, excel: boolean): string {
  const long = (value: Row[keyof Row]) => typeof value === "string" && value.length > MOST_IN_CELL;
  const cut = excel && Object.values(row).some(long);
  const flags = cut ? [row.flags, CUT].filter(Boolean).join(";") : row.flags;
  return COLUMNS.map((column) => cell(column === "flags" ? flags : row[column], excel)).join(",");
}

function cell(value: string | number | null, excel: boolean): string {
  const text = excel && typeof value === "string" ? harmless(value) : String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** As `extract run --excel` has it: no longer than a cell, on one line, and nothing that could be a formula. */
function harmless(text: string): string {
  const kept = text.length > MOST_IN_CELL ? `${text.slice(0, MOST_IN_CELL - MARK.length)}${MARK}` : text;
  const whole = kept.replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, "");
  return (FORMULA.test(whole) ? "'" : "") + whole.replace(BREAK, " ");
}
