"""The site's settings for Sphinx: `make docs` builds it, `make linkcheck` asks for every outside link."""

from __future__ import annotations

import sys
from pathlib import Path

import spacy  # noqa: F401  (autodoc imports under TYPE_CHECKING, in which spacy's models do not load)
from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

from extract import __version__

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "extract"
author = "the authors of extract"
copyright = author  # noqa: A001
version = release = __version__
html_title = f"extract {__version__}"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx_click",
    "sphinx_copybutton",
    "command_help",
    "included_links",
    "schema_block",
]
exclude_patterns = ["_build"]

# Pages are written for git hosts as well: plain Markdown, with the anchors that those give to headings.
myst_heading_anchors = 4
myst_links_external_new_tab = False
myst_url_schemes = ("http", "https", "mailto")

# "--list" is an option, not a dash.
smartquotes = False

# Names in docstrings stand in single backticks.
default_role = "code"
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_class_signature = "mixed"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88

# Every name of this package has to resolve. Those of others are not looked up, for that takes a network.
nitpicky = True
nitpick_ignore_regex = [(r"py:.*", r"(annotated_types|collections|pandas|pathlib|pd|spacy|typing)\..*")]

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["from_disk.js"]
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
html_theme_options = {
    "navigation_with_keys": False,
    "light_css_variables": {"color-brand-primary": "#0b5c8a", "color-brand-content": "#0b5c8a"},
    "dark_css_variables": {"color-brand-primary": "#7cc0ea", "color-brand-content": "#7cc0ea"},
}

# Only what is typed is copied, not the prompt or what the command prints.
copybutton_prompt_text = "$ "

linkcheck_timeout = 20
linkcheck_retries = 2
linkcheck_workers = 4


def setup(app: Sphinx) -> None:
    """What Sphinx calls."""
    app.add_lexer("csv", TextLexer)
