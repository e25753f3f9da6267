PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= data/out

.PHONY: run test check format clean

run: $(VENV)/.installed  ## The main job: records of the articles under data/raw
	$(BIN)/extract run data/raw -o $(OUT)
	@echo "The records are in $(OUT)/records.csv and $(OUT)/records.jsonl; one article for reading:"
	@echo "    $(BIN)/extract show data/raw/NAME.txt"

test: $(VENV)/.installed-dev  ## Everything CI runs
	$(MAKE) check BIN=$(BIN)

check:  ## The checks alone, with the tools of BIN
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

format:
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

$(VENV)/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.installed-dev: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
