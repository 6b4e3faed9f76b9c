"""Where releases and records come from: files, folders of files, standard input; text, JSON and JSONL."""
