"""Many files at once: `plan` says which and in what order, `run` does them, on one process or on several."""
