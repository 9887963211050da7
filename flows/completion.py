"""What the shell is offered where a command wants a name of ours."""


def tables(incomplete: str) -> list[str]:
    """Return the views and tables of the star that begin so, as the installed schema has them."""
    from warehouse.sqlfiles import in_folder

    names = [path.stem for folder in ("40_mart", "00_schema/main") for path in in_folder(folder)]
    return [name for name in names if name.startswith(incomplete)]
