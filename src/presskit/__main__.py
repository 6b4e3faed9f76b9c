"""``python -m presskit`` is the same as ``presskit``."""

from presskit.cli.main import run

if __name__ == "__main__":  # worker processes import this module, and must not start over
    run()
