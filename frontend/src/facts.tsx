import { list, NONE, saidOf, wordOf } from "./data";
import { usePage } from "./page";
import type { Detail, Passage } from "./passage";
import type { Correction } from "./review";
import { only, withoutFilters, writeFragment } from "./state";
import { articleName, basisName, choiceName, percent, spaced } from "./words";

interface Props {
  row: number;
  passage: Passage;
  detail: Detail;
}

/** All that a record says, and what the reader made of it. */
export function Facts({ row, detail, passage }: Props) {
  const { data, state, reviews } = usePage();
  const decision = reviews.get(data.id[row]);
  const { articles } = data;
  const article = data.article[row];
  const said = saidOf(data, row);
  const flags = [...list(data.flags, row)].map((code) => spaced(data.words[code]));
  const subjects = [...list(data.subject, row)].map((code) => data.subjects[code]);
  const all = withoutFilters(state);
  const more = (facet: "speaker" | "organization" | "article", value: string, words: string) => (
    <a href={writeFragment(only({ ...all, open: state.open, view: "quotes" }, facet, value))}>
      <bdi>{words}</bdi>
    </a>
  );
  return (
    <>
      {decision?.correction && <Corrected passage={passage} correction={decision.correction} />}
      <dl class="facts">
        <dt>Speaker</dt>
        <dd>
          {data.speaker[row] === NONE
            ? choiceName("speaker", "")
            : more("speaker", data.words[data.speaker[row]], data.words[data.speaker[row]])}
          <small>
            {spaced(data.words[data.kind[row]])}
            {detail.speakerId && ` · ${detail.speakerId}`}
            {detail.mention && (
              <>
                {" · written “"}
                <bdi>{detail.mention.words}</bdi>”
              </>
            )}
          </small>
          {detail.members.length > 0 && (
            <small>
              jointly: <bdi>{detail.members.map(([name]) => name).join(", ")}</bdi>
            </small>
          )}
        </dd>
        <dt>Said</dt>
        <dd>
          {said ? said[0].replace("/", " – ") : "not known"}
          {said && (
            <small>
              {basisName(said[3])}
              {detail.saidText && (
                <>
                  {": “"}
                  <bdi>{detail.saidText}</bdi>”
                </>
              )}
            </small>
          )}
        </dd>
        <dt>About</dt>
        <dd>
          {subjects.length === 0 && "no organization"}
          {subjects.map(([name, id, kind], at) => (
            <span class="subject" key={`${name} ${id}`}>
              {more("organization", name, name)}
              <small>
                {[kind === "organization" ? null : kind, id, detail.organizations[at].how]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </span>
          ))}
        </dd>
        {detail.cue && (
          <>
            <dt>Cue</dt>
            <dd>
              <bdi>{detail.cue.words}</bdi>
            </dd>
          </>
        )}
        {detail.dates.length > 0 && (
          <>
            <dt>Dates</dt>
            <dd>
              {detail.dates.map(({ place, value }) => (
                <span class="subject" key={`${place.start}`}>
                  <bdi>{place.words}</bdi> <small>{value}</small>
                </span>
              ))}
            </dd>
          </>
        )}
        <dt>Article</dt>
        <dd>
          {more("article", articles.id[article], articleName(data, row))}
          <small>
            <bdi>
              {[
                wordOf(data, data.outlet[row]),
                wordOf(data, articles.author[article]),
                articles.published[article],
                articles.path[article],
              ]
                .filter(Boolean)
                .join(" · ")}
            </bdi>
          </small>
        </dd>
        <dt>Type</dt>
        <dd>
          {spaced(data.words[data.type[row]])}, {spaced(data.words[data.act[row]])}
        </dd>
        <dt>Confidence</dt>
        <dd>
          {percent(data.confidence[row])} <small class="beside">of the quote,</small>{" "}
          {percent(data.speakerConfidence[row])} <small class="beside">of the speaker</small>
        </dd>
        {flags.length > 0 && (
          <>
            <dt>Flags</dt>
            <dd>{flags.join(", ")}</dd>
          </>
        )}
        <dt>Record</dt>
        <dd class="mono">{data.id[row]}</dd>
      </dl>
    </>
  );
}

function Corrected({ passage, correction }: { passage: Passage; correction: Correction }) {
  return (
    <section class="corrected-note" aria-label="Your correction">
      <h3>Your correction</h3>
      <dl class="facts">
        <dt>Content</dt>
        <dd dir="auto">
          {passage.text !== null &&
            correction.content.map(([start, end]) => passage.text!.slice(start, end)).join(" … ")}
        </dd>
        <dt>Speaker</dt>
        <dd>
          <bdi>{correction.speaker ?? choiceName("speaker", "")}</bdi>
        </dd>
        <dt>About</dt>
        <dd>
          <bdi>{correction.organizations.join(" · ") || "no organization"}</bdi>
        </dd>
        <dt>Said</dt>
        <dd>{correction.said ?? "not known"}</dd>
        <dt>Type</dt>
        <dd>
          {correction.type}, {correction.act}
        </dd>
      </dl>
    </section>
  );
}
