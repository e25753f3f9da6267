"""How fast the page of `extract report` is in headless Chromium, with as many quotes as it is made for.

python benchmarks/report.py
python benchmarks/report.py --quotes 50000 --rounds 5 --check
python benchmarks/report.py --quotes 200000 --rounds 1
"""

from __future__ import annotations

import json
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from extract.report import build_report, find_run

WORDS = (
    "harbour council ships winter budget nobody answer plan workers river closed market promised report "
    "minister delay price northern vote inquiry bridge water school safe contract autumn union letter"
).split()
FIRST = "Ada Jan Rasa Zoë Timur Ines Thomas Marta Jonas Laura Ellen Priya Anita Rob Mara Nils".split()
LAST = "Brunn Holt Lindqvist Moen Carvalho Brandt Steadman Marchetti Raman Voss Aldekamp Kairyte".split()
FORMS = "Bank Union Council Agency Trust Foods Line Review Commission Works".split()
OUTLETS = tuple(f"The {word.title()} Courier" for word in WORDS)

MOST_LOAD = 3.0  # seconds
MOST_FILTER = 0.2
MEMORY = "memory of what the page's script holds"

# Time from an act to the frame that shows all of what became of it, charts too, in milliseconds.
_TIMED = """
async (code) => {
  const act = new Function(code);
  const all = { subtree: true, childList: true, characterData: true, attributes: true };
  const seen = new Promise((done) => {
    const watch = new MutationObserver(() => { watch.disconnect(); done(); });
    watch.observe(document.getElementById("app"), all);
  });
  const start = performance.now();
  act();
  await seen;
  while (document.querySelector("[aria-busy]")) await new Promise((done) => setTimeout(done));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}
"""

_TYPE = """
const field = document.getElementById("search");
Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, WORDS);
field.dispatchEvent(new Event("input", { bubbles: true }));
"""
# The longest time that a letter of a fast writer waits for the frame that shows it, in milliseconds.
_LETTERS = """
async () => {
  const field = document.getElementById("search");
  let longest = 0;
  for (const letter of "harbour b") {
    const start = performance.now();
    field.setRangeText(letter, field.value.length, field.value.length, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise(requestAnimationFrame);
    longest = Math.max(longest, performance.now() - start);
    await new Promise((done) => setTimeout(done, 100));
  }
  return longest;
}
"""
_BOX = "document.querySelectorAll('.facet')[AT].querySelector('input[type=checkbox]').click()"
_HEAD = "document.querySelector('th.COLUMN button').click()"
_CLEAR = "document.querySelector('#filters .head .link').click()"

# What is done in each view, one after the other, and what undoes it.
ACTS: dict[str, str] = {
    "search, first word": _TYPE.replace("WORDS", "'harbour'"),
    "search, two words": _TYPE.replace("WORDS", "'harbour brunn'"),
    "search, cleared": _TYPE.replace("WORDS", "''"),
    "speaker": _BOX.replace("AT", "0"),
    "and organization": _BOX.replace("AT", "1"),
    "cleared": _CLEAR,
    "type": _BOX.replace("AT", "3"),
    "cleared again": _CLEAR,
}
SORTS: dict[str, str] = {
    "sort by speaker, first time": _HEAD.replace("COLUMN", "speaker"),
    "sort by speaker, down": _HEAD.replace("COLUMN", "speaker"),
    "sort by day": _HEAD.replace("COLUMN", "said"),
}


def write_run(folder: Path, *, quotes: int, quotes_each: int, words: int, seed: int) -> Path:
    """A run of articles made of random words, with records that fit them, in `folder`."""
    chance = random.Random(seed)
    (folder / "out").mkdir()
    articles = (folder / "out/articles.jsonl").open("w", encoding="utf-8")
    with articles, (folder / "out/records.jsonl").open("w", encoding="utf-8") as records:
        for number in range(-(-quotes // quotes_each)):
            count = min(quotes_each, quotes - number * quotes_each)
            text, found = _article(chance, number, count, words)
            articles.write(json.dumps({"id": f"{number}.txt", "text": text}, ensure_ascii=False) + "\n")
            records.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in found)
    return folder / "out"


def _article(chance: random.Random, number: int, count: int, words: int) -> tuple[str, list[dict[str, Any]]]:
    day = f"{2027 + number % 5}-{1 + number // 5 % 12:02}-{1 + number % 28:02}"
    text = f"ROM, {day}."
    article = {
        "id": f"{number}.txt",
        "path": f"in/{number}.txt",
        "title": _sentence(chance, 6),
        "published": day,
        "publisher": OUTLETS[_rank(chance, len(OUTLETS))],
    }
    records = []
    for place in range(count):
        text += f"\n\n{_sentence(chance, words // count)} "
        content, start = _sentence(chance, chance.randint(6, 40)).rstrip("."), len(text) + 1
        speaker, organization = _person(_rank(chance, 6000)), _organization(_rank(chance, 1500))
        text += f"“{content},” {speaker} said of {organization} on Monday."
        records.append(
            _record(article, f"q{number:07}{place:05}", content, start, speaker, organization, day, chance)
        )
    return text, records


def _record(
    article: dict[str, str],
    name: str,
    content: str,
    start: int,
    speaker: str,
    organization: str,
    day: str,
    chance: random.Random,
) -> dict[str, Any]:
    def span(at: int, text: str) -> dict[str, Any]:
        return {"start": at, "end": at + len(text), "text": text}

    end = start + len(content)
    said = end + 3 + len(speaker) + 1
    about = {
        "name": organization,
        "mentions": [span(said + len("said of "), organization)],
        "how": "named",
    }
    return {
        "record_id": name,
        "article": article,
        "quote": {
            "text": content,
            "type": chance.choice(("direct", "mixed", "indirect")),
            "act": "statement",
            "spans": [span(start, content)],
            "cue": span(said, "said"),
        },
        "speaker": {"mention": span(end + 3, speaker), "name": speaker, "kind": "person"},
        "organizations": [about] if chance.random() < 0.4 else [],
        "said": {"date": day, "start": day, "end": day, "basis": "cue"},
        "confidence": {"quote": round(chance.random(), 3), "speaker": round(chance.random(), 3)},
        "flags": ["year_inferred"] if chance.random() < 0.1 else [],
    }


def _rank(chance: random.Random, most: int) -> int:
    """A place among `most`, the first far more often than the last, as with names in the news."""
    return min(most - 1, int(most ** chance.random()) - 1)


def _person(rank: int) -> str:
    return f"{FIRST[rank % 16]} {LAST[rank // 16 % 12]}{'' if rank < 192 else f' {rank // 192}'}"


def _organization(rank: int) -> str:
    number = rank // (10 * len(WORDS))
    return f"{WORDS[rank % len(WORDS)].title()} {FORMS[rank // len(WORDS) % 10]} {number or ''}".strip()


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


def measure(page_file: Path, *, rounds: int) -> Iterator[tuple[str, list[float]]]:
    """Yield what was done, and how many seconds it took in each round; at last the memory, in MB."""
    from playwright.sync_api import sync_playwright

    browser_path = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if browser_path is None:
        sys.exit("no Chromium on this machine; install chromium, or google-chrome")
    figures: dict[str, list[float]] = {}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=browser_path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for _ in range(rounds):
            for view, acts in (("overview", ACTS), ("quotes", ACTS | SORTS)):
                page = browser.new_page(viewport={"width": 1440, "height": 900})
                start = time.perf_counter()
                page.goto(f"{page_file.as_uri()}#view={view}")
                page.wait_for_selector(".drawn svg" if view == "overview" else "td.words")
                page.wait_for_function("!document.querySelector('[aria-busy]')")
                figures.setdefault(f"{view}: load", []).append(time.perf_counter() - start)
                for name, code in acts.items():
                    seconds = page.evaluate(_TIMED, code) / 1000
                    figures.setdefault(f"{view}: {name}", []).append(seconds)
                letter = page.evaluate(_LETTERS) / 1000
                figures.setdefault(f"{view}: a letter of a search", []).append(letter)
                if view == "quotes":
                    start = time.perf_counter()
                    page.click("td.words a")
                    page.wait_for_selector(".passage mark")
                    figures.setdefault("quotes: open one", []).append(time.perf_counter() - start)
                page.close()
        yield from figures.items()
        page = browser.new_page()
        page.goto(page_file.as_uri())
        page.wait_for_selector(".drawn svg")
        session = page.context.new_cdp_session(page)
        session.send("HeapProfiler.collectGarbage")
        heap = session.send("Runtime.getHeapUsage")
        yield MEMORY, [(heap["usedSize"] + heap.get("embedderHeapUsedSize", 0)) / 1e6]
        browser.close()


@click.command()
@click.option("--quotes", default=50_000, show_default=True, type=click.IntRange(1))
@click.option("--each", default=5, show_default=True, type=click.IntRange(1), help="Quotes in an article.")
@click.option("--words", default=500, show_default=True, type=click.IntRange(1), help="Words around them.")
@click.option("--rounds", default=3, show_default=True, type=click.IntRange(1))
@click.option("--seed", default=0, show_default=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Keep the page in this file.")
@click.option("--check", is_flag=True, help="Exit with 1 above 3 s to load or 0.2 s for anything else.")
def main(quotes: int, each: int, words: int, rounds: int, seed: int, out: Path | None, check: bool) -> None:
    """Make the page of a run with many quotes, and measure it in headless Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        run = write_run(Path(folder), quotes=quotes, quotes_each=each, words=words, seed=seed)
        clock = time.perf_counter()
        report = build_report(find_run(run), title="Benchmark")
        built = time.perf_counter() - clock
        page_file = out or Path(folder) / "report.html"
        page_file.write_text(report.html, encoding="utf-8")
        made = f"{report.quotes:,} quotes of {report.articles:,} articles"
        click.echo(f"{made}: {page_file.stat().st_size / 1e6:.1f} MB, made in {built:.1f} s\n")
        click.echo("| | median, s | worst, s |\n| --- | ---: | ---: |")
        late = False
        for name, seconds in measure(page_file.resolve(), rounds=rounds):
            if name == MEMORY:
                click.echo(f"\n{MEMORY}: {seconds[0]:.0f} MB")
                continue
            median = statistics.median(seconds)
            late |= median > (MOST_LOAD if name.endswith("load") else MOST_FILTER)
            click.echo(f"| {name} | {median:.3f} | {max(seconds):.3f} |")
    sys.exit(int(check and late))


if __name__ == "__main__":
    main()
