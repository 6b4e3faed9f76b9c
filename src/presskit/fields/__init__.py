"""The facts of a page: date, news code, outlet, place, byline, occasion. One file per fact."""
