"""`python -m bench.learn_lines OUT.json SET...`: learn which lines of a flattened page are story.

A SET is a folder with `items.jsonl` (`{"id", "gold"}` a line: the page's main text) and `wet/ID.txt` (all visible text
of the page, a line a block). The pages stay where they are; only the weights go into the repository, with the names and
licences of the sets. Needs scikit-learn, which is in the environment of `make peers` and not in the project's own.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from dateline.clean.line_features import Matrix, line_features
from dateline.clean.page import open_page
from dateline.records import RawDocument

SHINGLE: Final = 4
_TOKEN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_LONGEST: Final = 60
_PAGE: Final = 50
_SETTINGS: Final = {
    "max_iter": 100,
    "learning_rate": 0.12,
    "max_leaf_nodes": 8,
    "min_samples_leaf": 80,
    "l2_regularization": 5.0,
    "max_features": 0.4,
    "max_bins": 63,
    "random_state": 0,
    "early_stopping": False,
}


@dataclass(frozen=True, slots=True)
class Lesson:
    """The lines of one page: features, whether each is story, and how much it counts."""

    features: Matrix
    story: Matrix
    weights: Matrix


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the overlapping runs of four words of a text, of ideographs where it has them."""
    tokens = _TOKEN.findall(text.lower())
    return Counter(zip(*(tokens[i:] for i in range(SHINGLE)), strict=False))


def is_story_line(text: str, gold: Counter[tuple[str, ...]], gold_lines: set[str]) -> bool:
    """Tell whether at least half of a line's shingles are the story's; a shorter line has to be one of its lines."""
    tokens = _TOKEN.findall(text.lower())
    if len(tokens) < SHINGLE:
        return " ".join(tokens) in gold_lines
    own = shingles(text)
    return 2 * (own & gold).total() >= own.total()


def lessons(folder: Path) -> Iterator[Lesson]:
    """Yield the pages of a set that have any text."""
    for row in map(json.loads, (folder / "items.jsonl").read_text("utf-8").splitlines()):
        raw = (folder / "wet" / f"{row['id']}.txt").read_text("utf-8")
        if not raw.strip():
            continue
        page = open_page(RawDocument(uri=row["id"], content_sha256="", format="text", encoding="utf-8", raw=raw))
        gold = shingles(row["gold"])
        gold_lines = {" ".join(_TOKEN.findall(line.lower())) for line in row["gold"].split("\n")} - {""}
        words = np.array([look.n_words for look in page.looks], dtype=float)
        yield Lesson(
            line_features(page.looks),
            np.array([is_story_line(look.text, gold, gold_lines) for look in page.looks], dtype=float),
            # a long page counts more than a short one, but not as much more as it is longer
            (np.minimum(_LONGEST, words) + 1) / np.sqrt(_PAGE + words.sum()),
        )


def as_nodes(tree: Any) -> list[list[float]]:
    """Return a tree of scikit-learn in the form that `dateline.clean.line_model.read_trees` reads."""
    return [
        [round(float(node["value"]), 4)]
        if node["is_leaf"]
        else [int(node["feature_idx"]), round(float(node["num_threshold"]), 5), int(node["left"]), int(node["right"])]
        for node in tree.nodes
    ]


def learn(pages: list[Lesson]) -> dict[str, object]:
    """Return the trees that tell story lines from others."""
    from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-not-found]

    model = HistGradientBoostingClassifier(**_SETTINGS)
    model.fit(
        np.vstack([page.features for page in pages]).astype(np.float32),
        np.concatenate([page.story for page in pages]),
        sample_weight=np.concatenate([page.weights for page in pages]),
    )
    trees = [as_nodes(tree) for (tree,) in model._predictors]
    return {"baseline": round(float(model._baseline_prediction.item()), 4), "trees": trees}


def main(out: str, *folders: str) -> None:
    """Learn from all sets and write the weights."""
    pages = [lesson for folder in folders for lesson in lessons(Path(folder))]
    learnt = {"pages": len(pages), "lines": sum(len(page.story) for page in pages), **learn(pages)}
    Path(out).write_text(json.dumps(learnt, separators=(",", ":")).replace("]],[[", "]],\n[[") + "\n", "utf-8")
    print(f"{len(pages)} pages, {learnt['lines']} lines")


if __name__ == "__main__":
    main(*sys.argv[1:])
