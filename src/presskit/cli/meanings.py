"""What each code means, in a line: docs/codes.md without its markup. The tests hold the two together."""

from __future__ import annotations

MEANINGS: dict[str, str] = {
    "empty-input": "there is no letter and no digit in the text, or no record where one is needed",
    "not-persian": "fewer than three in ten of the first letters are Persian ones",
    "html-input": "the text is HTML",
    "records-input": "parse and explain: the file holds records, not a release",
    "too-large": "the file, or a line of JSONL, is larger than --max-bytes",
    "binary-input": "the bytes are no text: a PDF, a Word file, an image",
    "encoding-unknown": "neither UTF-8, UTF-16 nor Windows-1256",
    "encoding-broken": (
        "the bytes are no valid text of their encoding from the byte named; cut short means that the end is missing"
    ),
    "lone-surrogate": "the text, or a record's JSON, holds half a surrogate pair, which no encoding can write",
    "json-invalid": "no valid JSON from the place named",
    "version-unsupported": "a record of another schema_version",
    "key-missing": "a field of the record is missing",
    "key-unknown": "a record has no such field",
    "value-wrong": "a value of the wrong type, or outside its closed list",
    "record-inconsistent": (
        "two parts do not agree: an id without a speaker, a span that ends before it starts, two dates that "
        "are not one day"
    ),
    "file-missing": "there is no such file",
    "is-directory": "a folder where a file was expected",
    "permission-denied": "no permission to read the file, or to search the folder",
    "read-failed": "the system could not read the file",
    "write-failed": "the output could not be written; a file that was there is as it was",
    "prediction-missing": "evaluate: a gold record has no prediction; all of it counts as missed",
    "pair-ambiguous": "evaluate: a prediction may answer to a gold record, but the name is not theirs alone",
    "gold-missing": "evaluate: a prediction has no gold record; it counts for nothing",
    "name-taken": "two files of convert would have one output name; of two folders they would not",
    "worker-died": "the process that read this file died twice (out of memory, killed); all others are done",
    "usage": "an unknown option, a missing argument, two options that do not go together, an empty name",
    "no-input": "no file is named, and standard input is a terminal; or no file in the folders matches",
    "measure-unknown": "--fail-under names no measure",
    "stdin-twice": "- is named twice",
    "suffix-unsupported": "the name of the output ends as a format does that the command cannot write: .xlsx",
    "output-is-input": "the output is one of the files to read",
    "encoding-unsupported": "Python has no encoding of that name",
    "lexicon-invalid": (
        "a lexicon file is no TOML, or a table or an entry of it is not as it should be; the message names both"
    ),
    "hazm-missing": "--normalize or --tokens, and hazm is not installed",
    "internal-error": "a defect of presskit; the other files are still done",
    "encoding-guessed": (
        "nothing in the file says its encoding; it was read as the one named (UTF-16 without a mark, Windows-1256)"
    ),
    "no-headline": "no line of the page reads as its headline",
    "date-impossible": "a date in a meta line names no day: 1401/13/28",
    "dates-disagree": "the Jalali and the Gregorian date of a line are two days",
    "weekday-mismatch": "the weekday beside the date is not that day's",
    "speaker-unresolved": "the text does not say who speaks",
    "content-unclosed-quote": "the quotation mark that opens these words is not closed in the paragraph",
    "zwnj-lost": "the text has lost its half-spaces (ZWNJ): deleted, or turned to spaces (then a note)",
    "span-out-of-range": "a span ends after the end of the source",
    "span-mismatch": "the source has another text at the span, or the two differ in length",
    "source-changed": "the text has another SHA-256 or another length than the record says",
    "source-missing": "the text is not in the folder of --source",
    "source-unreadable": "the text is there and could not be read",
    "line-lost": "a line of the source is in no part of the record",
    "block-overlap": "two parts of the page share a place in the source",
    "order-broken": "paragraphs, headings or segments of content do not stand in the order of the source",
    "content-missing": "a statement without content",
    "content-surplus": "a statement with more than two segments of content",
    "statement-misplaced": "the content does not stand where where and section say",
    "speaker-changed": "a statement that continues another has another speaker",
    "repair-mismatch": "the repaired text is not the source with the edits made in it",
}
