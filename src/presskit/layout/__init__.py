"""The page: which block is kicker, headline, meta line, lead, heading, paragraph, end mark or boilerplate."""

from presskit.layout.blocks import Block, Kind
from presskit.layout.read import layout

__all__ = ["Block", "Kind", "layout"]
