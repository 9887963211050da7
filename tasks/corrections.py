"""The operator's corrections on disk."""

from pathlib import Path

from dateline.errors import UsageError
from dateline.resolve.corrections import read_corrections


def load_corrections(path: Path | None) -> str:
    """Return the text of the file at `path`, which has been read for errors; nothing where there is no path.

    Raises:
        UsageError: the file does not exist, or holds no corrections.
    """
    if path is None:
        return ""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"corrections {path}: it is no text") from error
    except OSError as error:
        raise UsageError(f"corrections {path}: {error.strerror or error}") from error
    read_corrections(text)
    return text
