# Everything a fresh machine needs: Python 3.11 or newer and this file.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= build/beispielkreis
PORT ?= 8501
# 1: everybody chooses a role without password, and the app is seen from this machine alone. Empty: as in real use.
DEMO ?= 1
# Files stay together and begin in the order of tests/conftest.py.
BY_FILE := --dist loadfile --no-loadscope-reorder

.DEFAULT_GOAL := help
.PHONY: help run test check bench screenshots sample methods clean

help: ## Diese Übersicht
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 22

run: $(VENV)/.ready $(filter build/beispielkreis,$(DATA)) ## App starten (Beispielkreis; anderer Ordner: make run DATA=ordner; ohne Wahl der Rolle: make run DEMO=)
	MONITOR_DATA=$(abspath $(DATA)) MONITOR_DEMO_ROLES=$(DEMO) $(BIN)/python -m streamlit run app.py --server.port $(PORT) \
		$(if $(DEMO),--server.address 127.0.0.1)

test: $(VENV)/.ready-dev ## Alle Tests (mit Chromium: MONITOR_BROWSER_TESTS=1 make test; auch die feineren: =all)
	$(BIN)/python -m pytest --numprocesses auto $(BY_FILE) --ignore tests/browser --ignore tests/golden
	@# A page mostly waits: two go side by side even on two cores. More would slow each other down.
	$(BIN)/python -m pytest --numprocesses 2 $(BY_FILE) tests/browser
	@# In one process: what was compared with published tables is summed up at the end.
	$(BIN)/python -m pytest tests/golden

check: $(VENV)/.ready-dev ## Stil, Typen, Richtungen, Vollständigkeit der Texte
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest tests/test_directions.py tests/texts

bench: $(VENV)/.ready-bench ## Geschwindigkeit gegen gewöhnliche Karten (braucht Chromium; kurz: make bench BENCH=--quick)
	$(BIN)/python -m benchmarks $(BENCH)

screenshots: $(VENV)/.ready-dev ## Bilder für README und Handbuch neu aufnehmen (braucht Chromium)
	MONITOR_BROWSER_TESTS=1 MONITOR_SCREENSHOTS=docs/bilder $(BIN)/python -m pytest tests/browser/test_screenshots.py

sample: $(VENV)/.ready-dev ## Beispielkreis neu erzeugen (Ergebnis ist Byte für Byte gleich)
	$(BIN)/python sample_data/build.py
	$(BIN)/python sample_data/build_entries.py
	$(BIN)/python -m monitor release sample_data

methods: $(VENV)/.ready ## docs/methoden.md aus den Texten der Methodik neu schreiben
	$(BIN)/python -m texts.methods

clean: ## Virtuelle Umgebung und Zwischenergebnisse löschen
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis

# What is drawn and decided in the app changes a copy, never the county that is shipped; `make clean` removes it.
build/beispielkreis:
	mkdir -p $@
	cp -R sample_data/. $@

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 oder neuer wird gebraucht (make run PYTHON=python3.11)."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.ready: requirements.txt | $(VENV)/.python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.ready-dev: requirements-dev.txt requirements.txt | $(VENV)/.python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ $(VENV)/.ready

$(VENV)/.ready-bench: requirements-bench.txt $(VENV)/.ready-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	touch $@
