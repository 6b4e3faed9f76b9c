"""A user's file of words: what is wrong with it is said before anything is read, and what is right has its effect."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from presskit import parse
from presskit.errors import AccessError, LexiconError
from presskit.lexicon import Lexicon, load
from presskit.lexicon.checks import problem
from presskit.lexicon.load import data_files

# The file, and a part of the message.
WRONG = [
    ("[role", "no TOML"),
    ("a = " + "[" * 2_000, "no TOML"),
    ("role = 5", "[role] is to be a table"),
    ("[roles]\n'میراب' = 'میراب شهر'", "no such table: [roles]"),
    ("[opener]\n'با' = 'با ما'", "no such table: [opener]"),
    ("[role]\n'میراب' = 5", "role.میراب: the value is to be an example, a string"),
    ("[role]\n'میراب' = 'شهردار گفت'", "role.میراب: the example lacks the word"),
    ("[role]\n'' = 'شهردار گفت'", "role.: there is no letter in it"),
    ("[role]\n'\u200c' = 'شهردار گفت'", "there is no letter in it"),
    # verbs
    ("[simple]\n'سرایید#سرا' = 5", "the value is to be a table"),
    ("[simple]\n'سرایید#سرا' = { light = 'کرد', example = 'وی سرایید' }", "simple.سرایید#سرا: unknown key: light"),
    ("[simple]\n'سرایید#سرا' = { present = 'سرای' }", "needs `example`"),
    ("[simple]\n'سرایید#سرا' = { example = 'وی سرایید' }", "needs `present`"),
    ("[simple]\n'سرایید#سرا' = { present = 5, example = 'وی سرایید' }", "`present` is to be a string"),
    ("[simple]\n'سرایید' = { present = 'سرای', example = 'وی سرایید' }", "is to be named past#present"),
    ("[simple]\n'#سرا' = { present = 'سرای', example = 'وی سرایید' }", "is to be named past#present"),
    ("[simple]\n'سرایید#سرا' = { present = 'سرای', example = 'وی گفت' }", "the example lacks the verb"),
    ("[simple]\n'سرایید#سرا' = { present = 'سرای', also = ['سرود'], example = 'وی سرایید' }", "unknown key: also"),
    ("[compound]\n'هشدار تند' = { present = 'ده', example = 'وی هشدار تند داد' }", "unknown key: present"),
    ("[compound]\n'هشدار تند' = { light = 'داد', example = 'وی هشدار داد' }", "the example lacks the verb"),
    ("[compound]\n'هشدار تند' = { light = 'داد', example = 'وی هشدار تند کرد' }", "the example lacks the verb"),
    ("[compound]\n'هشدار تند' = { light = 'پراند', example = 'وی هشدار تند پراند' }", "not in [light]: پراند"),
    ("[compound]\n'هشدار تند' = { light = '', example = 'وی هشدار تند داد' }", "needs a light verb"),
    ("[compound]\n'هشدار تند' = { light = 'داد', also = 5, example = 'وی هشدار تند داد' }", "`also` is to be a list"),
    ("[compound]\n'هشدار تند' = { light = 'داد', also = 'ا', example = 'وی هشدار تند داد' }", "`also` is to be a list"),
    ("[compound]\n'هشدار تند' = { light = 'داد', also = [''], example = 'وی هشدار تند داد' }", "`also` is to be a"),
    ("[compound]\n'هشدار تند' = { light = 'داد', topic = '[', example = 'وی هشدار تند داد' }", "`topic` is to be one"),
    ("[compound]\n'هشدار تند' = { light = 'داد', topic = 'به ما', example = 'وی هشدار تند داد' }", "`topic` is to"),
    ("[compound]\n'هشدار تند' = { light = 'داد', takes = 'چون', example = 'وی هشدار تند داد' }", "`takes` knows"),
    ("[compound]\n'هشدار تند' = { light = 'داد', weak = 'yes', example = 'وی هشدار تند داد' }", "`weak` is to be true"),
    ("[light]\n'پراند' = 5", "present stem"),
    # what has keys
    ("[outlet]\n'آب‌نگار' = { names = [] }", "`names` is to be a list"),
    ("[outlet]\n'آب‌نگار' = { names = 'آب‌نگار' }", "`names` is to be a list"),
    ("[outlet]\n'آب‌نگار' = { kind = 'site' }", "needs `names`"),
    ("[outlet]\n'آب‌نگار' = { names = ['آب‌نگار'], kind = 'blog' }", "`kind` is to be one of agency, broadcaster"),
    ("[outlet]\n'آب‌نگار' = { names = ['آب‌نگار'], ambigous = true }", "unknown key: ambigous"),
    ("[outlet]\n'آب‌نگار' = { names = ['آب‌نگار'], example = 'به گزارش نصر' }", "the example lacks the word"),
    ("[organisation]\n'آب یزد' = { epithets = 'متولی' }", "`epithets` is to be a list"),
    ("[occasion]\n'گردهمایی' = { kind = 'party' }", "`kind` is to be one of ceremony"),
    ("[label]\n'نشانه' = { field = 'number' }", "`field` is to be one of byline"),
    ("[label]\n'نشانه' = 'نشانه: ۱۲'", "the value is to be a table"),
    ("[jalali]\n'امرداد' = 0", "a number from 1 to 12"),
    ("[jalali]\n'امرداد' = true", "a number from 1 to 12"),
    ("[weekday]\n'آدینه' = 7", "a number from 0 to 6"),
    ("[governed]\n'با' = 'x'", "is to be a table of words"),
    ("[governed.'با']\n'ستیز' = 5", "governed.با: ستیز: the value is to be an example"),
    ("[governed.'با']\n'ستیز' = 'مسئول نبرد با مواد'", "governed.با: ستیز: the example lacks the word"),
    ("[governed.'روی']\n'کار' = 'کار روی زمین'", "no rule asks what governs روی"),
]


@pytest.mark.parametrize(("words", "message"), WRONG)
def test_what_is_wrong_is_named(words: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        load(path)
    assert error.value.code == "lexicon-invalid"
    assert error.value.message.startswith(f"{path}: ")
    assert message in error.value.message


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "nope.toml", "file-missing"), (tmp_path, "is-directory")):
        with pytest.raises(AccessError) as error:
            load(path)
        assert error.value.code == code
        assert str(path) in error.value.message


def test_presskits_own_lists_stand_the_same_checks() -> None:
    tables = {}
    for file in data_files():
        tables |= tomllib.loads(file.read_text(encoding="utf-8"))
    lights = tables["light"]
    found = [
        (name, word, problem(name, word, value, lights)) for name in tables for word, value in tables[name].items()
    ]
    assert [one for one in found if one[2]] == []
    assert len(found) > 2_000


# The file, a text, and what the file's entry makes of it that is otherwise not there.
RIGHT = [
    (
        "[compound]\n'هشدار تند' = { light = 'داد', example = 'وی هشدار تند می‌دهد: نه' }",
        "وی هشدار تند می‌دهد: راه بسته است.",
        ("cue", "هشدار تند داد"),
    ),
    (
        "[compound]\n'هشدار تند' = { light = 'داد', also = ['هشدارکی'], example = 'وی هشدارکی داد: نه' }",
        "وزیر نیرو هشدارکی داد: راه بسته است.",
        ("cue", "هشدار تند داد"),
    ),
    (
        "[compound]\n'پیام' = { light = 'پراند', example = 'وی پیام پراند: نه' }\n[light]\n'پراند' = 'پران'",
        "وزیر نیرو پیام می‌پراند: راه بسته است.",
        ("cue", "پیام پراند"),
    ),
    (
        "[simple]\n'سرایید#سرا' = { present = 'سرای', example = 'آنان می‌سرایند: نه' }",
        "آنان می‌سرایند: راه بسته است.",
        ("cue", "سرایید#سرا"),
    ),
    (
        "[outlet]\n'آب‌نگار' = { names = ['آب‌نگار'] }",
        "راه بسته شد\nآب‌نگار: وزیر نیرو گفت: راه بسته است.",
        ("outlet", "آب‌نگار"),
    ),
    ("[organisation]\n'آب یزد' = { epithets = [] }", "آب یزد گفت: راه بسته است.", ("role", "آب یزد")),
    (
        "\ufeff[place]\n'ناکجاآباد' = 'در ناکجاآباد'",
        "راه بسته شد\nناکجاآباد - ایرنا - وزیر نیرو گفت: راه بسته است.",
        ("place", "ناکجاآباد"),
    ),
]


def _facts(text: str, words: Lexicon) -> set[tuple[str, str]]:
    record = parse(text, lexicon=words)
    facts = {("cue", statement.cue.lemma) for statement in record.statements if statement.cue}
    facts |= {("role", role) for speaker in record.speakers for role in speaker.roles}
    facts |= {("outlet", record.outlet.name)} if record.outlet and record.outlet.name else set()
    return facts | ({("place", record.place.text)} if record.place else set())


@pytest.mark.parametrize(("words", "text", "fact"), RIGHT)
def test_what_is_right_is_taken(words: str, text: str, fact: tuple[str, str], tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text(words, encoding="utf-8")
    assert fact not in _facts(text, load())
    assert fact in _facts(text, load(path))


def test_an_empty_file_adds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text("", encoding="utf-8")
    ours = load()
    assert load(path).elements == ours.elements
    assert load(path).outlets == ours.outlets


def test_a_light_verb_of_an_earlier_file_is_known(tmp_path: Path) -> None:
    first, second = tmp_path / "1.toml", tmp_path / "2.toml"
    first.write_text("[light]\n'پراند' = 'پران'", encoding="utf-8")
    second.write_text("[compound]\n'پیام' = { light = 'پراند', example = 'وی پیام پراند' }", encoding="utf-8")
    (statement,) = parse("وزیر نیرو پیام می‌پراند: راه باز است.", lexicon=load(first, second)).statements
    assert statement.cue is not None
    assert statement.cue.lemma == "پیام پراند"


def test_governed_words_are_added_to_ours(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text("[governed.'با']\n'ستیز' = 'مسئول ستیز با مواد گفت'", encoding="utf-8")
    words = load(path)
    assert {"ستیز", "مبارزه"} <= words.governed["با"]
    for word in ("ستیز", "مبارزه"):
        (statement,) = parse(f"مسئول ستاد {word} با سرما گفت: راه باز است.", lexicon=words).statements
        assert statement.mention is not None
        assert statement.mention.text == f"مسئول ستاد {word} با سرما"
