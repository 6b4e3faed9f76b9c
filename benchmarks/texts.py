"""The texts that presskit is measured on: the seed release, varied copies of it, long ones, hostile ones."""

from __future__ import annotations

import random
from pathlib import Path

SEED = Path(__file__).parents[1] / "seeds" / "000_8cd93b1bce707555.txt"

# What differs from outlet to outlet: spelling, digits, line ends. Each is a few replacements.
_SPELLINGS: tuple[tuple[tuple[str, str], ...], ...] = (
    (),
    (("ی", "ي"), ("ک", "ك")),
    tuple((str(digit), chr(0x06F0 + digit)) for digit in range(10)),
    (("\n", "\r\n"),),
    ((" می", " می\u200c"), ("های ", "\u200cهای "), ("ها ", "\u200cها ")),
    ((" می", " می "), ("«", '"'), ("»", '"')),
)
_SWAPS: tuple[tuple[str, str], ...] = (
    ("گفت:", "اظهار داشت:"),
    ("افزود", "تصریح کرد"),
    ("تاکید کرد", "خاطرنشان ساخت"),
    ("بیان کرد", "یادآور شد"),
    ("ایران", "جمهوری اسلامی"),
    ("وی ", "او "),
)


def seed() -> str:
    """The seed release, decoded."""
    return SEED.read_text(encoding="utf-8")


def varied(count: int) -> list[str]:
    """``count`` copies of the seed that differ in wording, order, length and spelling; ever the same ones."""
    chance = random.Random(1401)
    return [_vary(seed(), chance) for _ in range(count)]


def long(size: int) -> str:
    """One release of ``size`` bytes in UTF-8: the seed's head, and its body over and over."""
    head, lead, story = seed().partition("نصر: ")
    body, end_mark, rest = story.partition("انتهای پیام")
    assert lead and end_mark  # what follows an end mark is boilerplate, and costs next to nothing
    return head + lead + body * (size // len(body.encode()) + 1) + end_mark + rest


def hostile() -> dict[str, str]:
    """Texts that cost dear where some pattern looks back or ahead without end."""
    text = seed()
    line = " ".join(text.split())
    return {
        "ten thousand opening quotes": text + "«" * 10_000,
        "ten thousand straight quotes": text + 'او گفت: "' * 10_000,
        "ten thousand nested quotes": text + "«او گفت: " * 10_000 + "»" * 10_000,
        "a line of 5 MB": line * (5_000_000 // len(line.encode()) + 1),
        "a word of 5 MB": "س" * 2_500_000,
        "a million dots": text + "." * 1_000_000,
        "a hundred thousand dots before a word": f"{text}{'.' * 100_000}گفت\n{text}",
        "a hundred thousand brackets": f"{text}{'[' * 100_000}](\n{text}",
        "a million spaces": text + " " * 1_000_000,
        "a million line ends": text + "\n" * 1_000_000,
        "a hundred thousand cues": text + "گفت " * 100_000,
        "a hundred thousand half-spaces": text + "می\u200c" * 100_000,
    }


def _vary(text: str, chance: random.Random) -> str:
    *head, body = text.split("\n", 6)
    paragraphs = body.split("\n")
    chance.shuffle(paragraphs)
    text = "\n".join([*head, *paragraphs[: chance.randint(len(paragraphs) // 2, len(paragraphs))]])
    for old, new in chance.sample(_SWAPS, 3):
        text = text.replace(old, new)
    for old, new in chance.choice(_SPELLINGS):
        text = text.replace(old, new)
    return text
