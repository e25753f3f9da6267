"""Fine-tuning on one's own articles, from files to a pipeline, with a tiny network."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import spacy
from click.testing import CliRunner, Result

from extract.cli.main import main
from extract.cli.train import report
from extract.errors import InputError
from extract.pipeline.load import COMPONENTS
from extract.pipeline.network.word_pieces import special_ids
from tests.small_tokenizer import small_tokenizer
from tests.train.annotated import GOLD, TEXT, standoff, write_brat, write_gold

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")
for _module in ("onnx", "faker", "safetensors"):
    pytest.importorskip(_module)

from extract.train import adapt, export, finetune, measure, network  # noqa: E402
from extract.train.data.examples import examples  # noqa: E402
from extract.train.data.row import Row, scheme  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore")  # exporting warns of its own deprecation
TOKENIZER = small_tokenizer()
SPECIAL = special_ids(TOKENIZER)
NAMES = [("PERSON", "Ines Corvo"), ("ORG", "Nordkai Shipping"), ("LOC", "Almsund")]
SAID = [("Source", "Ines Corvo"), ("Cue", "said"), ("Content", "The harbor of Port Selby stays shut")]
JOINS = ["R1\tSays Arg1:T2 Arg2:T1", "R2\tSays Arg1:T2 Arg2:T3"]


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def make_network(seed: int = 0) -> Any:
    torch.manual_seed(seed)
    config = network.encoder_config(
        vocab_size=TOKENIZER.get_vocab_size(),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=300,
    )
    net = network.Network(config).eval()
    with torch.no_grad():
        for weight in net.parameters():  # no two alike, as after training: equal ones are written once
            weight += 0.02 * torch.randn_like(weight)
    return net


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline of ours with a tiny random network."""
    folder = tmp_path_factory.mktemp("base")
    nlp = spacy.blank("en", meta={"name": "tiny", "version": "0.3.0"})
    for name in COMPONENTS:
        nlp.add_pipe(name)
    net = make_network()
    export.export_onnx(net, folder / "model.onnx")
    files = {
        "model.onnx": (folder / "model.onnx").read_bytes(),
        "tokenizer.json": TOKENIZER.to_str().encode(),
    }
    encoder: Any = nlp.get_pipe("extract_encoder")
    encoder.load_files(files, export.link_weights(net))
    nlp.to_disk(folder / "pipeline")
    return folder / "pipeline"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Three articles in brat's form and two in the gold's."""
    folder = tmp_path / "articles"
    write_brat(folder, "names", TEXT, standoff(TEXT, NAMES))
    write_brat(folder, "said", TEXT, standoff(TEXT, SAID, JOINS))
    write_brat(folder, "both", TEXT, standoff(TEXT, [*SAID, *NAMES], JOINS))
    write_gold(folder / "gold.jsonl", GOLD, GOLD)
    return folder


def name_row(text: str = TEXT) -> Row:
    start = text.index("Ines")
    meaning = scheme({"complete": ["PERSON"], "partial": []})
    return Row(set="a", text=text, entities=((start, start + 10, "PERSON"),), scheme=meaning)


def role_row(text: str = TEXT) -> Row:
    spans: dict[str, tuple[tuple[int, int], ...]]
    spans = {role.lower(): ((text.index(words), text.index(words) + len(words)),) for role, words in SAID}
    return Row(set="b", text=text, attributions=(spans,))


def scores(net: Any, row: Row) -> list[Any]:
    """Log-probabilities of entities and roles in the row's first window."""
    item = next(examples([row], TOKENIZER, [256], None))
    ids, shapes, gaps = (torch.from_numpy(getattr(item, name)[None]) for name in ("ids", "shapes", "gaps"))
    with torch.no_grad():
        return [part.log_softmax(-1) for part in net(ids, shapes, gaps, torch.ones_like(ids))[:2]]


def extract(*arguments: str | Path | int) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_articles_become_a_pipeline_that_runs(articles: Path, base: Path, tmp_path: Path) -> None:
    settings = finetune.FineTuning(epochs=2, rate=1e-3)
    done = adapt.adapt_model([articles], tmp_path / "out", base_model=base, name="harbor", settings=settings)
    assert done.folder == tmp_path / "out/en_harbor-0.3.0"
    assert (done.trained, done.held_out) == (4, 1)
    meta = json.loads((done.folder / "meta.json").read_text())
    assert meta["origin"]["base"] == "en_tiny-0.3.0"
    assert meta["origin"]["articles"] == 4
    assert meta["origin"]["settings"]["epochs"] == 2
    run = extract("run", articles / "names.txt", "-o", tmp_path / "records", "--model", done.folder)
    assert run.exit_code == 0, run.output
    assert json.loads((tmp_path / "records/run.json").read_text())["model"] == "en_harbor-0.3.0"


def test_the_same_seed_gives_the_same_weights() -> None:
    one, other = make_network(), make_network()
    for net in (one, other):
        finetune.fine_tune(net, TOKENIZER, [name_row(), role_row()], finetune.FineTuning(epochs=2, seed=3))
    weights = other.state_dict()
    assert all(torch.equal(weight, weights[name]) for name, weight in one.state_dict().items())


def test_a_network_learns_what_its_articles_annotate() -> None:
    net = make_network()
    rows = [name_row(), role_row()] * 4
    items = list(examples(rows[:2], TOKENIZER, [256], None))
    before = measure.measure(net, items, SPECIAL)
    finetune.fine_tune(net, TOKENIZER, rows, finetune.FineTuning(epochs=30, rate=3e-3))
    after = measure.measure(net, items, SPECIAL)
    assert after.loss < before.loss / 2
    assert list(after.f1) == ["source", "cue", "content", "PERSON"]
    assert after.f1["content"] > max(0.5, before.f1["content"])


@pytest.mark.parametrize(("row", "other"), [(name_row(), 1), (role_row(), 0)])
def test_what_is_not_annotated_stays_as_it_was(row: Row, other: int) -> None:
    moved = []
    for keep in (1.0, 0.0):
        net = make_network()
        before = scores(net, row)[other]
        settings = finetune.FineTuning(epochs=20, rate=3e-3, keep=keep)
        finetune.fine_tune(net, TOKENIZER, [row] * 4, settings)
        moved.append((scores(net, row)[other] - before).abs().mean().item())
    assert moved[0] < 0.7 * moved[1]


def test_word_embeddings_stay_as_they_are() -> None:
    net = make_network()
    before = net.encoder.embeddings.word_embeddings.weight.clone()
    finetune.fine_tune(net, TOKENIZER, [name_row()], finetune.FineTuning(epochs=2, rate=1e-2))
    assert torch.equal(net.encoder.embeddings.word_embeddings.weight, before)


def test_f1_counts_words_only_where_the_annotation_knows() -> None:
    net = make_network()
    with torch.no_grad():
        for head, tag in ((net.entity, 1), (net.role, 1)):  # each word is a PERSON and a source
            head.weight.zero_()
            head.bias.zero_()
            head.bias[tag] = 9.0
    text = TEXT.split("\n\n")[1]
    [row] = examples([name_row(text)], TOKENIZER, [256], None)
    found = measure.measure(net, [row], SPECIAL)
    assert found.f1 == {"PERSON": pytest.approx(2 * 2 / (2 + len(row.first)))}


@pytest.mark.parametrize(
    ("count", "share", "held"), [(40, 0.1, 4), (3, 0.1, 1), (1, 0.5, 0), (9, 0.0, 0), (2, 0.9, 1)]
)
def test_articles_are_held_out_but_never_all(count: int, share: float, held: int) -> None:
    rows = [Row(set=str(number), text="") for number in range(count)]
    train, test = adapt.split(rows, share, seed=random.randrange(9))
    assert len(test) == held
    assert sorted([*train, *test], key=lambda row: int(row.set)) == rows


def test_the_command_reports_before_and_after(articles: Path, base: Path, tmp_path: Path) -> None:
    result = extract("train", articles, "-o", tmp_path / "out", "--base-model", base, "--epochs", 1)
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert "On 1 article held out:    before   after" in result.stderr
    assert f"--model {tmp_path / 'out/en_my_news-0.3.0'}" in result.stderr


def test_the_report_says_whether_it_helped() -> None:
    before, after = (measure.Measure(loss=loss, f1={"cue": f1}) for loss, f1 in ((0.5, 0.71), (0.625, 0.7)))
    done = adapt.Adapted(folder=Path("out/m"), trained=9, held_out=2, before=before, after=after)
    lines = report(done)
    assert lines[0].split() == "On 2 articles held out: before after".split()
    assert lines[1].split() == ["loss", "0.5000", "0.6250"]
    assert lines[2].split() == ["F1", "of", "words,", "cue", "0.710", "0.700"]
    assert "The loss has risen" in lines[3]
    assert "risen" not in "".join(report(replace(done, after=before)))


def test_the_report_says_when_nothing_was_held_out() -> None:
    done = adapt.Adapted(folder=Path("out/m"), trained=1, held_out=0, before=None, after=None)
    assert "No article was held out" in report(done)[0]


def test_bad_annotation_stops_the_command_before_it_writes(
    articles: Path, base: Path, tmp_path: Path
) -> None:
    write_brat(articles, "bad", TEXT, "T1\tPERSON 900 910\tNobody\n")
    result = extract("train", articles, "-o", tmp_path / "out", "--base-model", base)
    assert result.exit_code == 2
    assert "bad.ann:1: T1: 900 to 910 is outside the text" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "give annotated ARTICLES"),
        (["a.ann", "--data", ".", "--held-out", "0.2"], "--held-out means nothing with --data"),
        (["a.ann", "--resume"], "--resume means nothing without --data"),
        (["--data", ".", "--rate", "0.1"], "--rate means nothing with --data"),
    ],
)
def test_options_of_the_other_way_of_training_are_refused(arguments: list[str], message: str) -> None:
    result = extract("train", *arguments, "-o", "nowhere")
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_name_that_is_no_name_of_a_model_is_refused(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="small letters"):
        adapt.adapt_model([articles], tmp_path, name="My News/1")


def test_a_base_that_is_no_model_of_ours_is_refused(articles: Path, tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(InputError, match="no extract_encoder in it"):
        adapt.adapt_model([articles], tmp_path, base_model=tmp_path / "blank")


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "extract.train.adapt", None)
    result = extract("train", "a.ann", "-o", tmp_path)
    assert result.exit_code == 2
    assert "pip install 'extract-news[train]'" in result.stderr
