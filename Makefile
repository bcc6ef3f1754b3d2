# A thin front: everything stands in tools/bootstrap.py, which also works where make does not.
.PHONY: run test lint bench lock clean

run test lint bench lock:
	@python3 tools/bootstrap.py $@

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage* build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
