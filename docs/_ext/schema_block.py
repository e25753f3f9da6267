"""The directive `schema`: a schema of the records, made from their definition, to read and to download."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from extract.record.schemas import record_schema, table_schema

SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "record.schema.json": record_schema,
    "table.schema.json": table_schema,
}


class SchemaBlock(SphinxDirective):
    """`schema NAME`, a name of `SCHEMAS`: a link that saves the file, and what is in it."""

    required_arguments: ClassVar[int] = 1

    def run(self) -> list[nodes.Node]:
        """Write the file beside what Sphinx keeps of pages, so that nothing made stands among the sources."""
        name = self.arguments[0]
        if name not in SCHEMAS:
            raise self.error(f"there is no schema {name!r}; write one of {', '.join(SCHEMAS)}")
        text = json.dumps(SCHEMAS[name](), indent=2) + "\n"
        file = Path(self.env.app.doctreedir) / "schemas" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        page = Path(self.env.doc2path(self.env.docname))
        link = addnodes.download_reference(
            "",
            "",
            nodes.literal("", name),
            reftarget=Path(os.path.relpath(file, page.parent)).as_posix(),
            refdoc=self.env.docname,
        )
        return [nodes.paragraph("", "Download: ", link), nodes.literal_block(text, text, language="json")]


def setup(app: Sphinx) -> dict[str, Any]:
    """What Sphinx calls."""
    app.add_directive("schema", SchemaBlock)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
