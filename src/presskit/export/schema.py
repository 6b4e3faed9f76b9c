"""The record's JSON Schema, for those who read records without presskit."""

from __future__ import annotations

from typing import Any

from presskit.record import SCHEMA_ID, PressBriefing


def json_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of a `PressBriefing`, with ``$schema`` and ``$id``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **PressBriefing.model_json_schema(),
    }
