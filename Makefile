# A thin front: everything stands in tools/bootstrap.py, which also works where make does not.
.PHONY: run test faults faults-long heartbeat lint bench lock translate clean

run test faults faults-long heartbeat lint bench lock:
	@python3 tools/bootstrap.py $@

# Collects the words of the screens for resources/translations and names what has no Indonesian yet.
translate:
	@.venv/bin/python tools/translate.py

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage* build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
