"""Bytes to text: every encoding that presskit knows, and everything that is no text at all."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.errors import DecodeError, UsageError
from presskit.text.decode import check_text, decode

PERSIAN = "سخنگوی وزارت خارجه گفت: گفت‌وگوها ادامه دارد.\r\n۱۴۰۱/۰۶/۲۸\n"
# Windows-1256 has Arabic yeh alone, and no Persian digits.
PERSIAN_1256 = "سخنگوي وزارت خارجه گفت: گفت‌وگوها ادامه دارد.\r\n1401/06/28\n"


@pytest.mark.parametrize(
    ("data", "encoding", "guessed"),
    [
        (PERSIAN.encode(), "utf-8", False),
        (PERSIAN.encode("utf-8-sig"), "utf-8-sig", False),
        (codecs.BOM_UTF16_LE + PERSIAN.encode("utf-16-le"), "utf-16", False),
        (codecs.BOM_UTF16_BE + PERSIAN.encode("utf-16-be"), "utf-16", False),
        (codecs.BOM_UTF32_LE + PERSIAN.encode("utf-32-le"), "utf-32", False),
        (codecs.BOM_UTF32_BE + PERSIAN.encode("utf-32-be"), "utf-32", False),
        (PERSIAN.encode("utf-16-le"), "utf-16-le", True),
        (PERSIAN.encode("utf-16-be"), "utf-16-be", True),
    ],
    ids=["utf-8", "utf-8-sig", "16-le", "16-be", "32-le", "32-be", "16-le-bare", "16-be-bare"],
)
def test_unicode(data: bytes, encoding: str, guessed: bool) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.guessed) == (PERSIAN, encoding, guessed)


def test_windows_1256_is_a_guess() -> None:
    decoded = decode(PERSIAN_1256.encode("cp1256"))
    assert (decoded.text, decoded.encoding, decoded.guessed) == (PERSIAN_1256, "windows-1256", True)


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "utf-16", "utf-32-be", "iso8859-6", "utf_8_sig"])
def test_a_named_encoding_is_taken_at_its_word(encoding: str) -> None:
    text = "قال الوزير"
    decoded = decode(text.encode(encoding), encoding)
    assert (decoded.text, decoded.encoding, decoded.guessed) == (text, encoding, False)


@pytest.mark.parametrize("data", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE])
def test_nothing_is_an_empty_text(data: bytes) -> None:
    assert decode(data).text == ""


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (PERSIAN.encode()[:-10] + b"\xdb", "encoding-broken", "utf-8 text is cut short at byte 94"),
        ("سلام".encode()[:-1], "encoding-broken", "utf-8 text is cut short at byte 6"),
        ("سلام".encode("utf-8-sig")[:-1], "encoding-broken", "utf-8-sig text is cut short at byte 9"),
        ("سلام".encode() + b"\xff" + "سلام".encode(), "encoding-broken", "utf-8 text is not valid at byte 8"),
        ("س".encode() * 9 + b"\xed\xa0\x80", "encoding-broken", "utf-8 text is not valid at byte 18"),
        (b"a" * 70_000 + b"\xff", "encoding-broken", "utf-8 text is not valid at byte 70000"),
        (PERSIAN.encode("utf-16")[:-1], "encoding-broken", "utf-16 text is cut short at byte 116"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x33\x06", "encoding-broken", "utf-16 text is not valid at byte 2"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary-input", "this is binary data, not text"),
        (b"PK\x03\x04\x14\x00", "binary-input", "this is binary data, not text"),
        (bytes(range(256)), "binary-input", "this is binary data, not text"),
        (bytes(range(128, 256)), "encoding-unknown", None),
        ("Le ministre a déclaré être prêt".encode("latin-1"), "encoding-unknown", None),
        ("Министр заявил, что готов".encode("cp1251"), "encoding-unknown", None),
    ],
)
def test_no_text(data: bytes, code: str, message: str | None) -> None:
    with pytest.raises(DecodeError) as caught:
        decode(data)
    assert caught.value.code == code
    assert message is None or caught.value.message == message


@pytest.mark.parametrize("encoding", ["", "no-such", "کد", "hex", "rot13", "a\0b"])
def test_no_encoding(encoding: str) -> None:
    with pytest.raises(UsageError) as caught:
        decode(b"text", encoding)
    assert caught.value.code == "encoding-unsupported"


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "utf-16", "idna", "punycode", "undefined"])
def test_a_named_encoding_that_does_not_fit(encoding: str) -> None:
    with pytest.raises(DecodeError) as caught:
        decode(b"\xff\xff\xff", encoding)
    assert caught.value.code == "encoding-broken"


def test_a_lone_surrogate_is_refused() -> None:
    assert check_text(PERSIAN) is PERSIAN
    with pytest.raises(DecodeError, match="at character 2") as caught:
        check_text("سل\ud83dام")
    assert caught.value.code == "lone-surrogate"


@given(st.binary())
def test_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except DecodeError as error:
        assert error.code in {"binary-input", "encoding-broken", "encoding-unknown"}
    else:
        assert decoded.text == data.decode(decoded.encoding).removeprefix("\ufeff")


@given(st.text())
def test_utf8_is_never_mistaken(text: str) -> None:
    decoded = decode(text.encode("utf-8-sig"))
    assert decoded.text == text.removeprefix("\ufeff")
    assert not decoded.guessed
