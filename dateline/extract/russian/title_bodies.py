"""The bodies beside a title: the one that it is a post of, an embassy, the one that a department belongs to."""

from dataclasses import replace

from dateline.extract.dossier import Dossier
from dateline.extract.russian.reading import Found, Reading


def body_at(reading: Reading, index: int) -> Found | None:
    """The longest body that begins at a word, an adjective of a country before it allowed."""
    starting = reading.bodies_near(index, index + 1)
    return max(starting, key=lambda found: found.last, default=None)


def outermost(reading: Reading, dossier: Dossier, body: Found) -> Found:
    """The listed body that an unlisted one is part of: "отдела Главного управления X Пограничной службы Y"."""
    while not has_entry(dossier, body) and (behind := body_at(reading, body.last)):
        body = behind
    end = body.last
    while behind := body_at(reading, end):  # "Пограничной службы Госкомитета нацбезопасности"
        end = behind.last
    return replace(body, last=end)


def has_entry(dossier: Dossier, body: Found | None) -> bool:
    """Whether a body has an entry of its own, "главное управление разведки", and is no department put together."""
    draft = dossier.organizations[str(body.key)] if body else None
    return draft is not None and (draft.country_code is not None or draft.parent_name is not None)


def adjective_body(reading: Reading, index: int) -> Found | None:
    """The body behind its country's adjective: "глава российского военного ведомства"."""
    return next((found for found in reading.bodies_near(index, index + 2) if found.last > index + 1), None)


def embassy_at(reading: Reading, dossier: Dossier, index: int) -> Found | None:
    """The embassy that an attaché serves at: "военный атташе (при) посольства Индии"."""
    body = body_at(reading, index + 1 if reading.at(index) == "при" else index)
    return body if body and str(body.key).startswith("Embassy of") else None
